import type { Metadata } from 'next'
import { requireRight } from '@/app/actor'
import { available } from '@/app/available'
import { Link } from '@/components/ui/link'
import { LinkButton } from '@/components/ui/link-button'
import { AgentRows, NoAgents } from '@/components/workspace/agent-rows'
import { WorkspaceHead } from '@/components/workspace/workspace-head'
import { mayDo } from '@/lib/access/roles'
import { listAgents } from '@/lib/agents/list'
import { getWorkspace } from '@/lib/workspaces/queries'

export const metadata: Metadata = { title: 'Workspace', robots: 'noindex' }

const AGENTS_SHOWN = 5

export default available(async function WorkspacePage({
  params,
}: {
  params: Promise<{ workspace: string }>
}) {
  const { workspace: at } = await params
  const right = await requireRight('workspace.read', at)
  const [workspace, { agents }] = await Promise.all([
    getWorkspace(right),
    listAgents(await requireRight('agent.read', at), { rowsMax: AGENTS_SHOWN }),
  ])
  const mayWrite = mayDo(right.role, 'agent.write')
  return (
    <>
      <WorkspaceHead workspace={workspace} current="overview" />
      <div className="mb-4 flex flex-wrap items-center justify-between gap-4">
        <h2 className="text-lg">Last saved</h2>
        {mayWrite && (
          <LinkButton look="main" href={`/w/${at}/agents/new`}>
            New agent
          </LinkButton>
        )}
      </div>
      {agents.length === 0 ? <NoAgents mayWrite={mayWrite} /> : <AgentRows workspace={at} agents={agents} />}
      {workspace.agents > agents.length && (
        <p className="mt-4 text-sm">
          <Link href={`/w/${at}/agents`}>All {workspace.agents} agents</Link>
        </p>
      )}
      <dl className="mt-10 grid max-w-md grid-cols-[1fr_auto] gap-y-1 text-sm">
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
