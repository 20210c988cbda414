import type { Metadata } from 'next'
import { z } from 'zod'
import { requireRight } from '@/app/actor'
import { available } from '@/app/available'
import { CopyForm } from '@/app/w/[workspace]/agents/new/copy-form'
import { ImportForm } from '@/app/w/[workspace]/agents/new/import-form'
import { ScratchForm } from '@/app/w/[workspace]/agents/new/scratch-form'
import { Link } from '@/components/ui/link'
import { WorkspaceHead } from '@/components/workspace/workspace-head'
import { findAgent } from '@/lib/agents/find'
import { listAgents } from '@/lib/agents/lists/list'
import { readKnown } from '@/lib/forms/read-known'
import { flatQuery, type SearchParams } from '@/lib/http/page-query'
import { getWorkspace } from '@/lib/workspaces/queries'

export const metadata: Metadata = { title: 'New agent', robots: 'noindex' }

const AGENTS_OFFERED = 100

const asked = z.strictObject({
  from: z.enum(['scratch', 'copy', 'document']).default('scratch'),
  agent: z.string().max(80).optional(),
})

type Props = { params: Promise<{ workspace: string }>; searchParams: SearchParams }

export default available(async function NewAgentPage({ params, searchParams }: Props) {
  const { workspace: at } = await params
  const right = await requireRight('agent.write', at)
  const workspace = await getWorkspace(await requireRight('workspace.read', at))
  const { agents } = await listAgents(await requireRight('agent.read', at), { rowsMax: AGENTS_OFFERED })
  const { value } = readKnown(asked, flatQuery(await searchParams), '')
  const chosen = value.agent === undefined ? undefined : (await findAgent(right, value.agent))?.slug
  const way = value.from === 'copy' && agents.length === 0 ? 'scratch' : value.from
  return (
    <>
      <WorkspaceHead workspace={workspace} />
      <h2 className="text-lg">New agent</h2>
      <p className="prose mt-1 text-sm text-ink-soft">
        It begins as a draft that only members of this workspace see.
      </p>
      <Ways current={way} copies={agents.length > 0} />
      {way === 'scratch' && <ScratchForm workspace={at} />}
      {way === 'copy' && <CopyForm workspace={at} agents={optionsOf(agents, chosen)} chosen={chosen} />}
      {way === 'document' && <ImportForm workspace={at} />}
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

const WAYS = [
  ['scratch', 'From scratch'],
  ['copy', 'As a copy'],
  ['document', 'From a document or a report'],
] as const

function Ways({ current, copies }: { current: (typeof WAYS)[number][0]; copies: boolean }) {
  return (
    <nav aria-label="Ways to begin" className="mt-5 mb-6 flex flex-wrap gap-x-5 gap-y-1 text-sm">
      {WAYS.filter(([way]) => copies || way !== 'copy').map(([way, label]) => (
        <Link
          key={way}
          href={`?from=${way}`}
          aria-current={way === current ? 'page' : undefined}
          className="py-1 aria-[current=page]:font-semibold aria-[current=page]:text-ink aria-[current=page]:no-underline"
        >
          {label}
        </Link>
      ))}
    </nav>
  )
}
