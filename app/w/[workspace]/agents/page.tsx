import type { Metadata } from 'next'
import { z } from 'zod'
import { requireRight } from '@/app/actor'
import { available } from '@/app/available'
import { LeftOut } from '@/components/site/left-out'
import { Link } from '@/components/ui/link'
import { LinkButton } from '@/components/ui/link-button'
import { AgentRows, NoAgents } from '@/components/workspace/agent-rows'
import { ManyBar } from '@/components/workspace/many-bar'
import { TickAll } from '@/components/workspace/tick-all'
import { WorkspaceHead } from '@/components/workspace/workspace-head'
import { mayDo } from '@/lib/access/roles'
import { listAgents } from '@/lib/agents/list'
import { agentCursorSchema } from '@/lib/agents/sorts'
import { readKnown } from '@/lib/forms/read-known'
import { flatQuery, type SearchParams } from '@/lib/http/page-query'
import { getWorkspace } from '@/lib/workspaces/queries'

export const metadata: Metadata = { title: 'Agents', robots: 'noindex' }

const asked = z.strictObject({ cursor: agentCursorSchema.optional() })

type Props = { params: Promise<{ workspace: string }>; searchParams: SearchParams }

export default available(async function AgentsPage({ params, searchParams }: Props) {
  const { workspace: at } = await params
  const workspace = await getWorkspace(await requireRight('workspace.read', at))
  const right = await requireRight('agent.read', at)
  const { value, refused } = readKnown(asked, flatQuery(await searchParams), 'The list has no such filter.')
  const { agents, nextCursor } = await listAgents(right, { cursor: value.cursor })
  const mayWrite = mayDo(right.role, 'agent.write')
  const home = `/w/${at}/agents`
  return (
    <>
      <WorkspaceHead workspace={workspace} current="agents" />
      <div className="mb-6 flex flex-wrap items-center justify-between gap-4">
        <h2 className="text-lg">Agents</h2>
        {mayWrite && (
          <LinkButton look="main" href={`${home}/new`}>
            New agent
          </LinkButton>
        )}
      </div>
      <LeftOut refused={refused} />
      {agents.length === 0 ? (
        <NoAgents mayWrite={mayWrite} />
      ) : (
        <>
          <div className="mb-2 flex flex-wrap justify-between gap-x-4 text-sm">
            <TickAll />
            <p className="ml-auto flex gap-4">
              <Link href={`/w/${at}/runs`}>Runs</Link>
              <a href={`${home}.csv`}>Export as CSV</a>
            </p>
          </div>
          <ManyBar workspace={at} mayWrite={mayWrite} matching={{ what: 'all agents', query: '' }} />
          <AgentRows workspace={at} agents={agents} />
        </>
      )}
      <nav aria-label="Pages" className="mt-6 flex justify-between text-sm">
        {value.cursor !== undefined && <Link href={home}>First page</Link>}
        {nextCursor !== null && (
          <Link rel="next" className="ml-auto" href={`${home}?cursor=${encodeURIComponent(nextCursor)}`}>
            Next page
          </Link>
        )}
      </nav>
    </>
  )
})
