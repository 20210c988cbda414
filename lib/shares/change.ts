import type { Authorized } from '@/lib/access/authorize'
import { recordAudit } from '@/lib/audit/record'
import { err, ok, type Result } from '@/lib/base/result'
import { transact } from '@/lib/db/transact'

/** What is absent stays; null takes away. */
export type ShareChange = {
  readonly label?: string
  readonly expiresAt?: Date | null
  /** Another one, and so another hash, ends every grant that was given for the one before. */
  readonly passwordHash?: string | null
}

/** The log tells what of a link changed, never to what. */
const NAMES = { label: 'the label', expiresAt: 'the expiry', passwordHash: 'the password' } as const

/** Changes a link that nobody has revoked; an expired one can be given another day. */
export const changeShare = (
  { workspaceId, userId }: Authorized<'agent.share'>,
  id: string,
  change: ShareChange,
): Promise<Result<undefined, 'not-found'>> =>
  transact<undefined, 'not-found'>(async (tx) => {
    const where = { id, workspaceId, revokedAt: null }
    await tx.$queryRaw`SELECT 1 FROM shares WHERE workspace_id = ${workspaceId}::uuid AND id = ${id}::uuid FOR UPDATE`
    const before = await tx.share.findFirst({
      where,
      select: { label: true, expiresAt: true, passwordHash: true },
    })
    if (!before) return err('not-found')
    const after = { ...before, ...change }
    const changed = (['label', 'expiresAt', 'passwordHash'] as const).filter(
      (name) => before[name]?.valueOf() !== after[name]?.valueOf(),
    )
    if (changed.length === 0) return ok(undefined)
    await tx.share.updateMany({ where, data: after })
    await recordAudit(tx, {
      workspaceId,
      userId,
      action: 'share.change',
      subject: { kind: 'share', id },
      detail: { changed: changed.map((name) => NAMES[name]).join(' and ') },
    })
    return ok(undefined)
  })
