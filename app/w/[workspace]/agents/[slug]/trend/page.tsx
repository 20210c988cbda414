import type { Metadata } from 'next'
import { requireRight } from '@/app/actor'
import { available } from '@/app/available'
import { agentAt } from '@/app/w/[workspace]/agents/[slug]/agent-at'
import { ScoreSteps } from '@/components/charts/on-demand'
import { SeverityChip } from '@/components/marks/severity'
import { Link } from '@/components/ui/link'
import { WorkspaceHead } from '@/components/workspace/workspace-head'
import { formulaOf } from '@/lib/aivss/formulas'
import { SEVERITIES } from '@/lib/aivss/severity'
import { getAgentTrend, type TrendStep } from '@/lib/dashboard/agent-trend'
import { nameOfAgent } from '@/lib/dashboard/names'
import { scoreLines } from '@/lib/dashboard/score-lines'
import { stepReason, stepText } from '@/lib/dashboard/words'
import { formatMinute } from '@/lib/report/dates'
import { getWorkspace } from '@/lib/workspaces/queries'

export const metadata: Metadata = { title: 'Trend', robots: 'noindex' }

type Props = { params: Promise<{ workspace: string; slug: string }> }

/** How the score of one agent went, with the reason of each step. */
export default available(async function AgentTrendPage({ params }: Props) {
  const at = await params
  const right = await requireRight('agent.read', at.workspace)
  const { agentId, slug } = await agentAt(right, at, '/trend')
  const workspace = await getWorkspace(await requireRight('workspace.read', at.workspace))
  const [{ steps, isBounded }, name = slug] = await Promise.all([
    getAgentTrend(right, agentId),
    nameOfAgent(right, agentId),
  ])
  return (
    <>
      <WorkspaceHead workspace={workspace} />
      <p className="text-sm">
        <Link href={`/w/${at.workspace}/agents/${slug}`}>{name}</Link>
      </p>
      <h2 className="mt-1 mb-6 text-lg">Trend</h2>
      {steps.length === 0 ? (
        <p className="text-sm text-ink-soft">
          Nothing of it has been published yet. Each revision that is published makes a step here.
        </p>
      ) : (
        <>
          <div className="mb-8 print:hidden">
            <ScoreSteps {...scoreLines(steps, new Date())} bands={BANDS} describedBy={TABLE} />
          </div>
          <Steps steps={steps} />
        </>
      )}
      {isBounded && <p className="mt-4 text-sm text-ink-soft">These are the newest {steps.length} steps.</p>}
    </>
  )
})

const TABLE = 'steps'
/** Where a severity begins, for those above nothing. */
const BANDS = SEVERITIES.filter(({ minTenths }) => minTenths > 1).map(({ id, minTenths }) => ({
  name: id,
  from: minTenths / 10,
}))

const Steps = ({ steps }: { steps: readonly TrendStep[] }) => (
  <table id={TABLE} className="w-full text-sm">
    <caption className="sr-only">Every step of the score, the newest first</caption>
    <thead>
      <tr className="text-left text-xs text-ink-soft max-sm:sr-only">
        <th scope="col" className="pb-2 font-normal">
          When
        </th>
        <th scope="col" className="pb-2 font-normal">
          Score
        </th>
        <th scope="col" className="pb-2 font-normal">
          Why
        </th>
      </tr>
    </thead>
    <tbody>
      {steps.toReversed().map((step) => (
        <tr key={step.id} className="border-t border-line align-baseline max-sm:block max-sm:py-3">
          <th
            scope="row"
            className="py-2 pr-6 text-left font-normal whitespace-nowrap text-ink-soft max-sm:block max-sm:py-0"
          >
            <time dateTime={step.at.toISOString()}>{formatMinute(step.at)}</time>
          </th>
          <td className="py-2 pr-6 whitespace-nowrap max-sm:block max-sm:py-1">
            <Shown step={step} />
          </td>
          <td className="w-full py-2 max-sm:block max-sm:py-0">
            {stepText(step)}
            {stepReason(step) !== '' && (
              <span className="block text-xs text-ink-soft">{stepReason(step)}</span>
            )}
          </td>
        </tr>
      ))}
    </tbody>
  </table>
)

const Shown = ({ step: { after } }: { step: TrendStep }) =>
  after === null ? (
    <span className="text-ink-soft">Not shown</span>
  ) : (
    <span className="flex items-center gap-2">
      <span className="figures">{after.score.toFixed(1)}</span>
      <SeverityChip severity={after.severity} />
      <span className="text-xs text-ink-soft">{formulaOf(after.formula).title}</span>
    </span>
  )
