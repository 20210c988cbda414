import { SeverityChip } from '@/components/marks/severity'
import { NameLink } from '@/components/ui/name-link'
import { AgentTick } from '@/components/workspace/agent-tick'
import { FORMULAS } from '@/lib/aivss/formulas'
import type { DashboardLinks } from '@/lib/dashboard/links'
import type { MovedAgent, MovedAgents } from '@/lib/dashboard/movement'
import { reasonText } from '@/lib/dashboard/words'
import { formatDay } from '@/lib/report/dates'

/** Each formula by itself where a distance under one would stand beside a distance under another. */
export function Moved({
  moved: { change, shown, isOfSeveralFormulas },
  links,
  heading: Heading,
  choosing,
}: {
  moved: MovedAgents
  links: DashboardLinks
  heading: 'h3' | 'h4'
  /** The workspace that agents are chosen in, where they are. */
  choosing?: string
}) {
  const look = { links, choosing }
  if (!isOfSeveralFormulas) return <MovedRows moved={shown} {...look} />
  return FORMULAS.map(({ id, title }) => {
    const own = shown.filter(({ after }) => after?.formula === id)
    return (
      own.length > 0 && (
        <section key={id} aria-labelledby={`${change}-${id}`}>
          <Heading id={`${change}-${id}`} className="pt-3 pb-1 text-xs font-semibold">
            {title}
          </Heading>
          <MovedRows moved={own} {...look} />
        </section>
      )
    )
  })
}

/** From what to what, and the input that did most of it. */
function MovedRows({
  moved,
  links,
  choosing,
}: {
  moved: readonly MovedAgent[]
  links: DashboardLinks
  choosing: string | undefined
}) {
  return (
    <ul>
      {moved.map((one) => (
        <li key={one.agentId} className="border-t border-line py-2 text-sm">
          <p className="flex flex-wrap items-baseline justify-between gap-x-4">
            <span className="flex min-w-0 items-center gap-1.5 font-semibold break-words">
              {choosing !== undefined && one.key !== null && (
                <AgentTick workspace={choosing} agent={one.key} name={one.name} />
              )}
              <NameLink href={one.slug === null ? links.trash : links.trend(one.slug)}>{one.name}</NameLink>
            </span>
            <span className="ml-auto flex items-center gap-1.5 whitespace-nowrap">
              <Scores before={one.before} after={one.after} />
            </span>
          </p>
          <p className="flex flex-wrap justify-between gap-x-4 text-xs text-ink-soft">
            <span>{reasonText(one)}</span>
            <time dateTime={one.at.toISOString()}>{formatDay(one.at)}</time>
          </p>
        </li>
      ))}
    </ul>
  )
}

/**
 * Whatever is new came from nothing, and whatever is gone leads to nothing: one of the two is enough to say then. One
 * word stands for both scores where they are of one severity.
 */
function Scores({ before, after }: Pick<MovedAgent, 'before' | 'after'>) {
  const last = after ?? before
  const left = before && after && before.severity !== after.severity ? before.severity : null
  return (
    <>
      {before && <span className="figures">{before.score.toFixed(1)}</span>}
      {left && <span className="text-xs text-ink-soft">{left}</span>}
      {before && after && (
        <>
          <span aria-hidden="true">→</span>
          <span className="sr-only">to</span>
        </>
      )}
      {after && <span className="figures">{after.score.toFixed(1)}</span>}
      {last && (
        <span className="w-20">
          <SeverityChip severity={last.severity} />
        </span>
      )}
    </>
  )
}
