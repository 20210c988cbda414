import { MovedRows } from '@/app/w/[workspace]/dashboard/moved-rows'
import { CountLink } from '@/components/marks/count-link'
import type { DashboardLinks } from '@/lib/dashboard/links'
import type { Movement } from '@/lib/dashboard/movement'
import { STEPS_LOOKED_AT_MAX } from '@/lib/dashboard/net-change'
import { CHANGE_NAMES, countText, movedText } from '@/lib/dashboard/words'
import { formatDay } from '@/lib/report/dates'

export function MovementSection({ movement, links }: { movement: Movement; links: DashboardLinks }) {
  const { changes, since } = movement
  const some = changes.filter(({ agents }) => agents > 0)
  if (some.length === 0)
    return <p className="text-sm text-ink-soft">No score has changed since {formatDay(since)}.</p>
  return (
    <>
      <Bounded movement={movement} />
      <div className="grid gap-x-12 gap-y-8 md:grid-cols-2">
        {some.map(({ change, agents, shown }) => (
          <div key={change} className="min-w-0">
            <h3 className="flex items-baseline gap-2 pb-1 text-sm">
              {CHANGE_NAMES[change]}
              <span className="figures">
                <CountLink
                  count={agents}
                  href={links.moved(change, since)}
                  text={movedText(agents, movement)}
                  label={CHANGE_NAMES[change]}
                />
              </span>
            </h3>
            <MovedRows moved={shown} links={links} />
          </div>
        ))}
      </div>
    </>
  )
}

const LOOKED_AT = countText(STEPS_LOOKED_AT_MAX)

/** Said wherever not every step was looked at. */
export const Bounded = ({ movement: { isBounded, since } }: { movement: Movement }) =>
  isBounded && (
    <p className="mb-4 text-sm text-ink-soft">
      There were more than {LOOKED_AT} changes since {formatDay(since)}. The agents of the newest {LOOKED_AT}{' '}
      are compared with what they showed on that day.
    </p>
  )
