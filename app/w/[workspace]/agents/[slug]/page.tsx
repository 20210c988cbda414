import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requireRight } from '@/app/actor'
import { available } from '@/app/available'
import { remove } from '@/app/w/[workspace]/agents/[slug]/actions'
import { AddressForm } from '@/app/w/[workspace]/agents/[slug]/address-form'
import { agentAt } from '@/app/w/[workspace]/agents/[slug]/agent-at'
import { DraftSummary } from '@/app/w/[workspace]/agents/[slug]/draft-summary'
import { Readers } from '@/app/w/[workspace]/agents/[slug]/readers'
import { Revisions } from '@/app/w/[workspace]/agents/[slug]/revisions'
import { Fold } from '@/components/ui/fold'
import { LinkButton } from '@/components/ui/link-button'
import { QuietForm } from '@/components/workspace/quiet-form'
import { WorkspaceHead } from '@/components/workspace/workspace-head'
import { mayDo } from '@/lib/access/roles'
import { getDraft } from '@/lib/agents/drafts/draft'
import { getAgentOverview } from '@/lib/agents/overview'
import { VISIBILITY_LABELS } from '@/lib/agents/publishing/visibility'
import { KIND_LABELS } from '@/lib/assessment/kinds'
import { getWorkspace } from '@/lib/workspaces/queries'

export const metadata: Metadata = { title: 'Agent', robots: 'noindex' }

type Props = { params: Promise<{ workspace: string; slug: string }> }

export default available(async function AgentPage({ params }: Props) {
  const at = await params
  const right = await requireRight('agent.read', at.workspace)
  const { agentId, slug } = await agentAt(right, at, '')
  const workspace = await getWorkspace(await requireRight('workspace.read', at.workspace))
  const [draft, agent] = await Promise.all([getDraft(right, agentId), getAgentOverview(right, agentId)])
  if (!draft || !agent) notFound()
  const place = { workspace: at.workspace, slug }
  const home = `/w/${at.workspace}/agents/${slug}`
  const mayWrite = mayDo(right.role, 'agent.write')
  const isReadable = agent.revisions.some(({ withdrawnAt }) => withdrawnAt === null)
  return (
    <>
      <WorkspaceHead workspace={workspace} />
      <p className="text-sm text-ink-soft">
        {KIND_LABELS[draft.document.kind ?? 'other']} · {VISIBILITY_LABELS[agent.visibility]}
      </p>
      <h2 className="mt-1 text-xl break-words">{draft.document.name || slug}</h2>
      <p className="mt-4 flex flex-wrap gap-3">
        {mayWrite && (
          <LinkButton look="main" href={`${home}/edit`}>
            Edit
          </LinkButton>
        )}
        {mayWrite && !draft.isPublished && <LinkButton href={`${home}/publish`}>Publish</LinkButton>}
        {isReadable && <LinkButton href={`${home}/report`}>Report</LinkButton>}
        {isReadable && (
          <LinkButton href={`${home}/shares`}>
            {mayDo(right.role, 'agent.share') ? 'Share' : 'Shares'}
          </LinkButton>
        )}
        <LinkButton href={`${home}/history`}>History</LinkButton>
        {isReadable && <LinkButton href={`${home}/trend`}>Trend</LinkButton>}
        <LinkButton href={`${home}/badges`}>Badges</LinkButton>
        {mayWrite && (
          <LinkButton href={`/w/${at.workspace}/agents/new?from=copy&agent=${slug}`}>Copy</LinkButton>
        )}
      </p>
      <div className="mt-8 grid gap-x-12 gap-y-10 md:grid-cols-[1fr_22rem]">
        <div className="min-w-0 space-y-10">
          <DraftSummary draft={draft} agent={agent} home={home} mayWrite={mayWrite} />
          <Revisions
            place={place}
            revisions={agent.revisions}
            mayWithdraw={mayDo(right.role, 'revision.withdraw')}
          />
        </div>
        <div className="min-w-0 space-y-10">
          <Readers place={place} agent={agent} role={right.role} />
          {mayWrite && <Housekeeping place={place} />}
        </div>
      </div>
    </>
  )
})

function Housekeeping({ place }: { place: { readonly workspace: string; readonly slug: string } }) {
  return (
    <section aria-labelledby="housekeeping" className="space-y-3">
      <h3 id="housekeeping" className="text-lg">
        Housekeeping
      </h3>
      <Fold summary="Change its address">
        <div className="mt-3">
          <AddressForm {...place} />
        </div>
      </Fold>
      <Fold summary="Delete it">
        <div className="prose mt-3 space-y-3 text-sm">
          <p id="delete">
            It goes into the trash with everything that was published of it, and can be brought back from
            there for 30 days.
          </p>
          <QuietForm act={remove} hidden={place} submit="Move to the trash" describedBy="delete" />
        </div>
      </Fold>
    </section>
  )
}
