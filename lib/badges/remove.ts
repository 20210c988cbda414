import type { Authorized } from '@/lib/access/authorize'
import { recordAudit } from '@/lib/audit/record'
import { err, ok, type Result } from '@/lib/base/result'
import { transact } from '@/lib/db/transact'

/** For good: on the next request there is nothing at the address. */
export const removeBadge = (
  { workspaceId, userId }: Authorized<'agent.share'>,
  { agentId, badgeId }: { readonly agentId: string; readonly badgeId: string },
): Promise<Result<undefined, 'not-found'>> =>
  transact<undefined, 'not-found'>(async (tx) => {
    const { count } = await tx.badge.deleteMany({ where: { workspaceId, agentId, id: badgeId } })
    if (count === 0) return err('not-found')
    await recordAudit(tx, {
      workspaceId,
      userId,
      action: 'badge.remove',
      subject: { kind: 'badge', id: badgeId },
      detail: { agentId },
    })
    return ok(undefined)
  })
