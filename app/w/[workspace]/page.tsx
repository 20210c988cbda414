import type { Metadata } from 'next'
import { requireRight } from '@/app/actor'
import { available } from '@/app/available'
import { WorkspaceHead } from '@/components/workspace/workspace-head'
import { getWorkspace } from '@/lib/workspaces/queries'

export const metadata: Metadata = { title: 'Workspace', robots: 'noindex' }

export default available(async function WorkspacePage({
  params,
}: {
  params: Promise<{ workspace: string }>
}) {
  const right = await requireRight('workspace.read', (await params).workspace)
  const workspace = await getWorkspace(right)
  return (
    <>
      <WorkspaceHead workspace={workspace} current="overview" />
      <dl className="grid max-w-md grid-cols-[1fr_auto] gap-y-1 text-sm">
        <dt className="text-ink-soft">Members</dt>
        <dd className="figures text-right font-semibold">{workspace.members}</dd>
        <dt className="text-ink-soft">Agents</dt>
        <dd className="figures text-right font-semibold">{workspace.agents}</dd>
        <dt className="text-ink-soft">Your role</dt>
        <dd className="text-right font-semibold">{right.role}</dd>
      </dl>
    </>
  )
})
