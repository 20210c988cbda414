import type { Metadata } from 'next'
import { requireRight } from '@/app/actor'
import { available } from '@/app/available'
import { Link } from '@/components/ui/link'
import { Entries, Entry } from '@/components/workspace/entries'
import { WorkspaceHead } from '@/components/workspace/workspace-head'
import { listComparisons } from '@/lib/comparisons/list'
import { formatDay } from '@/lib/report/dates'
import { getWorkspace } from '@/lib/workspaces/queries'

export const metadata: Metadata = { title: 'Comparisons', robots: 'noindex' }

export default available(async function ComparisonsPage({
  params,
}: {
  params: Promise<{ workspace: string }>
}) {
  const { workspace: at } = await params
  const workspace = await getWorkspace(await requireRight('workspace.read', at))
  const comparisons = await listComparisons(await requireRight('agent.read', at))
  const home = `/w/${at}`
  return (
    <>
      <WorkspaceHead workspace={workspace} current="compare" />
      <h2 className="text-lg">Comparisons</h2>
      <p className="prose mt-1 mb-4 text-sm text-ink-soft">
        Two to six agents side by side, kept under a name.{' '}
        <Link href={`${home}/compare`}>Compare agents</Link> and save what you see to find it here.
      </p>
      {comparisons.length > 0 && (
        <Entries>
          {comparisons.map(({ id, name, agents, createdAt, createdBy }) => (
            <Entry key={id}>
              <p className="font-semibold">
                <Link href={`${home}/comparisons/${id}`}>{name}</Link>
              </p>
              <p>{agents.map((agent) => agent.name).join(', ') || 'All of its agents are gone.'}</p>
              <p className="text-xs text-ink-soft">
                Saved by {createdBy}, <time dateTime={createdAt.toISOString()}>{formatDay(createdAt)}</time>
              </p>
            </Entry>
          ))}
        </Entries>
      )}
    </>
  )
})
