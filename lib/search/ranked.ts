import { Prisma } from '@/lib/db/client'
import { MATCHES_MAX } from '@/lib/search/matches'

/** A page of what was found by words, best match first: by `key`, with its rank and how many were found. */
export type RankedPage = {
  /** The rows `c` that are found, with their conditions. */
  readonly rows: Prisma.Sql
  /** The column that tells them apart. */
  readonly key: Prisma.Sql
  readonly query: string
  /** On `c.rank` and the key, from where on. */
  readonly after?: Prisma.Sql | undefined
  readonly limit: number
}

/**
 * The first `MATCHES_MAX` are ranked; one more is only counted. A word counts by where it stands (lib/search/text.ts); the
 * weights are Postgres's own.
 */
export const rankedSql = ({ rows, key, query, after, limit }: RankedPage): Prisma.Sql => Prisma.sql`
  WITH matching AS (SELECT ${key}, c.words FROM ${rows} LIMIT ${MATCHES_MAX + 1})
  SELECT ${key}, c.rank, (SELECT count(*)::int FROM matching) AS found FROM (
    SELECT m.*, ts_rank(m.words, ${query}::tsquery) AS rank
    FROM (SELECT * FROM matching LIMIT ${MATCHES_MAX}) AS m
  ) AS c
  ${after === undefined ? Prisma.empty : Prisma.sql`WHERE ${after}`}
  ORDER BY c.rank DESC, ${key} DESC LIMIT ${limit}`
