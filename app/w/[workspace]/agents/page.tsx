import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { requireRight } from '@/app/actor'
import { available } from '@/app/available'
import { Views } from '@/app/w/[workspace]/agents/views'
import { Chips } from '@/components/filters/chips'
import { Count } from '@/components/filters/found'
import { LeftOut } from '@/components/site/left-out'
import { TickAll } from '@/components/tray/tick-all'
import type { Ticked } from '@/components/tray/tray-store'
import { Link } from '@/components/ui/link'
import { LinkButton } from '@/components/ui/link-button'
import { Pages } from '@/components/ui/pages'
import { AgentFilterForm } from '@/components/workspace/agent-filters'
import { AgentTable } from '@/components/workspace/agent-table'
import { AllThatMatch } from '@/components/workspace/all-that-match'
import { ManyBar } from '@/components/workspace/many-bar'
import { NoAgents } from '@/components/workspace/no-agents'
import { WorkspaceHead } from '@/components/workspace/workspace-head'
import { mayDo } from '@/lib/access/roles'
import { comparedKeyOf } from '@/lib/agents/lists/agent-line'
import { agentChips } from '@/lib/agents/lists/filter-texts'
import {
  type AgentFilters,
  agentOrder,
  agentsAddress,
  agentsQuery,
  agentsQueryText,
  readAgentFilters,
} from '@/lib/agents/lists/filters'
import { searchAgents } from '@/lib/agents/lists/search-agents'
import { listViews } from '@/lib/agents/lists/views'
import { TICKED_MAX } from '@/lib/bulk/deed-kinds'
import type { SearchParams } from '@/lib/http/page-query'
import { listCommonTags } from '@/lib/search/common-tags'
import { readFormQuery } from '@/lib/search/form-query'
import { MATCHES_MAX } from '@/lib/search/matches'
import { addressOf, queryText } from '@/lib/search/traits'
import { wordsOf } from '@/lib/search/words'
import { getWorkspace } from '@/lib/workspaces/queries'

export const metadata: Metadata = { title: 'Agents', robots: 'noindex' }

const TAGS_OFFERED = 100

type Props = { params: Promise<{ workspace: string }>; searchParams: SearchParams }

export default available(async function AgentsPage({ params, searchParams }: Props) {
  const { workspace: at } = await params
  const right = await requireRight('agent.read', at)
  const { asked, isFromForm } = readFormQuery(await searchParams)
  const { filters: read, refused } = readAgentFilters(asked)
  if (isFromForm && refused.length === 0) redirect(agentsAddress(at, read))
  const [workspace, found, views, tags] = await Promise.all([
    requireRight('workspace.read', at).then(getWorkspace),
    searchAgents(right, read),
    listViews(right),
    listCommonTags(right.workspaceId, TAGS_OFFERED),
  ])
  const { filters, agents, count, corrections, fragments } = found
  const chips = agentChips(filters)
  const shown = agents.map((agent) => ({ key: comparedKeyOf(agent), name: agent.name }))
  const mayWrite = mayDo(right.role, 'agent.write')
  const isEmpty = chips.length === 0 && agents.length === 0 && filters.cursor === undefined
  const address = agentsAddress(at, filters)
  return (
    <>
      <WorkspaceHead workspace={workspace} current="agents" />
      <div className="mb-5 flex flex-wrap items-center justify-between gap-4">
        <h2 className="text-lg">Agents</h2>
        {mayWrite && (
          <LinkButton look="main" href={`/w/${at}/agents/new`}>
            New agent
          </LinkButton>
        )}
      </div>
      <LeftOut refused={refused} />
      {isEmpty ? (
        <NoAgents mayWrite={mayWrite} />
      ) : (
        <>
          <Views
            workspace={at}
            views={views}
            query={agentsQueryText(filters)}
            mayWrite={mayDo(right.role, 'view.save')}
          />
          <AgentFilterForm workspace={at} filters={filters} tags={tags.map(({ tag }) => tag)} />
          <Chips
            chips={chips}
            without={(key) => agentsAddress(at, filters, { [key]: undefined })}
            all={`/w/${at}/agents`}
          />
          <Count
            count={count}
            countMax={MATCHES_MAX}
            corrections={corrections}
            isRanked={agentOrder(filters) === 'match'}
          />
          {agents.length === 0 ? (
            <Nothing />
          ) : (
            <>
              <Ways workspace={at} filters={filters} shown={shown} mayWrite={mayWrite} />
              <AgentTable
                workspace={at}
                agents={agents}
                columns={filters.columns}
                words={wordsOf(filters.q ?? '')}
                fragments={fragments}
              />
            </>
          )}
          <div className={agents.length === 0 ? 'unscripted:hidden' : 'contents'}>
            <ManyBar workspace={at} mayWrite={mayWrite} shown={shown.map(({ key }) => key)} />
          </div>
          <Pages
            back={filters.cursor === undefined ? null : { href: address, text: 'First page' }}
            next={
              found.nextCursor === null
                ? null
                : { href: agentsAddress(at, filters, { cursor: found.nextCursor }), text: 'Next page' }
            }
          />
        </>
      )}
    </>
  )
})

/** What can be done with more than one agent of the list. */
function Ways({
  workspace,
  filters,
  shown,
  mayWrite,
}: {
  workspace: string
  filters: AgentFilters
  /** The agents of this page. */
  shown: readonly Ticked[]
  mayWrite: boolean
}) {
  const query = agentsQuery(filters)
  const isNarrowed = agentChips(filters).length > 0
  return (
    <div className="mb-2 flex flex-wrap items-baseline gap-x-5 gap-y-1 text-sm">
      <div className="mr-auto">
        <TickAll place={`/w/${workspace}/compare`} agents={shown} max={TICKED_MAX} />
      </div>
      {mayWrite && (
        <AllThatMatch
          workspace={workspace}
          what={isNarrowed ? 'all that match' : 'all agents'}
          query={queryText(query)}
        />
      )}
      <Link href={`/w/${workspace}/runs`}>Runs</Link>
      <a href={addressOf(`/w/${workspace}/agents.csv`, query)}>Export as CSV</a>
    </div>
  )
}

const Nothing = () => (
  <div className="prose py-4">
    <p className="text-lg font-semibold">Nothing matches all of this.</p>
    <p className="mt-2 text-sm text-ink-soft">
      Take a filter away above. A search wants every word to occur in an agent's name, vendor, tags, summary,
      description, narratives or rationales; the first three letters of a word are enough.
    </p>
  </div>
)
