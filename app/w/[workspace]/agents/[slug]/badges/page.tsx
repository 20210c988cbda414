import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requireRight } from '@/app/actor'
import { available } from '@/app/available'
import { agentAt } from '@/app/w/[workspace]/agents/[slug]/agent-at'
import { BadgeForm } from '@/app/w/[workspace]/agents/[slug]/badges/badge-form'
import { BadgeList } from '@/app/w/[workspace]/agents/[slug]/badges/badge-list'
import { Link } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { WorkspaceHead } from '@/components/workspace/workspace-head'
import { mayDo } from '@/lib/access/roles'
import { getDraft } from '@/lib/agents/drafts/draft'
import { type AgentOverview, getAgentOverview } from '@/lib/agents/overview'
import { BADGES_MAX } from '@/lib/badges/create'
import { listBadges } from '@/lib/badges/list'
import { registry } from '@/lib/registry'
import { getWorkspace } from '@/lib/workspaces/queries'

export const metadata: Metadata = { title: 'Badges', robots: 'noindex' }

type Props = { params: Promise<{ workspace: string; slug: string }> }

export default available(async function BadgesPage({ params }: Props) {
  const at = await params
  const right = await requireRight('agent.read', at.workspace)
  const { agentId, slug } = await agentAt(right, at, '/badges')
  const workspace = await getWorkspace(await requireRight('workspace.read', at.workspace))
  const [draft, agent, badges] = await Promise.all([
    getDraft(right, agentId),
    getAgentOverview(right, agentId),
    listBadges(right, agentId),
  ])
  if (!draft || !agent) notFound()
  const place = { workspace: at.workspace, slug }
  const mayShare = mayDo(right.role, 'agent.share')
  const readable = agent.revisions.filter(({ withdrawnAt }) => withdrawnAt === null)
  return (
    <>
      <WorkspaceHead workspace={workspace} />
      <p className="text-sm">
        <Link href={`/w/${at.workspace}/agents/${slug}`}>← {draft.document.name || slug}</Link>
      </p>
      <h2 className="mt-2 text-xl">Badges</h2>
      <p className="prose mt-1 mb-6 text-sm text-ink-soft">
        A badge address shows severity and score in a README or a wiki, and opens nothing else: it names
        neither the agent nor the workspace, and leads nowhere.
      </p>
      <Notes agent={agent} isReadable={readable.length > 0} />
      {mayShare && readable.length > 0 && badges.length < BADGES_MAX && (
        <div className="mb-8">
          <BadgeForm {...place} numbers={readable.map(({ number }) => number)} />
        </div>
      )}
      {badges.length === 0 ? (
        <p className="text-sm text-ink-soft">
          There is no badge address yet. {!mayShare && 'An editor can create one.'}
          {mayShare && readable.length === 0 && (
            <>
              <Link href={`/w/${at.workspace}/agents/${slug}/publish`}>Publish the draft</Link> first.
            </>
          )}
        </p>
      ) : (
        <BadgeList
          place={place}
          badges={badges}
          publicUrl={registry().publicUrl}
          isShown={agent.visibility !== 'private' && readable.length > 0}
          mayShare={mayShare}
        />
      )}
    </>
  )
})

/** What members should know of what others see, and what no badge tells anybody. */
function Notes({ agent, isReadable }: { agent: AgentOverview; isReadable: boolean }) {
  const notes = [
    ...(agent.visibility === 'private'
      ? [
          'The agent is private: its badge addresses show nothing until it can be read by link or in the library.',
        ]
      : []),
    ...(isReadable ? [] : ['Nothing of the agent is published that a badge could show.']),
    ...(agent.isOutdated
      ? ['What is published is older than this workspace lets a report become, and every badge says so.']
      : []),
    ...(agent.draft === 'changed'
      ? ['The draft has changes that are not published. No badge tells that.']
      : []),
  ]
  if (notes.length === 0) return null
  return (
    <Notice title="What a badge shows now">
      {notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
    </Notice>
  )
}
