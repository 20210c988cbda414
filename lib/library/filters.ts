import { z } from 'zod'
import { SEVERITIES } from '@/lib/aivss/severity'
import type { Issue } from '@/lib/assessment/issues'
import { KINDS } from '@/lib/assessment/kinds'
import { LIMITS } from '@/lib/assessment/limits'
import { line } from '@/lib/assessment/text'
import { readKnown } from '@/lib/forms/read-known'
import { cursorSchema } from '@/lib/library/cursor'
import { limit, ROWS_DEFAULT } from '@/lib/library/limit'

/** Plain means rising, a leading minus reverses. Scores of different formulas stay in groups of their own. */
export const SORTS = ['-score', 'score', 'name', '-name', '-updated', 'updated'] as const
export type Sort = (typeof SORTS)[number]
const SORT_DEFAULT: Sort = '-score'

const QUERY_CHARACTERS_MAX = 200

const SEVERITY_IDS = SEVERITIES.map(({ id }) => id)

/** What the library can be asked, by its page and by the API alike; every value comes as text from an address. */
export const librarySchema = z
  .strictObject({
    q: line('The search', QUERY_CHARACTERS_MAX)
      .optional()
      .describe('Words of the name, the vendor, the tags or the summary.'),
    kind: z
      .enum(KINDS, `Use one of ${KINDS.join(', ')}.`)
      .optional()
      .describe('What the agent is.'),
    severity: z
      .enum(SEVERITY_IDS, `Use one of ${SEVERITY_IDS.join(', ')}.`)
      .optional()
      .describe('The band of the score.'),
    tag: line('The tag', LIMITS.tag).optional().describe('Exactly this tag.'),
    sort: z
      .enum(SORTS, `Use one of ${SORTS.join(', ')}.`)
      .default(SORT_DEFAULT)
      .describe('By the score, the name, or the day of the last revision; a leading minus reverses.'),
    limit,
    cursor: cursorSchema.optional().describe('The `nextCursor` of the page before.'),
  })
  .refine(({ cursor, sort }) => cursor === undefined || cursor.sort === sort, {
    path: ['cursor'],
    message: 'This cursor belongs to another sort order. Start again without it.',
  })

export type LibraryFilters = z.output<typeof librarySchema>

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
  change: Readonly<Record<string, string | undefined>>,
): string {
  const { q, kind, severity, tag, sort, limit } = filters
  const wanted = {
    q,
    kind,
    severity,
    tag,
    sort: sort === SORT_DEFAULT ? undefined : sort,
    limit: limit === ROWS_DEFAULT ? undefined : String(limit),
    ...change,
  }
  const query = new URLSearchParams()
  for (const [key, value] of Object.entries(wanted)) if (value !== undefined) query.set(key, value)
  return query.size === 0 ? '/' : `/?${query}`
}
