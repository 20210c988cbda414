import type { Metadata } from 'next'
import { requireRight } from '@/app/actor'
import { available } from '@/app/available'
import { readMembersComparison } from '@/app/w/[workspace]/compare/read'
import { SaveForm } from '@/app/w/[workspace]/comparisons/save-form'
import { asksForCandidates, CompareBody } from '@/components/compare/compare-body'
import { Fold } from '@/components/ui/fold'
import { Link } from '@/components/ui/link'
import { WorkspaceHead } from '@/components/workspace/workspace-head'
import { mayDo } from '@/lib/access/roles'
import { findCandidates } from '@/lib/agents/lists/find-candidates'
import { KIND_LABELS } from '@/lib/assessment/kinds'
import { comparisonFields, draftKeyOf, type Query } from '@/lib/compare/address'
import { AGENTS_MIN } from '@/lib/compare/compared-agent'
import { getWorkspace } from '@/lib/workspaces/queries'

export const metadata: Metadata = { title: 'Compare', robots: 'noindex' }

type Props = { params: Promise<{ workspace: string }>; searchParams: Promise<Query> }

export default available(async function WorkspaceComparePage({ params, searchParams }: Props) {
  const { workspace: at } = await params
  const right = await requireRight('agent.read', at)
  const workspace = await getWorkspace(await requireRight('workspace.read', at))
  const { settled, unread } = await readMembersComparison(right, await searchParams)
  const found = asksForCandidates(settled) ? await findCandidates(right, settled.state.find) : null
  const isComparison = settled.agents.length >= AGENTS_MIN
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
      <div className="mt-10 border-t border-line pt-5 text-sm print:hidden">
        {isComparison && mayDo(right.role, 'comparison.write') && (
          <Fold summary="Save this comparison">
            <div className="mt-3 mb-5">
              <SaveForm
                workspace={at}
                query={new URLSearchParams(
                  comparisonFields(settled.state).map((field) => [...field]),
                ).toString()}
              />
            </div>
          </Fold>
        )}
        <p className="mt-2">
          <Link href={`/w/${at}/comparisons`}>Saved comparisons</Link>
        </p>
      </div>
    </>
  )
})
