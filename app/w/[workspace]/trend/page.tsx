import type { Metadata } from 'next'
import { z } from 'zod'
import { requireRight } from '@/app/actor'
import { available } from '@/app/available'
import { SeverityWeeks } from '@/components/charts/on-demand'
import { SeverityChip } from '@/components/marks/severity'
import { LeftOut } from '@/components/site/left-out'
import { Link } from '@/components/ui/link'
import { WorkspaceHead } from '@/components/workspace/workspace-head'
import { formulaOf } from '@/lib/aivss/formulas'
import { WORST_FIRST } from '@/lib/aivss/severity'
import { type FormulaWeeks, listWeeks, WEEKS_CHOICES } from '@/lib/dashboard/weeks'
import { countText } from '@/lib/dashboard/words'
import { readKnown } from '@/lib/forms/read-known'
import { flatQuery, type SearchParams } from '@/lib/http/page-query'
import { formatDay } from '@/lib/report/dates'
import { getWorkspace } from '@/lib/workspaces/queries'

export const metadata: Metadata = { title: 'Trend', robots: 'noindex' }

const [WEEKS_DEFAULT] = WEEKS_CHOICES
const shape = z.strictObject({
  weeks: z.coerce
    .number()
    .refine(
      (weeks) => WEEKS_CHOICES.some((choice) => choice === weeks),
      `Use one of ${WEEKS_CHOICES.join(', ')}.`,
    )
    .default(WEEKS_DEFAULT),
})

type Props = { params: Promise<{ workspace: string }>; searchParams: SearchParams }

/** How many agents of each severity there were, week by week. */
export default available(async function TrendPage({ params, searchParams }: Props) {
  const { workspace: at } = await params
  const workspace = await getWorkspace(await requireRight('workspace.read', at))
  const right = await requireRight('agent.read', at)
  const { value, refused } = readKnown(shape, flatQuery(await searchParams), 'The trend has no such setting.')
  const formulas = await listWeeks(right, value.weeks)
  return (
    <>
      <WorkspaceHead workspace={workspace} />
      <h2 className="text-lg">Severity by week</h2>
      <nav aria-label="Weeks" className="mt-2 mb-6 flex gap-x-4 text-sm">
        {WEEKS_CHOICES.map((weeks) => (
          <Link
            key={weeks}
            href={`/w/${at}/trend?weeks=${weeks}`}
            aria-current={weeks === value.weeks ? 'page' : undefined}
            className="py-1 aria-[current=page]:font-semibold aria-[current=page]:text-ink aria-[current=page]:no-underline"
          >
            {weeks} weeks
          </Link>
        ))}
        <Link href={`/w/${at}`} className="ml-auto py-1">
          Overview
        </Link>
      </nav>
      <LeftOut refused={refused} />
      {formulas.length === 0 && (
        <p className="text-sm text-ink-soft">
          Nothing is published. As soon as an agent is, its week stands here.
        </p>
      )}
      <div className="space-y-12">
        {formulas.map((one) => (
          <section key={one.formula} aria-labelledby={one.formula}>
            <h3 id={one.formula} className="mb-3 text-base">
              {formulaOf(one.formula).title}
            </h3>
            <div className="mb-6 print:hidden">
              <SeverityWeeks
                name={`Agents of each severity under ${formulaOf(one.formula).title}, by week`}
                severities={WORST_FIRST}
                weeks={one.weeks.map(({ until, severities }) => ({
                  label: shortDay(until),
                  agents: severities.map(({ agents }) => agents),
                }))}
                describedBy={`weeks-${one.formula}`}
              />
            </div>
            <WeeksTable id={`weeks-${one.formula}`} weeks={one.weeks} />
          </section>
        ))}
      </div>
    </>
  )
})

const shortDay = (day: Date): string => formatDay(day).replace(/^(\d+ \w{3}).*/, '$1')

const WeeksTable = ({ id, weeks }: { id: string } & Pick<FormulaWeeks, 'weeks'>) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what moves sideways has to move by the keyboard too.
  <section aria-label="Agents by week" tabIndex={0} className="overflow-x-auto">
    <table id={id} className="w-full text-sm">
      <thead>
        <tr>
          <th scope="col" className="pr-4 pb-2 text-left text-xs font-normal text-ink-soft">
            At the end of
          </th>
          {weeks[0]?.severities.map(({ severity }) => (
            <th key={severity} scope="col" className="pb-2 pl-3 text-right">
              <SeverityChip severity={severity} />
            </th>
          ))}
          <th scope="col" className="pb-2 pl-3 text-right text-xs font-normal text-ink-soft">
            All
          </th>
        </tr>
      </thead>
      <tbody>
        {weeks.toReversed().map(({ until, isOver, severities, agents }) => (
          <tr key={until.toISOString()} className="border-t border-line">
            <th scope="row" className="py-1.5 pr-4 text-left font-normal whitespace-nowrap">
              {isOver ? formatDay(until) : 'Today'}
            </th>
            {severities.map((band) => (
              <td
                key={band.severity}
                className={`figures py-1.5 pl-3 text-right ${band.agents === 0 ? 'text-ink-faint' : ''}`}
              >
                {countText(band.agents)}
              </td>
            ))}
            <td className="figures py-1.5 pl-3 text-right font-semibold">{countText(agents)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </section>
)
