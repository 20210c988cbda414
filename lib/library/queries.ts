import { z } from 'zod'
import { database, Prisma } from '@/lib/db/client'
import { formatCursor } from '@/lib/library/cursor'
import type { LibraryFilters } from '@/lib/library/filters'
import { after, ORDERS } from '@/lib/library/orders'
import { type LibraryRow, libraryRowSchema } from '@/lib/library/row'
import { FACETS } from '@/lib/search/facets'
import { wordsOf } from '@/lib/search/words'

export type LibraryPage = { readonly rows: readonly LibraryRow[]; readonly nextCursor: string | null }

/** One page along the index of its order: however deep it lies, it starts where the last one ended. */
export async function listLibrary(filters: LibraryFilters): Promise<LibraryPage> {
  const { sort, limit } = filters
  const rows = z.array(libraryRowSchema).parse(await database().$queryRaw(libraryQuery(filters)))
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    rows: page,
    nextCursor: rows.length > limit && last ? formatCursor(ORDERS[sort].cursorAt(last)) : null,
  }
}

/** One row more than the page holds tells whether there is another page. */
export function libraryQuery(filters: LibraryFilters): Prisma.Sql {
  const { sort, cursor, limit } = filters
  const conditions = [...conditionsOf(filters), ...(cursor ? [after(cursor)] : [])]
  return Prisma.sql`
    SELECT slug, name, name_key, kind, vendor, tags, summary, notices, formula, formula_rank, score_tenths, severity, number,
           published_at
    FROM listings ${where(conditions)} ORDER BY ${ORDERS[sort].by} LIMIT ${limit + 1}`
}

export const COUNT_MAX = 1_000

/** How many match, up to `COUNT_MAX` and one more: counting on would cost more than the number tells. */
export async function countLibrary(filters: LibraryFilters): Promise<number> {
  const found = await database().$queryRaw`
    SELECT count(*)::int AS count FROM (SELECT 1 FROM listings ${where(conditionsOf(filters))} LIMIT ${COUNT_MAX + 1}) AS matching`
  return z.tuple([z.object({ count: z.int() })]).parse(found)[0].count
}

/** The tags that most listed agents carry. */
export async function listCommonTags(limit: number): Promise<readonly string[]> {
  const found = await database().$queryRaw`
    SELECT tag FROM listings, unnest(tags) AS tag GROUP BY tag ORDER BY count(*) DESC, tag LIMIT ${limit}`
  return z
    .array(z.object({ tag: z.string() }))
    .parse(found)
    .map(({ tag }) => tag)
}

function conditionsOf({ q, kind, severity, tag }: LibraryFilters): Prisma.Sql[] {
  const words = q === undefined ? [] : wordsOf(q)
  return [
    ...(words.length === 0 ? [] : [Prisma.sql`words @@ ${searchFor(words)}::tsquery`]),
    ...(kind === undefined ? [] : [Prisma.sql`kind = ${kind}`]),
    ...(severity === undefined ? [] : [Prisma.sql`severity = ${severity}`]),
    ...(tag === undefined ? [] : [Prisma.sql`facets @> ARRAY[${FACETS.tag(tag)}]`]),
  ]
}

/** Each word as a prefix, all of them required. A word is letters and digits, so no operator can be typed. */
const searchFor = (words: readonly string[]): string => words.map((word) => `'${word}':*`).join(' & ')

const where = (conditions: readonly Prisma.Sql[]): Prisma.Sql =>
  conditions.length === 0 ? Prisma.empty : Prisma.sql`WHERE ${Prisma.join([...conditions], ' AND ')}`
