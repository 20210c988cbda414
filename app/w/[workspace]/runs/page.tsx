import type { Metadata } from 'next'
import { requireRight } from '@/app/actor'
import { available } from '@/app/available'
import { Link } from '@/components/ui/link'
import { WorkspaceHead } from '@/components/workspace/workspace-head'
import { RUN_DAYS } from '@/lib/bulk/deeds'
import { listRuns, type RunLine } from '@/lib/bulk/runs'
import { titleOf } from '@/lib/bulk/words'
import { formatMinute } from '@/lib/report/dates'
import { getWorkspace } from '@/lib/workspaces/queries'

export const metadata: Metadata = { title: 'Runs', robots: 'noindex' }

export default available(async function RunsPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace: at } = await params
  const workspace = await getWorkspace(await requireRight('workspace.read', at))
  const runs = await listRuns(await requireRight('agent.read', at))
  return (
    <>
      <WorkspaceHead workspace={workspace} />
      <p className="text-sm">
        <Link href={`/w/${at}/agents`}>← Agents</Link>
      </p>
      <h2 className="mt-2 text-xl">Runs</h2>
      <p className="prose mt-1 mb-4 text-sm text-ink-soft">
        What was done to many agents at once during the last {RUN_DAYS} days, the newest fifty. A run that was
        interrupted is continued on its page, and taken back there.
      </p>
      {runs.length === 0 ? (
        <p className="py-4 text-sm">Nothing yet. Tick agents in the list to begin.</p>
      ) : (
        <ul className="max-w-3xl border-t border-line">
          {runs.map((run) => (
            <li key={run.id} className="border-b border-line py-3 text-sm">
              <Link href={`/w/${at}/runs/${run.id}`} className="font-semibold break-words">
                {titleOf(run.deed, run.tally.asked)}
              </Link>
              <p className="text-xs text-ink-soft">
                {run.startedBy}, {formatMinute(run.createdAt)}. {standOf(run)}
              </p>
            </li>
          ))}
        </ul>
      )}
    </>
  )
})

function standOf({ isUndone, tally: { waiting, done } }: RunLine): string {
  if (isUndone) return done === 0 ? 'Undone.' : `Being undone, ${done.toLocaleString('en')} to go.`
  return waiting === 0 ? 'Finished.' : `Not finished, ${waiting.toLocaleString('en')} to go.`
}
