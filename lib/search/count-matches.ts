import { z } from 'zod'
import { database, Prisma } from '@/lib/db/client'
import type { Way } from '@/lib/search/conditions'
import { MATCHES_MAX } from '@/lib/search/matches'

/**
 * How many rows there are, up to `MATCHES_MAX` and one more, which says that there are more. Looking up what is common
 * gathers all of it before the first row is there: where `some` of the rows are quicker to look over, they are first, and
 * nothing is looked up if there are more among these already.
 */
export async function countMatches(rows: Prisma.Sql, some?: Prisma.Sql): Promise<number> {
  const found = await database().$queryRaw(
    some === undefined
      ? countOf(rows)
      : Prisma.sql`SELECT CASE WHEN count > ${MATCHES_MAX} THEN count ELSE (${countOf(rows)}) END AS count FROM (${countOf(some)}) AS seen`,
  )
  return z.tuple([z.object({ count: z.int() })]).parse(found)[0].count
}

const countOf = (rows: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`SELECT count(*)::int AS count FROM (SELECT 1 FROM ${rows} LIMIT ${MATCHES_MAX + 1}) AS matching`

/**
 * What is rare is looked up and sorted; where there is much, the order is walked, by figures if Postgres thinks so and the
 * walk has to read the rows.
 */
export const wayFor = (count: number, sort: string, isToldByIndex = false): Way => {
  if (count <= MATCHES_MAX) return 'lookup'
  return BY_FIGURES.includes(sort) && !isToldByIndex ? 'either' : 'walk'
}

/** These orders go along with how factors are rated. */
const BY_FIGURES: readonly string[] = ['score', '-score', '-openLayers']
