import { z } from 'zod'
import type { Database } from '@/lib/db/client'
import { barrier } from '@/lib/db/testing/barrier'

/** As many connections as the client of a test opens at most. */
const CONNECTIONS = 10

const counted = z.tuple([z.object({ deadlocks: z.int() })])

/**
 * How many deadlocks there were in this database, which are retried where nobody sees them. A connection hands over
 * what it counted when it is asked to and its transaction ends, so each of them is asked: all at once, because one that
 * is given back would be asked twice.
 */
export async function countDeadlocks(db: Database): Promise<number> {
  const allIn = barrier(CONNECTIONS)
  const ask = () =>
    db.$transaction(async (tx) => {
      await tx.$executeRaw`SELECT pg_stat_force_next_flush()`
      await allIn()
    })
  await Promise.all(Array.from({ length: CONNECTIONS }, ask))
  const [{ deadlocks }] = counted.parse(
    await db.$queryRaw`SELECT deadlocks::int FROM pg_stat_database WHERE datname = current_database()`,
  )
  return deadlocks
}
