import { SESSION_IDLE_SECONDS } from '@/lib/accounts/auth'
import { database } from '@/lib/db/client'

const DAY_MS = 86_400_000

/** Sessions and proofs that are over, and used codes of the second factor whose window is long past. */
export async function sweepAccounts(): Promise<void> {
  const now = Date.now()
  const db = database()
  const away = new Date(now - SESSION_IDLE_SECONDS * 1_000)
  await db.session.deleteMany({
    where: { OR: [{ expiresAt: { lt: new Date(now) } }, { lastSeenAt: { lt: away } }] },
  })
  await db.verification.deleteMany({ where: { expiresAt: { lt: new Date(now) } } })
  await db.usedSecondFactor.deleteMany({ where: { usedAt: { lt: new Date(now - DAY_MS) } } })
}
