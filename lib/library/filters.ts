import { z } from 'zod'
import type { Issue } from '@/lib/assessment/issues'
import { readKnown } from '@/lib/forms/read-known'
import { cursorSchema } from '@/lib/library/cursor'
import { MATCHES_MAX } from '@/lib/search/matches'
import { limit, ROWS_DEFAULT } from '@/lib/search/rows-limit'
import { addressOf, TRAITS, traitsQuery } from '@/lib/search/traits'
import { wordsOf } from '@/lib/search/words'

/** Plain means rising, a leading minus reverses. Scores of different formulas stay in groups of their own. */
export const SORTS = ['-score', 'score', 'name', '-name', '-updated', 'updated'] as const
export type Sort = (typeof SORTS)[number]
export const SORT_DEFAULT: Sort = '-score'

/** What is found by words is ordered by how well they match unless another order is asked for. */
export type LibraryOrder = Sort | 'match'

/** What the library can be asked, by its page and by the API alike; every value comes as text from an address. */
export const librarySchema = z
  .strictObject({
    ...TRAITS,
    sort: z
      .enum(SORTS, `Use one of ${SORTS.join(', ')}.`)
      .optional()
      .describe(
        `By the score, the name, or the day of the last revision; a leading minus reverses. ${SORT_DEFAULT} unless told. A search without a sort ends after the ${MATCHES_MAX.toLocaleString('en')} first matches, the best of them first; one with a sort leads through all of them.`,
      ),
    limit,
    cursor: cursorSchema.optional().describe('The `nextCursor` of the page before.'),
  })
  .refine((asked) => asked.cursor === undefined || asked.cursor.sort === libraryOrder(asked), {
    path: ['cursor'],
    message: 'This cursor belongs to another sort order. Start again without it.',
  })

export type LibraryFilters = z.output<typeof librarySchema>

export const libraryOrder = ({
  sort,
  q,
}: {
  readonly sort?: Sort | undefined
  readonly q?: string | undefined
}): LibraryOrder => sort ?? (q !== undefined && wordsOf(q).length > 0 ? 'match' : SORT_DEFAULT)

/** What a page was asked for, as far as it can be read. */
export function readLibraryFilters(query: Readonly<Record<string, string>>): {
  readonly filters: LibraryFilters
  readonly refused: readonly Issue[]
} {
  const { value, refused } = readKnown(librarySchema, query, 'The library has no such filter.')
  return { filters: value, refused }
}

/** The address of the same library with something changed; what is undefined or the default is left out. */
export function libraryAddress(
  filters: LibraryFilters,
  change: Readonly<Record<string, string | undefined>> = {},
): string {
  const { sort, limit } = filters
  return addressOf('/', {
    ...traitsQuery(filters),
    sort,
    limit: limit === ROWS_DEFAULT ? undefined : String(limit),
    ...change,
  })
}
