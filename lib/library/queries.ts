import { z } from 'zod'
import { database, Prisma } from '@/lib/db/client'
import { formatCursor } from '@/lib/library/cursor'
import { type LibraryFilters, libraryOrder, type Sort } from '@/lib/library/filters'
import { after, ORDERS } from '@/lib/library/orders'
import { type LibraryRow, libraryRows } from '@/lib/library/row'
import { searchFor, traitConditions, type Way } from '@/lib/search/conditions'
import { countMatches, wayFor } from '@/lib/search/count-matches'
import { rankedSql } from '@/lib/search/ranked'
import { rowsToSort, rowsWith } from '@/lib/search/rows'

export type LibraryPage = { readonly rows: readonly LibraryRow[]; readonly nextCursor: string | null }

/** What a page of the library shows, and how many match: up to `MATCHES_MAX` and one more. */
export type FoundLibrary = LibraryPage & { readonly count: number }

/** One page of its order: however deep it lies, it starts where the last one ended. */
export async function listLibrary(filters: LibraryFilters): Promise<FoundLibrary> {
  const sort = libraryOrder(filters)
  if (sort === 'match') return rankLibrary(filters)
  const count = await countLibrary(filters)
  const rows = libraryRows.parse(await database().$queryRaw(libraryQuery(filters, sort, wayFor(count))))
  return { count, ...pageOf(rows, filters.limit, (last) => formatCursor(ORDERS[sort].cursorAt(last))) }
}

/** One row more than the page holds tells whether there is another page. */
export function libraryQuery(filters: LibraryFilters, sort: Sort, way: Way): Prisma.Sql {
  const { cursor, limit } = filters
  const conditions = [...traitConditions(filters, 'score_tenths', way), ...(cursor ? [after(cursor)] : [])]
  return Prisma.sql`
    SELECT ${COLUMNS} FROM ${rowsToSort(rowsWith(LISTINGS, conditions), way)} ORDER BY ${ORDERS[sort].by} LIMIT ${limit + 1}`
}

const COLUMNS = Prisma.sql`c.slug, c.name, c.name_key, c.kind, c.vendor, c.tags, c.summary, c.notices, c.formula,
  c.formula_rank, c.score_tenths, c.severity, c.number, c.published_at`

const LISTINGS = Prisma.sql`listings`
const foundRows = (filters: LibraryFilters): Prisma.Sql =>
  rowsWith(LISTINGS, traitConditions(filters, 'score_tenths', 'lookup'))

/** How many match: counting on would cost more than the number tells. */
export const countLibrary = (filters: LibraryFilters): Promise<number> => countMatches(foundRows(filters))

const rankedRows = z.array(z.object({ slug: z.string(), rank: z.number(), found: z.int() }))

/** The first matches, the best of them first. Their last page ends where the ranking does. */
async function rankLibrary(filters: LibraryFilters): Promise<FoundLibrary> {
  const ranked = rankedRows.parse(await database().$queryRaw(bestSql(filters)))
  const slugs = ranked.map(({ slug }) => slug)
  const rows = libraryRows.parse(
    await database().$queryRaw`SELECT ${COLUMNS} FROM listings c WHERE c.slug = ANY(${slugs})`,
  )
  const bySlug = new Map(rows.map((row) => [row.slug, row]))
  const rankOf = new Map(ranked.map(({ slug, rank }) => [slug, rank]))
  const found = slugs.flatMap((slug) => bySlug.get(slug) ?? [])
  const page = pageOf(found, filters.limit, ({ slug }) =>
    formatCursor({ sort: 'match', rank: rankOf.get(slug) ?? 0, slug }),
  )
  return { count: ranked[0]?.found ?? 0, ...page }
}

export const bestSql = (filters: LibraryFilters): Prisma.Sql =>
  rankedSql({
    rows: foundRows(filters),
    key: Prisma.sql`c.slug`,
    query: searchFor(filters.q) ?? '',
    after: filters.cursor && after(filters.cursor),
    limit: filters.limit + 1,
  })

function pageOf(
  found: readonly LibraryRow[],
  limit: number,
  cursorAt: (last: LibraryRow) => string,
): LibraryPage {
  const rows = found.slice(0, limit)
  const last = rows.at(-1)
  return { rows, nextCursor: found.length > limit && last ? cursorAt(last) : null }
}
