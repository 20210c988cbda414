import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requireRight } from '@/app/actor'
import { available } from '@/app/available'
import { agentAt } from '@/app/w/[workspace]/agents/[slug]/agent-at'
import { PublishForm } from '@/app/w/[workspace]/agents/[slug]/publish/publish-form'
import { ScoreFigure } from '@/components/marks/severity'
import { Link } from '@/components/ui/link'
import { WorkspaceHead } from '@/components/workspace/workspace-head'
import { getDraft, type StoredDraft } from '@/lib/agents/drafts/draft'
import { getDefaultByline } from '@/lib/agents/publishing/default-byline'
import { formulaOf } from '@/lib/aivss/formulas'
import type { AssessmentDocument } from '@/lib/assessment/document'
import type { Issue } from '@/lib/assessment/issues'
import { publishable } from '@/lib/assessment/missing'
import { scoreDocument } from '@/lib/assessment/score-document'
import { anchorOf } from '@/lib/editor/anchors'
import { getWorkspace } from '@/lib/workspaces/queries'

export const metadata: Metadata = { title: 'Publish', robots: 'noindex' }

type Props = { params: Promise<{ workspace: string; slug: string }> }

export default available(async function PublishPage({ params }: Props) {
  const at = await params
  const right = await requireRight('agent.publish', at.workspace)
  const { agentId, slug } = await agentAt(right, at, '/publish')
  const workspace = await getWorkspace(await requireRight('workspace.read', at.workspace))
  const draft = await getDraft(await requireRight('agent.read', at.workspace), agentId)
  if (!draft) notFound()
  const home = `/w/${at.workspace}/agents/${slug}`
  return (
    <>
      <WorkspaceHead workspace={workspace} />
      <p className="text-sm">
        <Link href={home}>← {draft.document.name || slug}</Link>
      </p>
      <h2 className="mt-2 mb-6 text-xl">Publish</h2>
      <WhatIsPublished draft={draft} editor={`${home}/edit`} />
      <PublishForm
        workspace={at.workspace}
        slug={slug}
        version={draft.version}
        byline={await getDefaultByline(right)}
        publisher={workspace.publicName}
        ready={!draft.isPublished && publishable(draft.document).ok}
      />
    </>
  )
})

function WhatIsPublished({ draft, editor }: { draft: StoredDraft; editor: string }) {
  const document = publishable(draft.document)
  if (draft.isPublished)
    return (
      <p className="prose">
        This draft is published as it stands. <Link href={editor}>Change something</Link> and come back to
        make the next revision.
      </p>
    )
  return document.ok ? (
    <ToBePublished document={document.value} />
  ) : (
    <Missing issues={document.error} editor={editor} />
  )
}

function ToBePublished({ document }: { document: AssessmentDocument }) {
  const { score, severity, notices } = scoreDocument(document)
  return (
    <section aria-label="What will be published" className="mb-8">
      <ScoreFigure score={score} severity={severity} size="large" />
      <p className="prose mt-2 text-sm text-ink-soft">
        {document.name}, scored with {formulaOf(document.formula).title}. A revision stays as it is published:
        its number and its score can be quoted.
      </p>
      {notices.length > 0 && (
        <ul
          aria-label="Notices"
          className="prose mt-3 space-y-1 border-l-3 border-medium-mark pl-3 text-xs text-ink-soft"
        >
          {notices.map(({ code, message }) => (
            <li key={code}>{message}</li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Missing({ issues, editor }: { issues: readonly Issue[]; editor: string }) {
  return (
    <section aria-labelledby="missing" className="prose mb-8">
      <h3 id="missing" className="text-base">
        {issues.length === 1 ? 'One thing is still missing' : `${issues.length} things are still missing`}
      </h3>
      <ul className="mt-3 space-y-1.5 text-sm">
        {issues.map(({ path, message }) => (
          <li key={`${path} ${message}`}>
            <Link href={`${editor}#${anchorOf(path)}`} className="inline-block py-0.5">
              {message}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
