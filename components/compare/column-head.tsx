import { AgentName } from '@/components/compare/agent-name'
import { ColumnControls } from '@/components/compare/column-controls'
import { type Place, to } from '@/components/compare/place'
import { moved } from '@/lib/compare/address'
import type { AgentHead } from '@/lib/compare/agent-head'

/** Which agent a column is, and what can be done with the column. */
export function ColumnHead({ agent, place }: { agent: AgentHead; place: Place }) {
  const { key, name, href, kind, vendor, source } = agent
  const { agents } = place.state
  const column = agents.indexOf(key)
  const at = (position: number) => to(place, { agents: moved(agents, key, position) })
  return (
    <ColumnControls
      agent={key}
      order={agents}
      drops={Object.fromEntries(
        agents
          .filter((other) => other !== key)
          .map((other) => [other, to(place, { agents: moved(agents, other, column) })]),
      )}
      name={name}
      left={column > 0 ? at(column - 1) : null}
      right={column < agents.length - 1 ? at(column + 1) : null}
      away={to(place, { agents: agents.filter((other) => other !== key) })}
    >
      <AgentName name={name} href={href} />
      <span className="text-xs font-normal text-ink-soft">
        {vendor === null ? kind : `${kind} · ${vendor}`}
      </span>
      <span
        className={`w-fit text-xs ${source.isDraft ? 'rounded-sm border border-dashed border-medium-mark px-1 font-semibold text-medium-mark' : 'font-normal text-ink-soft'}`}
      >
        {source.label}
      </span>
    </ColumnControls>
  )
}
