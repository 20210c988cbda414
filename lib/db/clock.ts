import { z } from 'zod'
import { database } from '@/lib/db/client'

const rows = z.tuple([z.object({ now: z.date() })])

/** The time by the one clock that all nodes share. */
export async function databaseNow(): Promise<Date> {
  const [{ now }] = rows.parse(await database().$queryRaw`SELECT now()`)
  return now
}
