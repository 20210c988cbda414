import { database } from '@/lib/db/client'
import { REPEATABLE_HOURS } from '@/lib/tokens/once'

/**
 * Keys that keep a program from making a thing twice hold for a day. A token that is over is kept for a year, because
 * the log of the workspace names it where it tells what was done with it.
 */
export async function sweepTokens(): Promise<void> {
  const db = database()
  await db.$executeRaw`
    DELETE FROM idempotency_keys WHERE created_at < now() - make_interval(hours => ${REPEATABLE_HOURS}::int)`
  await db.$executeRaw`
    DELETE FROM api_tokens WHERE least(expires_at, revoked_at) < now() - interval '1 year'`
}
