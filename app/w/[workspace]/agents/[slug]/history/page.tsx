import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import type { ReactNode } from 'react'
import { z } from 'zod'
import { requireRight } from '@/app/actor'
import { available } from '@/app/available'
import { Comparison } from '@/app/w/[workspace]/agents/[slug]/history/comparison'
import { Copies, Revisions } from '@/app/w/[workspace]/agents/[slug]/history/entries'
import { LeftOut } from '@/components/site/left-out'
import { Link } from '@/components/ui/link'
import { WorkspaceHead } from '@/components/workspace/workspace-head'
import { mayDo } from '@/lib/access/roles'
import { getHistory } from '@/lib/agents/drafts/history'
import { findText, textRefSchema } from '@/lib/agents/drafts/stored-text'
import { findAgent } from '@/lib/agents/find'
import { readKnown } from '@/lib/forms/read-known'
import { flatQuery, type SearchParams } from '@/lib/http/page-query'
import { formatMinute } from '@/lib/report/dates'
import { getWorkspace } from '@/lib/workspaces/queries'

export const metadata: Metadata = { title: 'History', robots: 'noindex' }

const asked = z.strictObject({
  from: textRefSchema.optional(),
  to: textRefSchema.optional(),
  before: z
    .string()
    .regex(/^[1-9]\d{0,8}$/, 'Write the number of a revision.')
    .transform(Number)
    .optional(),
})

type Props = { params: Promise<{ workspace: string; slug: string }>; searchParams: SearchParams }

export default available(async function HistoryPage({ params, searchParams }: Props) {
  const { workspace: at, slug } = await params
  const right = await requireRight('agent.read', at)
  const workspace = await getWorkspace(await requireRight('workspace.read', at))
  const agent = await findAgent(right, slug)
  if (!agent) notFound()
  const query = flatQuery(await searchParams)
  const home = `/w/${at}/agents/${agent.slug}`
  if (agent.slug !== slug) redirect(`${home}/history?${new URLSearchParams(query)}`)
  const { value, refused } = readKnown(asked, query, 'The history has no such filter.')
  const history = await getHistory(right, agent.agentId, value.before)
  const draft = await findText(right, agent.agentId, { kind: 'draft' })
  if (!history || !draft.ok) notFound()
  const mayWrite = mayDo(right.role, 'agent.write')
  const place = { workspace: at, slug: agent.slug, version: mayWrite ? history.draft.version : null }
  return (
    <>
      <WorkspaceHead workspace={workspace} />
      <p className="text-sm">
        <Link href={home}>← {draft.value.name || agent.slug}</Link>
      </p>
      <h2 className="mt-2 mb-6 text-xl">History</h2>
      <LeftOut refused={refused} />
      <Comparison right={right} agentId={agent.agentId} history={history} asked={value} />
      <Section id="draft" title="Draft">
        <p className="text-sm text-ink-soft">
          Last saved by {history.draft.by}, {formatMinute(history.draft.at)}
        </p>
      </Section>
      <Section id="revisions" title="Revisions">
        <Revisions history={history} place={place} />
        {history.olderThan !== null && (
          <p className="mt-3 text-sm">
            <Link href={`${home}/history?before=${history.olderThan}`}>Older revisions</Link>
          </p>
        )}
      </Section>
      {history.copies.length > 0 && (
        <Section id="copies" title="Replaced drafts">
          <p className="prose mb-3 text-sm text-ink-soft">
            What a restored text took the place of, the newest twenty. One that can be read in a revision is
            not kept again.
          </p>
          <Copies copies={history.copies} place={place} />
        </Section>
      )}
    </>
  )
})

function Section({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="mt-10 max-w-3xl">
      <h2 id={id} className="mb-2 text-lg">
        {title}
      </h2>
      {children}
    </section>
  )
}
