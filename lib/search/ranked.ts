import { z } from 'zod'
import { database, Prisma } from '@/lib/db/client'
import type { Meant } from '@/lib/search/conditions'
import { MATCHES_MAX } from '@/lib/search/matches'

/** A page of what was found by words, best match first: by `key`, with its rank and how many were found. */
export type RankedPage = {
  /** The rows `c` that are found, with their conditions, by words that are meant so. */
  readonly rowsBy: (meant: Meant) => Prisma.Sql
  /** The column that tells them apart. */
  readonly key: Prisma.Sql
  readonly query: string
  /** On `c.rank` and the key, from where on. */
  readonly after?: Prisma.Sql | undefined
  readonly limit: number
}

/**
 * The first `MATCHES_MAX` are ranked; one more is only counted. Those that have the very words come first, and what only
 * begins with them fills up: where so many have the words, it is not looked for, as gathering all beginnings takes
 * Postgres three times as long. A word counts by where it stands (lib/search/text.ts); the weights are Postgres's own.
 */
const rankedSql = ({ rowsBy, key, query, after, limit }: RankedPage): Prisma.Sql => Prisma.sql`
  WITH whole AS MATERIALIZED (
    SELECT c.${key}, c.words FROM ${rowsBy('whole-words')} LIMIT ${MATCHES_MAX + 1}
  ), matching AS MATERIALIZED (
    SELECT * FROM whole
    UNION ALL
    SELECT * FROM (SELECT c.${key}, c.words FROM ${rowsBy('beginnings')}) AS begun
    WHERE (SELECT count(*) FROM whole) <= ${MATCHES_MAX}
      AND NOT EXISTS (SELECT 1 FROM whole WHERE whole.${key} = begun.${key})
    LIMIT ${MATCHES_MAX + 1}
  )
  SELECT c.${key} AS key, c.rank, (SELECT count(*)::int FROM matching) AS found FROM (
    SELECT m.*, ts_rank(m.words, ${query}::tsquery) AS rank
    FROM (SELECT * FROM matching LIMIT ${MATCHES_MAX}) AS m
  ) AS c
  ${after === undefined ? Prisma.empty : Prisma.sql`WHERE ${after}`}
  ORDER BY c.rank DESC, c.${key} DESC LIMIT ${limit}`

const rankedRows = z.array(z.object({ key: z.string(), rank: z.number(), found: z.int() }))

export type Ranked<Row> = {
  /** The best first. */
  readonly rows: readonly Row[]
  readonly rankOf: (row: Row) => number
  readonly count: number
}

/** The rows of a ranked page: what they are found by is ranked first, and only the page is read. */
export async function readRanked<Row>(
  page: RankedPage,
  {
    find,
    keyOf,
  }: {
    readonly find: (keys: readonly string[]) => Promise<readonly Row[]>
    readonly keyOf: (row: Row) => string
  },
): Promise<Ranked<Row>> {
  const ranked = rankedRows.parse(await database().$queryRaw(rankedSql(page)))
  const rows = ranked.length === 0 ? [] : await find(ranked.map(({ key }) => key))
  const byKey = new Map(rows.map((row) => [keyOf(row), row]))
  const rankByKey = new Map(ranked.map(({ key, rank }) => [key, rank]))
  return {
    rows: ranked.flatMap(({ key }) => byKey.get(key) ?? []),
    rankOf: (row) => rankByKey.get(keyOf(row)) ?? 0,
    count: ranked[0]?.found ?? 0,
  }
}
