import { notFound, redirect } from 'next/navigation'
import type { Authorized } from '@/lib/access/authorize'
import { type FoundAgent, findAgent } from '@/lib/agents/find'

/** The agent that a page below its address is about; from a former address one is sent on to the same page. */
export async function agentAt(
  right: Authorized,
  { workspace, slug }: { readonly workspace: string; readonly slug: string },
  page: '' | '/publish' | '/badges' | '/shares' | '/trend',
): Promise<FoundAgent> {
  const agent = await findAgent(right, slug)
  if (!agent) notFound()
  if (agent.slug !== slug) redirect(`/w/${workspace}/agents/${agent.slug}${page}`)
  return agent
}
