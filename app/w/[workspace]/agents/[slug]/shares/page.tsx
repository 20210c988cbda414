import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { requireRight } from '@/app/actor'
import { available } from '@/app/available'
import { agentAt } from '@/app/w/[workspace]/agents/[slug]/agent-at'
import { CreateForm } from '@/app/w/[workspace]/agents/[slug]/shares/create-form'
import { ShareList } from '@/app/w/[workspace]/shares/share-list'
import { LeftOut } from '@/components/site/left-out'
import { Link } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { WorkspaceHead } from '@/components/workspace/workspace-head'
import { mayDo } from '@/lib/access/roles'
import { getDraft } from '@/lib/agents/drafts/draft'
import { type AgentOverview, getAgentOverview } from '@/lib/agents/overview'
import { readKnown } from '@/lib/forms/read-known'
import { flatQuery, type SearchParams } from '@/lib/http/page-query'
import { formatDay } from '@/lib/report/dates'
import { timeCursorSchema } from '@/lib/search/time-cursor'
import { listShares, type SharePage } from '@/lib/shares/list'
import { getWorkspace } from '@/lib/workspaces/queries'

export const metadata: Metadata = { title: 'Share', robots: 'noindex' }

const asked = z.strictObject({ cursor: timeCursorSchema.optional() })

type Props = { params: Promise<{ workspace: string; slug: string }>; searchParams: SearchParams }

export default available(async function AgentSharesPage({ params, searchParams }: Props) {
  const at = await params
  const right = await requireRight('agent.read', at.workspace)
  const { agentId, slug } = await agentAt(right, at, '/shares')
  const workspace = await getWorkspace(await requireRight('workspace.read', at.workspace))
  const { value, refused } = readKnown(asked, flatQuery(await searchParams), 'The list has no such filter.')
  const [draft, agent, page] = await Promise.all([
    getDraft(right, agentId),
    getAgentOverview(right, agentId),
    listShares(right, { agentId }, value.cursor),
  ])
  if (!draft || !agent) notFound()
  const place = { workspace: at.workspace, slug }
  const mayShare = mayDo(right.role, 'agent.share')
  return (
    <>
      <WorkspaceHead workspace={workspace} />
      <p className="text-sm">
        <Link href={`/w/${at.workspace}/agents/${slug}`}>← {draft.document.name || slug}</Link>
      </p>
      <h2 className="mt-2 text-xl">Share</h2>
      <p className="prose mt-1 mb-6 text-sm text-ink-soft">
        A link opens the published report and nothing else, for whoever has it, until you revoke it.
      </p>
      <LeftOut refused={refused} />
      {mayShare && value.cursor === undefined && <Create place={place} agent={agent} page={page} />}
      <section aria-labelledby="links" className="mt-10">
        <h3 id="links" className="mb-3 text-lg">
          Links
        </h3>
        <ShareList
          workspace={at.workspace}
          of={{ kind: 'agent', key: slug }}
          page={page}
          isFirst={value.cursor === undefined}
          mayShare={mayShare}
        />
      </section>
    </>
  )
})

type Place = { readonly workspace: string; readonly slug: string }

function Create({ place, agent, page }: { place: Place; agent: AgentOverview; page: SharePage }) {
  const readable = agent.revisions.filter(({ withdrawnAt }) => withdrawnAt === null)
  if (readable.length === 0)
    return (
      <p className="prose">
        There is nothing to share yet.{' '}
        <Link href={`/w/${place.workspace}/agents/${place.slug}/publish`}>Publish the draft</Link> first.
      </p>
    )
  return (
    <>
      {agent.visibility === 'private' && (
        <Notice title="This agent is private">
          <p>
            Creating a link lets whoever has a link read it.
            {page.shares.some(({ state }) => state === 'private') &&
              ' Its other links that have not expired then work again, too: first revoke those that should not.'}
          </p>
        </Notice>
      )}
      <CreateForm
        {...place}
        revisions={readable.map(({ number, publishedAt }) => ({ number, day: formatDay(publishedAt) }))}
      />
    </>
  )
}
