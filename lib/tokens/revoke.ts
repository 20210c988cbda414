import type { Authorized } from '@/lib/access/authorize'
import { recordAudit, recordAudits } from '@/lib/audit/record'
import { err, ok, type Result } from '@/lib/base/result'
import type { Queryable } from '@/lib/db/client'
import { transact } from '@/lib/db/transact'

/** From the next request on the token opens nothing, whoever made it. */
export const revokeToken = (
  { workspaceId, userId }: Authorized<'token.manage'>,
  id: string,
): Promise<Result<undefined, 'no-such-token'>> =>
  transact<undefined, 'no-such-token'>(async (tx) => {
    const { count } = await tx.apiToken.updateMany({
      where: { id, workspaceId, revokedAt: null },
      data: { revokedAt: new Date() },
    })
    if (count === 0) return err('no-such-token')
    await recordAudit(tx, { workspaceId, userId, action: 'token.revoke', subject: { kind: 'token', id } })
    return ok(undefined)
  })

/** Whoever is taken out of a workspace and let in again later begins without the tokens of before. */
export async function revokeTokensOf(
  tx: Queryable,
  maker: { readonly workspaceId: string; readonly userId: string },
  byUserId: string,
): Promise<void> {
  const { workspaceId } = maker
  const revoked = await tx.apiToken.updateManyAndReturn({
    where: { ...maker, revokedAt: null },
    data: { revokedAt: new Date() },
    select: { id: true },
  })
  const event = { workspaceId, userId: byUserId, action: 'token.revoke' } as const
  await recordAudits(
    tx,
    revoked.map(({ id }) => ({ ...event, subject: { kind: 'token', id } })),
  )
}
