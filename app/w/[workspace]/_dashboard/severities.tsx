import { CountLink } from '@/components/marks/count-link'
import { SeverityChip } from '@/components/marks/severity'
import { Link } from '@/components/ui/link'
import { formulaOf } from '@/lib/aivss/formulas'
import type { Severity } from '@/lib/aivss/severity'
import type { DashboardLinks } from '@/lib/dashboard/links'
import type { FormulaBands } from '@/lib/dashboard/standing'
import { countText } from '@/lib/dashboard/words'

/** How many agents each formula puts into each severity; a formula has a row of its own, and there is no mean. */
export function Severities({ bands, links }: { bands: readonly FormulaBands[]; links: DashboardLinks }) {
  const most = Math.max(1, ...bands.flatMap(({ severities }) => severities.map(({ agents }) => agents)))
  return (
    <table className="w-full text-sm">
      <thead>
        <tr className="max-sm:hidden">
          <th scope="col" className="w-1/5 pb-2 text-left text-xs font-normal text-ink-soft">
            Formula
          </th>
          {bands[0]?.severities.map(({ severity }) => (
            <th key={severity} scope="col" className="pb-2 text-left">
              <SeverityChip severity={severity} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {bands.map(({ formula, agents, severities }) => (
          <tr key={formula} className="border-t border-line align-top max-sm:grid max-sm:py-3">
            <th scope="row" className="py-2 pr-3 text-left font-semibold">
              {formulaOf(formula).title}
              <span className="block text-xs font-normal text-ink-soft">
                <Link href={links.formula(formula)} className="inline-block py-0.5">
                  All {countText(agents)}
                </Link>
              </span>
            </th>
            {severities.map(({ severity, agents }) => (
              <td
                key={severity}
                className="py-2 pr-3 max-sm:grid max-sm:grid-cols-[7rem_1fr] max-sm:items-center"
              >
                <span className="sm:hidden">
                  <SeverityChip severity={severity} />
                </span>
                <span className="figures flex items-center gap-2 sm:block">
                  <span className="w-14 shrink-0 text-right sm:text-left">
                    <CountLink
                      count={agents}
                      href={links.band(formula, severity)}
                      text={countText(agents)}
                      label={`${severity} under ${formulaOf(formula).title}`}
                    />
                  </span>
                  <Bar share={agents / most} severity={severity} />
                </span>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const Bar = ({ share, severity }: { share: number; severity: Severity }) => (
  <svg
    viewBox="0 0 100 6"
    preserveAspectRatio="none"
    aria-hidden="true"
    className={`h-1.5 w-full ${FILLS[severity]}`}
  >
    <rect width={share === 0 ? 0 : Math.max(1.5, share * 100)} height="6" />
  </svg>
)

const FILLS: Readonly<Record<Severity, string>> = {
  None: 'fill-none-mark',
  Low: 'fill-low-mark',
  Medium: 'fill-medium-mark',
  High: 'fill-high-mark',
  Critical: 'fill-critical-mark',
}
