import { Moved } from '@/app/w/[workspace]/_dashboard/moved-rows'
import { CountLink } from '@/components/marks/count-link'
import type { DashboardLinks } from '@/lib/dashboard/links'
import type { Movement } from '@/lib/dashboard/movement'
import { STEPS_LOOKED_AT_MAX } from '@/lib/dashboard/net-change'
import { CHANGE_NAMES, countText, movedText, nothingMovedText } from '@/lib/dashboard/words'
import { formatDay } from '@/lib/report/dates'

export function MovementSection({ movement, links }: { movement: Movement; links: DashboardLinks }) {
  const { changes, since } = movement
  const some = changes.filter(({ agents }) => agents > 0)
  return (
    <>
      <Bounded movement={movement} />
      {some.length === 0 && <p className="text-sm text-ink-soft">{nothingMovedText(movement)}</p>}
      <div className="grid gap-x-12 gap-y-8 md:grid-cols-2">
        {some.map((moved) => (
          <div key={moved.change} className="min-w-0">
            <h3 className="flex items-baseline gap-2 pb-1 text-sm">
              {CHANGE_NAMES[moved.change]}
              <span className="figures">
                <CountLink
                  count={moved.agents}
                  href={links.moved(moved.change, since)}
                  text={movedText(moved.agents, movement)}
                  label={CHANGE_NAMES[moved.change]}
                />
              </span>
            </h3>
            <Moved moved={moved} links={links} heading="h4" />
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
      Scores have changed more than {LOOKED_AT} times since {formatDay(since)}. The agents of the newest{' '}
      {LOOKED_AT} changes are compared with what they showed on that day.
    </p>
  )
