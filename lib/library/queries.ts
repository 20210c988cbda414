import { database, Prisma } from '@/lib/db/client'
import { formatCursor } from '@/lib/library/cursor'
import { type LibraryFilters, libraryOrder, type Sort } from '@/lib/library/filters'
import { after, ORDERS } from '@/lib/library/orders'
import { type LibraryRow, libraryRows } from '@/lib/library/row'
import { type Meant, searchFor, traitConditions, type Way } from '@/lib/search/conditions'
import { countMatches, wayFor } from '@/lib/search/count-matches'
import { type PageOf, pageOf } from '@/lib/search/page'
import { type RankedPage, readRanked } from '@/lib/search/ranked'
import { rowsToSort, rowsWith } from '@/lib/search/rows'

/** What a page of the library shows, and how many match: up to `MATCHES_MAX` and one more. */
export type FoundLibrary = PageOf<LibraryRow> & { readonly count: number }

/** One page of its order: however deep it lies, it starts where the last one ended. */
export async function listLibrary(filters: LibraryFilters): Promise<FoundLibrary> {
  const sort = libraryOrder(filters)
  if (sort === 'match') return rankLibrary(filters)
  const count = await countLibrary(filters)
  const rows = libraryRows.parse(await database().$queryRaw(libraryQuery(filters, sort, wayFor(count, sort))))
  return { count, ...pageOf(rows, filters.limit, (last) => formatCursor(ORDERS[sort].cursorAt(last))) }
}

/** One row more than the page holds tells whether there is another page. */
function libraryQuery(filters: LibraryFilters, sort: Sort, way: Way): Prisma.Sql {
  const { cursor, limit } = filters
  const conditions = [...traitConditions(filters, 'score_tenths', way), ...(cursor ? [after(cursor)] : [])]
  return Prisma.sql`
    SELECT ${COLUMNS} FROM ${rowsToSort(rowsWith(LISTINGS, conditions), way)} ORDER BY ${ORDERS[sort].by} LIMIT ${limit + 1}`
}

const COLUMNS = Prisma.sql`c.slug, c.name, c.name_key, c.kind, c.vendor, c.tags, c.summary, c.notices, c.formula,
  c.formula_rank, c.score_tenths, c.severity, c.number, c.published_at`

const LISTINGS = Prisma.sql`listings`
const foundRows = (filters: LibraryFilters, meant?: Meant): Prisma.Sql =>
  rowsWith(LISTINGS, traitConditions(filters, 'score_tenths', 'lookup', meant))

/** How many match: counting on would cost more than the number tells. */
export const countLibrary = (filters: LibraryFilters): Promise<number> => countMatches(foundRows(filters))

/** The first matches, the best of them first. Their last page ends where the ranking does. */
async function rankLibrary(filters: LibraryFilters): Promise<FoundLibrary> {
  const { rows, rankOf, count } = await readRanked(bestOf(filters), {
    find: async (slugs) =>
      libraryRows.parse(
        await database().$queryRaw`SELECT ${COLUMNS} FROM listings c WHERE c.slug = ANY(${[...slugs]})`,
      ),
    keyOf: ({ slug }) => slug,
  })
  const cursorAt = (last: LibraryRow) => formatCursor({ sort: 'match', rank: rankOf(last), slug: last.slug })
  return { count, ...pageOf(rows, filters.limit, cursorAt) }
}

const bestOf = (filters: LibraryFilters): RankedPage => ({
  rowsBy: (meant) => foundRows(filters, meant),
  key: Prisma.sql`slug`,
  query: searchFor(filters.q) ?? '',
  after: filters.cursor && after(filters.cursor),
  limit: filters.limit + 1,
})
