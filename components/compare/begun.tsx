import { AgentName } from '@/components/compare/agent-name'
import { type Place, to } from '@/components/compare/place'
import { Link } from '@/components/ui/link'
import type { ComparedAgent } from '@/lib/compare/compared-agent'

/** Where nothing can be compared yet: what is there already, and what is needed. */
export function Begun({ place, agents }: { place: Place; agents: readonly ComparedAgent[] }) {
  return (
    <div className="mb-6">
      <p className="prose text-ink-soft">
        {agents.length === 0
          ? 'Choose two to six agents. They stand side by side: which is worse and why, where they differ, and what is uncertain.'
          : 'One more agent is needed: a comparison has two to six of them.'}
      </p>
      {agents.map(({ key, name, href }) => (
        <p key={key} className="mt-4 flex flex-wrap items-baseline gap-x-4 text-sm">
          <AgentName name={name} href={href} />
          <Link href={to(place, { agents: [] })} className="text-ink-soft">
            Remove<span className="sr-only"> {name}</span>
          </Link>
        </p>
      ))}
    </div>
  )
}
