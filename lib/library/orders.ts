import { Prisma } from '@/lib/db/client'
import type { Cursor } from '@/lib/library/cursor'
import type { Sort } from '@/lib/library/filters'

/** What of a row its place in an order depends on. */
export type Placed = {
  readonly slug: string
  readonly name_key: string
  readonly formula_rank: number
  readonly score_tenths: number
  readonly published_at: Date
}

type Order = {
  readonly by: Prisma.Sql
  readonly cursorAt: (row: Placed) => Cursor
}

const byScore =
  (sort: 'score' | '-score') =>
  (row: Placed): Cursor => ({
    sort,
    rank: row.formula_rank,
    score: row.score_tenths,
    slug: row.slug,
  })

const byName =
  (sort: 'name' | '-name') =>
  (row: Placed): Cursor => ({ sort, name: row.name_key, slug: row.slug })

const byDate =
  (sort: 'updated' | '-updated') =>
  (row: Placed): Cursor => ({
    sort,
    date: row.published_at.toISOString(),
    slug: row.slug,
  })

/** Each order runs along one index (prisma/migrations), and its columns are compared as one row. */
export const ORDERS: Readonly<Record<Sort, Order>> = {
  score: { by: Prisma.sql`c.formula_rank, c.score_tenths, c.slug`, cursorAt: byScore('score') },
  '-score': { by: Prisma.sql`c.formula_rank, -c.score_tenths, c.slug`, cursorAt: byScore('-score') },
  name: { by: Prisma.sql`c.name_key, c.slug`, cursorAt: byName('name') },
  '-name': { by: Prisma.sql`c.name_key DESC, c.slug DESC`, cursorAt: byName('-name') },
  updated: { by: Prisma.sql`c.published_at, c.slug`, cursorAt: byDate('updated') },
  '-updated': { by: Prisma.sql`c.published_at DESC, c.slug DESC`, cursorAt: byDate('-updated') },
}

/** The rows behind a cursor, of listings called `c`, which have a rank where they were found by words. */
export function after(cursor: Cursor): Prisma.Sql {
  switch (cursor.sort) {
    case 'match':
      return Prisma.sql`(c.rank, c.slug) < (${cursor.rank}::float4, ${cursor.slug})`
    case 'score':
      return Prisma.sql`(c.formula_rank, c.score_tenths, c.slug) > (${cursor.rank}::smallint, ${cursor.score}::smallint, ${cursor.slug})`
    case '-score':
      return Prisma.sql`(c.formula_rank, -c.score_tenths, c.slug) > (${cursor.rank}::smallint, -${cursor.score}::smallint, ${cursor.slug})`
    case 'name':
      return Prisma.sql`(c.name_key, c.slug) > (${cursor.name}, ${cursor.slug})`
    case '-name':
      return Prisma.sql`(c.name_key, c.slug) < (${cursor.name}, ${cursor.slug})`
    case 'updated':
      return Prisma.sql`(c.published_at, c.slug) > (${cursor.date}::timestamptz, ${cursor.slug})`
    case '-updated':
      return Prisma.sql`(c.published_at, c.slug) < (${cursor.date}::timestamptz, ${cursor.slug})`
  }
}
