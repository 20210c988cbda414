import type { Authorized } from '@/lib/access/authorize'
import { renewCard } from '@/lib/agents/cards/card'
import { renewListing } from '@/lib/agents/cards/listing'
import { lockLivingAgent } from '@/lib/agents/lock'
import { recordAudit } from '@/lib/audit/record'
import { err, ok, type Result } from '@/lib/base/result'
import type { Queryable } from '@/lib/db/client'
import { transact } from '@/lib/db/transact'

/** For good. The library falls back to the newest revision that is left, or shows the agent no longer. */
export const withdrawRevision = (
  right: Authorized<'revision.withdraw'>,
  agentId: string,
  number: number,
): Promise<Result<undefined, 'not-found'>> => transact((tx) => withdrawRevisionIn(tx, right, agentId, number))

/** The same as a part of a transaction. */
export async function withdrawRevisionIn(
  tx: Queryable,
  { workspaceId, userId }: Authorized<'revision.withdraw'>,
  agentId: string,
  number: number,
): Promise<Result<undefined, 'not-found'>> {
  const id = { workspaceId, agentId }
  const agent = await lockLivingAgent(tx, id)
  if (!agent) return err('not-found')
  // Before it is withdrawn, so that its successor takes its place by one statement: what is taken out and put in again is
  // counted twice, and in between somebody who does the same stands in the way.
  if (agent.visibility === 'listed') await renewListing(tx, id, { without: number })
  const { count } = await tx.revision.updateMany({
    where: { ...id, number, withdrawnAt: null },
    data: { withdrawnAt: new Date() },
  })
  if (count === 0) return err('not-found')
  await renewCard(tx, id, 'withdrawn')
  await recordAudit(tx, {
    workspaceId,
    userId,
    action: 'revision.withdraw',
    subject: { kind: 'agent', id: agentId },
    detail: { number },
  })
  return ok(undefined)
}
