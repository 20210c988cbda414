import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { requireRight } from '@/app/actor'
import { available } from '@/app/available'
import { Editor } from '@/components/editor/editor'
import { Link } from '@/components/ui/link'
import { getDraft } from '@/lib/agents/drafts/draft'
import { findAgent } from '@/lib/agents/find'
import { fieldsOfDraft } from '@/lib/editor/document-fields'

export const metadata: Metadata = { title: 'Editor', robots: 'noindex' }

export default available(async function EditPage({
  params,
}: {
  params: Promise<{ workspace: string; slug: string }>
}) {
  const { workspace, slug } = await params
  const right = await requireRight('agent.write', workspace)
  const agent = await findAgent(right, slug)
  if (!agent) notFound()
  const home = `/w/${workspace}/agents/${agent.slug}`
  if (agent.slug !== slug) redirect(`${home}/edit`)
  const draft = (await getDraft(right, agent.agentId)) ?? notFound()
  const { version, savedAt, savedBy, score, document } = draft
  return (
    <>
      <header className="mb-2 flex flex-wrap items-baseline justify-between gap-x-6">
        <h1 className="text-lg">{document.name || agent.slug}: threat model</h1>
        <p className="text-sm">
          <Link href={home}>To the agent</Link>
        </p>
      </header>
      <Editor
        // The text on a desk belongs to one person, whoever has signed in on this browser since.
        key={`${right.userId} ${agent.agentId}`}
        desk={{
          account: right.userId,
          agentId: agent.agentId,
          saveUrl: `/w/${workspace}/drafts/${agent.agentId}`,
          publishUrl: `${home}/publish`,
        }}
        stored={{
          version,
          savedBy,
          score,
          savedAt: savedAt.toISOString(),
          fields: fieldsOfDraft(document),
        }}
      />
    </>
  )
})
