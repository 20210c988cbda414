import type { ReactNode } from 'react'
import type { ComparisonView } from '@/lib/compare/comparison-view'

/** A table with a column for each agent, which can be swiped and scrolled with the keys on its own. */
export function Frame({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable with the keyboard.
    <section className="frame" aria-label={label} tabIndex={0}>
      <table>{children}</table>
    </section>
  )
}

export const AgentColumns = ({ view, first }: { view: ComparisonView; first: string }) => (
  <thead>
    <tr>
      <th scope="col">{first}</th>
      {view.agents.map((agent) => (
        <th key={agent.key} scope="col">
          {agent.name}
          <span className="sub">{agent.source.label}</span>
        </th>
      ))}
    </tr>
  </thead>
)
