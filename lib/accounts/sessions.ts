import type { Person } from '@/lib/access/actor'
import { recordAudit } from '@/lib/audit/record'
import { database } from '@/lib/db/client'
import { settle } from '@/lib/db/transact'

export type SessionLine = {
  readonly id: string
  readonly browser: string
  readonly since: Date
  readonly isThisOne: boolean
}

/** The sessions of one person, newest first; tokens stay where they are. */
export async function listSessions({ userId, sessionId }: Person): Promise<readonly SessionLine[]> {
  const rows = await database().session.findMany({
    where: { userId, expiresAt: { gt: new Date() } },
    select: { id: true, userAgent: true, createdAt: true },
    orderBy: { createdAt: 'desc' },
  })
  return rows.map(({ id, userAgent, createdAt }) => ({
    id,
    browser: browserOf(userAgent ?? ''),
    since: createdAt,
    isThisOne: id === sessionId,
  }))
}

/** Ends another session of the same person; one of somebody else is not found. */
export async function endSession({ userId }: Person, id: string): Promise<void> {
  await settle(async (tx) => {
    const { count } = await tx.session.deleteMany({ where: { id, userId } })
    if (count === 0) return
    await recordAudit(tx, { userId, action: 'account.sign-out', subject: { kind: 'user', id: userId } })
  })
}

const BROWSERS = [
  [/Edg\//, 'Edge'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
] as const

const browserOf = (userAgent: string): string =>
  BROWSERS.find(([mark]) => mark.test(userAgent))?.[1] ?? 'A browser or program'
