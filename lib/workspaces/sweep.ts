import { database } from '@/lib/db/client'

const KEPT_AFTER_END_MS = 30 * 86_400_000

/** Setup codes and unconfirmed accounts that are over, and invitations that nobody asks about any more. */
export async function sweepWorkspaces(): Promise<void> {
  const now = Date.now()
  const db = database()
  await db.setupCode.deleteMany({ where: { expiresAt: { lt: new Date(now) } } })
  await db.signUp.deleteMany({ where: { expiresAt: { lt: new Date(now) } } })
  await db.invitation.deleteMany({ where: { expiresAt: { lt: new Date(now - KEPT_AFTER_END_MS) } } })
}
