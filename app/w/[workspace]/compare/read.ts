import type { ReadComparison } from '@/app/compare/read'
import type { Authorized } from '@/lib/access/authorize'
import { findCompared } from '@/lib/agents/find-compared'
import { type Query, readComparison } from '@/lib/compare/address'
import { settle } from '@/lib/compare/settle'

/** Of the agents of a workspace, for its members. */
export async function readMembersComparison(
  right: Authorized<'agent.read'>,
  query: Query,
): Promise<ReadComparison> {
  const { state, refused } = readComparison(query)
  const why = 'This workspace has no agent at this address. Take it out, or search for it below.'
  return { settled: settle(state, await findCompared(right, state.agents), why), unread: refused }
}
