import type { Metadata } from 'next'
import { requireRight } from '@/app/actor'
import { available } from '@/app/available'
import { restore } from '@/app/w/[workspace]/trash/actions'
import { QuietForm } from '@/components/workspace/quiet-form'
import { WorkspaceHead } from '@/components/workspace/workspace-head'
import { mayDo } from '@/lib/access/roles'
import { listTrash } from '@/lib/agents/list-trash'
import { TRASH_DAYS } from '@/lib/agents/trash'
import { formatDay, formatMinute } from '@/lib/report/dates'
import { getWorkspace } from '@/lib/workspaces/queries'

export const metadata: Metadata = { title: 'Trash', robots: 'noindex' }

export default available(async function TrashPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace: at } = await params
  const workspace = await getWorkspace(await requireRight('workspace.read', at))
  const right = await requireRight('agent.read', at)
  const trashed = await listTrash(right)
  const mayRestore = mayDo(right.role, 'agent.write')
  return (
    <>
      <WorkspaceHead workspace={workspace} current="trash" />
      <h2 className="text-lg">Trash</h2>
      <p className="prose mt-1 mb-4 text-sm text-ink-soft">
        Deleted agents stay here for {TRASH_DAYS} days and are removed for good then, with every revision.
      </p>
      {trashed.length === 0 ? (
        <p className="py-4 text-sm">The trash is empty.</p>
      ) : (
        <ul className="max-w-3xl border-t border-line">
          {trashed.map(({ agentId, name, deletedAt, deletedBy, visibility }) => (
            <li
              key={agentId}
              className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b border-line py-3"
            >
              <div id={`agent-${agentId}`} className="min-w-0">
                <p className="font-semibold break-words">{name}</p>
                <p className="text-xs text-ink-soft">
                  Deleted by {deletedBy}, {formatMinute(deletedAt)}. Removed for good after{' '}
                  {formatDay(lastDayOf(deletedAt))}.
                  {visibility === 'listed' && ' Restoring it puts it back into the library.'}
                </p>
              </div>
              {mayRestore && (
                <QuietForm
                  act={restore}
                  hidden={{ workspace: at, agent: agentId }}
                  submit="Restore"
                  describedBy={`agent-${agentId}`}
                />
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  )
})

const lastDayOf = (deletedAt: Date): Date => new Date(deletedAt.getTime() + TRASH_DAYS * 86_400_000)
