import type { Queryable } from '@/lib/db/client'

/**
 * Whoever ends all sessions of an account takes its row alone, and whoever opens one shares it: what was proven before
 * the one opens nothing behind it.
 */
export async function lockAccount(tx: Queryable, userId: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM users WHERE id = ${userId}::uuid FOR NO KEY UPDATE`
}

export async function shareAccount(tx: Queryable, userId: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM users WHERE id = ${userId}::uuid FOR SHARE`
}
