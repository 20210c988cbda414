import { MapAgent } from '@/app/w/[workspace]/_dashboard/map-agent'
import { CountLink } from '@/components/marks/count-link'
import { HeatMap, HeatMapCell, HeatMapRow, type Shade } from '@/components/marks/heat-map'
import { formatHundredths } from '@/lib/aivss/decimal'
import { FACTOR_IDS, FACTORS } from '@/lib/aivss/factors'
import { FORMULAS } from '@/lib/aivss/formulas'
import type { RiskyAgent } from '@/lib/dashboard/attention'
import { HIGH_TEXT } from '@/lib/dashboard/high'
import type { DashboardLinks } from '@/lib/dashboard/links'
import type { Standing } from '@/lib/dashboard/standing'
import { countText } from '@/lib/dashboard/words'

/** The riskiest agents under each formula, with what they are risky by. */
export function FactorMap({
  riskiest,
  highFactors,
  links,
}: {
  riskiest: readonly RiskyAgent[]
  highFactors: Standing['highFactors']
  links: DashboardLinks
}) {
  // A factor that nobody here has belongs to a set that is not in use.
  const columns = highFactors.filter(
    ({ agents, factor }) => agents > 0 || riskiest.some((agent) => ratingOf(agent, factor) !== null),
  )
  return (
    <HeatMap
      label="Riskiest agents by factor"
      hasFigures
      columns={columns.map(({ factor }) => ({ id: factor, name: FACTORS[factor].name }))}
      foot={{
        head: `At ${HIGH_TEXT} or more, of all agents`,
        cells: columns.map(({ factor, agents }) => (
          <CountLink
            key={factor}
            count={agents}
            href={links.highFactor(factor)}
            text={countText(agents)}
            label={`at ${HIGH_TEXT} or more in ${FACTORS[factor].name}`}
          />
        )),
      }}
    >
      {FORMULAS.map(({ id, title }) => {
        const rows = riskiest.filter(({ formula }) => formula === id)
        return (
          rows.length > 0 && (
            <tbody key={id}>
              <tr>
                <th
                  scope="rowgroup"
                  className="sticky left-0 bg-canvas pt-3 pb-1 text-left text-xs font-semibold"
                >
                  {title}
                </th>
              </tr>
              {rows.map((agent) => (
                <HeatMapRow key={agent.slug} head={<MapAgent agent={agent} links={links} />}>
                  {columns.map(({ factor }) => (
                    <RatingCell
                      key={factor}
                      rating={ratingOf(agent, factor)}
                      href={links.factorOf(agent.slug, factor)}
                    />
                  ))}
                </HeatMapRow>
              ))}
            </tbody>
          )
        )
      })}
    </HeatMap>
  )
}

const ratingOf = ({ ratings }: RiskyAgent, factor: (typeof FACTOR_IDS)[number]): number | null =>
  ratings[FACTOR_IDS.indexOf(factor)] ?? null

const RatingCell = ({ rating, href }: { rating: number | null; href: string }) => (
  <HeatMapCell shade={rating === null ? 'none' : shadeOf(rating)} href={rating === null ? null : href}>
    {rating === null ? (
      <>
        <span aria-hidden="true">–</span>
        <span className="sr-only">not in its set</span>
      </>
    ) : (
      formatHundredths(rating)
    )}
  </HeatMapCell>
)

const SHADE_STEPS: readonly (readonly [from: number, shade: Shade])[] = [
  [95, 'highest'],
  [80, 'high'],
  [60, 'more'],
  [40, 'middle'],
  [20, 'less'],
  [1, 'least'],
]
const shadeOf = (hundredths: number): Shade => SHADE_STEPS.find(([from]) => hundredths >= from)?.[1] ?? 'none'
