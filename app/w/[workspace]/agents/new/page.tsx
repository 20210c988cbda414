import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { requireRight } from '@/app/actor'
import { available } from '@/app/available'
import { CopyForm } from '@/app/w/[workspace]/agents/new/copy-form'
import { ScratchForm } from '@/app/w/[workspace]/agents/new/scratch-form'
import { WorkspaceHead } from '@/components/workspace/workspace-head'
import { findAgent } from '@/lib/agents/find'
import { listAgents } from '@/lib/agents/list'
import { flatQuery, type SearchParams } from '@/lib/http/page-query'
import { getWorkspace } from '@/lib/workspaces/queries'

export const metadata: Metadata = { title: 'New agent', robots: 'noindex' }

const AGENTS_OFFERED = 100

type Props = { params: Promise<{ workspace: string }>; searchParams: SearchParams }

export default available(async function NewAgentPage({ params, searchParams }: Props) {
  const { workspace: at } = await params
  const right = await requireRight('agent.write', at)
  const workspace = await getWorkspace(await requireRight('workspace.read', at))
  const { agents } = await listAgents(await requireRight('agent.read', at), undefined, AGENTS_OFFERED)
  const { copy } = flatQuery(await searchParams)
  const chosen = copy === undefined ? undefined : (await findAgent(right, copy))?.slug
  return (
    <>
      <WorkspaceHead workspace={workspace} />
      <h2 className="text-lg">New agent</h2>
      <p className="prose mt-1 text-sm text-ink-soft">
        It begins as a draft that only members of this workspace see.
      </p>
      <div className="mt-8 grid gap-x-12 gap-y-10 md:grid-cols-2">
        <Way title="From scratch">
          <ScratchForm workspace={at} />
        </Way>
        {agents.length > 0 && (
          <Way title="As a copy">
            <CopyForm workspace={at} agents={optionsOf(agents, chosen)} chosen={chosen} />
          </Way>
        )}
      </div>
    </>
  )
})

type Option = { readonly slug: string; readonly name: string }

/** One that was asked for is among them, however long ago it was saved. */
const optionsOf = (agents: readonly Option[], chosen: string | undefined): readonly Option[] => [
  ...agents.map(({ slug, name }) => ({ slug, name })),
  ...(chosen === undefined || agents.some(({ slug }) => slug === chosen)
    ? []
    : [{ slug: chosen, name: chosen }]),
]

const Way = ({ title, children }: { title: string; children: ReactNode }) => (
  <section>
    <h3 className="mb-3 text-base">{title}</h3>
    {children}
  </section>
)
