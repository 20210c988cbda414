import type { Authorized } from '@/lib/access/authorize'
import { recordAudits } from '@/lib/audit/record'
import { err, ok, type Result } from '@/lib/base/result'
import type { Queryable } from '@/lib/db/client'
import { settle, transact } from '@/lib/db/transact'

/** For good: from the next request on the link opens nothing. */
export const revokeShare = (
  right: Authorized<'agent.share'>,
  id: string,
): Promise<Result<undefined, 'not-found'>> => transact((tx) => revokeShareIn(tx, right, id))

/** The same as a part of a transaction. */
export const revokeShareIn = async (
  tx: Queryable,
  right: Authorized<'agent.share'>,
  id: string,
): Promise<Result<undefined, 'not-found'>> =>
  (await revokeOpen(tx, right, { id })) > 0 ? ok(undefined) : err('not-found')

type Of = { readonly agentId?: string; readonly comparisonId?: string }

/** All links of an agent, of a comparison, or of the whole workspace; how many those were is told. */
export const revokeShares = (right: Authorized<'agent.share'>, of: Of): Promise<number> =>
  settle((tx) => revokeOpen(tx, right, of))

/** Behind the rows themselves: of two who revoke one link at the same moment one is told that it is over already. */
async function revokeOpen(
  tx: Queryable,
  { workspaceId, userId }: Authorized<'agent.share'>,
  which: { readonly id: string } | Of,
): Promise<number> {
  const revoked = await tx.share.updateManyAndReturn({
    where: { ...which, workspaceId, revokedAt: null },
    data: { revokedAt: new Date() },
    select: { id: true },
  })
  const event = { workspaceId, userId, action: 'share.revoke' } as const
  await recordAudits(
    tx,
    revoked.map(({ id }) => ({ ...event, subject: { kind: 'share', id } })),
  )
  return revoked.length
}
