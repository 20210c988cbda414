import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { requireRight } from '@/app/actor'
import { available } from '@/app/available'
import { Consequences } from '@/app/w/[workspace]/runs/new/consequences'
import { RunForm } from '@/app/w/[workspace]/runs/new/run-forms'
import { writeSelection } from '@/app/w/[workspace]/runs/new/selection'
import { LeftOut } from '@/components/site/left-out'
import { Link } from '@/components/ui/link'
import { WorkspaceHead } from '@/components/workspace/workspace-head'
import { mayDo } from '@/lib/access/roles'
import { readAgentFilters } from '@/lib/agents/lists/filters'
import { getDefaultByline } from '@/lib/agents/publishing/default-byline'
import type { Issue } from '@/lib/assessment/issues'
import { DEED_KINDS, type DeedKind, TICKED_MAX } from '@/lib/bulk/deed-kinds'
import { RUN_AGENTS_MAX } from '@/lib/bulk/deeds'
import { type Preview, previewRun } from '@/lib/bulk/preview'
import { findTicked, type RightToBegin, type Selection } from '@/lib/bulk/selection'
import { countAgents } from '@/lib/bulk/words'
import { nameOfKey } from '@/lib/compare/address'
import { flatQuery, type SearchParams } from '@/lib/http/page-query'
import { getWorkspace } from '@/lib/workspaces/queries'

export const metadata: Metadata = { title: 'Many agents at once', robots: 'noindex' }

const VERBS: Readonly<Record<DeedKind, string>> = {
  tag: 'Tag',
  publish: 'Publish',
  share: 'Create links for',
  delete: 'Move to the trash:',
}

type Props = { params: Promise<{ workspace: string }>; searchParams: SearchParams }

export default available(async function NewRunPage({ params, searchParams }: Props) {
  const { workspace: at } = await params
  const right = await requireRight('agent.write', at)
  const workspace = await getWorkspace(await requireRight('workspace.read', at))
  const { kind, selection, ticked, refused } = await readAsked(right, await searchParams)
  const preview = selection && (await previewRun(right, selection))
  const isReady = kind !== undefined && preview && preview.agents > 0 && preview.agents <= RUN_AGENTS_MAX
  return (
    <>
      <WorkspaceHead workspace={workspace} />
      <p className="text-sm">
        <Link href={`/w/${at}/agents`}>← Agents</Link>
      </p>
      <h2 className="mt-2 mb-4 text-xl">
        {isReady ? `${VERBS[kind]} ${countAgents(preview.agents)}` : 'Many agents at once'}
      </h2>
      <LeftOut refused={refused} />
      {isReady && selection ? (
        <>
          <Names preview={preview} />
          <Consequences kind={kind} preview={preview} mayList={mayDo(right.role, 'agent.list')} />
          <RunForm
            kind={kind}
            hidden={{
              workspace: at,
              run: randomUUID(),
              expected: preview.fingerprint,
              ...writeSelection(selection),
            }}
            ticked={ticked}
            submit={`${VERBS[kind]} ${countAgents(preview.agents)}`}
            byline={await getDefaultByline(await requireRight('agent.publish', at))}
            publisher={workspace.publicName}
          />
        </>
      ) : (
        <p className="prose">{whyNot(preview)}</p>
      )}
    </>
  )
})

const whyNot = (preview: Preview | undefined): string =>
  preview && preview.agents > RUN_AGENTS_MAX
    ? `More than ${RUN_AGENTS_MAX.toLocaleString('en')} agents match, which is more than one run takes. Narrow the filters of the list, and do it part by part.`
    : `No agents are chosen. Tick up to ${TICKED_MAX} in the list, or take all that match its filters.`

type Asked = {
  readonly kind: DeedKind | undefined
  readonly selection: Selection | undefined
  /** The addresses that were ticked. */
  readonly ticked: readonly string[]
  readonly refused: readonly Issue[]
}

/** What cannot be read of the filters is never left out here: without it more agents would be meant. */
async function readAsked(right: RightToBegin, query: Awaited<SearchParams>): Promise<Asked> {
  const { agents = [], all, deed, ...rest } = query
  const kind = DEED_KINDS.find((one) => one === deed)
  if (all === 'yes') {
    const { filters, refused } = readAgentFilters(flatQuery(rest))
    const selection = refused.length === 0 ? ({ kind: 'matching', filters } as const) : undefined
    return { kind, selection, ticked: [], refused }
  }
  const slugs = [...new Set([agents].flat().map(nameOfKey))]
  if (slugs.length === 0 || slugs.length > TICKED_MAX)
    return { kind, selection: undefined, ticked: [], refused: [] }
  const { selection, missing } = await findTicked(right, slugs)
  return { kind, selection, ticked: slugs, refused: missing.map((path) => ({ path, message: MISSING })) }
}

const MISSING = 'No agent of this workspace is at this address any more. Nothing is done to it.'

const Names = ({ preview: { names, agents } }: { preview: Preview }) => (
  <p className="prose mb-4 text-sm break-words text-ink-soft">
    {names.join(', ')}
    {agents > names.length && ` and ${countMore(agents - names.length)}`}
  </p>
)

const countMore = (more: number): string => `${more.toLocaleString('en')} more`
