import type { Authorized } from '@/lib/access/authorize'
import { lockLivingAgent } from '@/lib/agents/lock'
import { recordAudit } from '@/lib/audit/record'
import { newBadgeCode } from '@/lib/badges/code'
import { err, ok, type Result } from '@/lib/base/result'
import { transact } from '@/lib/db/transact'

export const BADGES_MAX = 20

export type NewBadge = {
  readonly agentId: string
  /** The revision that it shows for good; without one always the latest that is published. */
  readonly number: number | undefined
}
/** `no-revision`: the one to pin was never published or is withdrawn. */
export type BadgeRefusal = 'not-found' | 'no-revision' | 'too-many'

/** Makes an address that shows the badge and opens nothing else; the lock on the agent keeps the limit. */
export const createBadge = (
  { workspaceId, userId }: Authorized<'agent.share'>,
  { agentId, number }: NewBadge,
): Promise<Result<string, BadgeRefusal>> =>
  transact<string, BadgeRefusal>(async (tx) => {
    const id = { workspaceId, agentId }
    if (!(await lockLivingAgent(tx, id))) return err('not-found')
    if ((await tx.badge.count({ where: id })) >= BADGES_MAX) return err('too-many')
    const pinned = number !== undefined && { ...id, number, withdrawnAt: null }
    if (pinned && (await tx.revision.count({ where: pinned })) === 0) return err('no-revision')
    const code = newBadgeCode()
    const made = await tx.badge.create({
      data: { ...id, code, number: number ?? null, createdBy: userId },
      select: { id: true },
    })
    await recordAudit(tx, {
      workspaceId,
      userId,
      action: 'badge.create',
      subject: { kind: 'badge', id: made.id },
      detail: { agentId, ...(number !== undefined && { number }) },
    })
    return ok(code)
  })
