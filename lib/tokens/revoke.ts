import type { Authorized } from '@/lib/access/authorize'
import { recordAudit } from '@/lib/audit/record'
import { err, ok, type Result } from '@/lib/base/result'
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
