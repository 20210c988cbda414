import type { Metadata } from 'next'
import { requireRight } from '@/app/actor'
import { available } from '@/app/available'
import { readMembersComparison } from '@/app/w/[workspace]/compare/read'
import { asksForCandidates, CompareBody } from '@/components/compare/compare-body'
import { WorkspaceHead } from '@/components/workspace/workspace-head'
import { findCandidates } from '@/lib/agents/find-candidates'
import { KIND_LABELS } from '@/lib/assessment/kinds'
import { draftKeyOf, type Query } from '@/lib/compare/address'
import { getWorkspace } from '@/lib/workspaces/queries'

export const metadata: Metadata = { title: 'Compare', robots: 'noindex' }

type Props = { params: Promise<{ workspace: string }>; searchParams: Promise<Query> }

export default available(async function WorkspaceComparePage({ params, searchParams }: Props) {
  const { workspace: at } = await params
  const right = await requireRight('agent.read', at)
  const workspace = await getWorkspace(await requireRight('workspace.read', at))
  const { settled, unread } = await readMembersComparison(right, await searchParams)
  const found = asksForCandidates(settled) ? await findCandidates(right, settled.state.find) : null
  return (
    <>
      <WorkspaceHead workspace={workspace} current="compare" />
      <h2 className="mb-5 text-lg print:hidden">Compare</h2>
      <CompareBody
        path={`/w/${at}/compare`}
        settled={settled}
        unread={unread}
        candidates={
          found?.map(({ slug, name, kind, number, score }) => ({
            key: number === null ? draftKeyOf(slug) : slug,
            name,
            note:
              number === null ? `${KIND_LABELS[kind]} · Draft` : `${KIND_LABELS[kind]} · Revision ${number}`,
            score,
          })) ?? null
        }
      />
    </>
  )
})
