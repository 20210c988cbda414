import { z } from 'zod'
import { DRAFT_STATES } from '@/lib/agents/drafts/draft-state'
import {
  AGENT_LIST_SORTS,
  AGENT_SORT_DEFAULT,
  type AgentListSort,
  type AgentOrder,
  agentCursorSchema,
  isByPublication,
} from '@/lib/agents/lists/sorts'
import { VISIBILITIES } from '@/lib/agents/publishing/visibility'
import { FACTOR_IDS } from '@/lib/aivss/factors'
import type { Known } from '@/lib/forms/read-known'
import { readKnown } from '@/lib/forms/read-known'
import { dayRange, EVERY_DAY, formatDays } from '@/lib/search/ranges'
import { rowsLimit } from '@/lib/search/rows-limit'
import { addressOf, queryText, TRAITS, traitsQuery } from '@/lib/search/traits'
import { wordsOf } from '@/lib/search/words'

export const AGENTS_PAGE_ROWS = 50

/** What the table can show of an agent beside its name. */
export const AGENT_COLUMNS = [
  'score',
  'kind',
  'vendor',
  'tags',
  'visibility',
  'draft',
  'openLayers',
  'cvss',
  'threat',
  'mitigation',
  'revision',
  'published',
  'updated',
  ...FACTOR_IDS,
] as const
export type AgentColumn = (typeof AGENT_COLUMNS)[number]
export const COLUMNS_DEFAULT: readonly AgentColumn[] = [
  'score',
  'kind',
  'visibility',
  'openLayers',
  'updated',
]

const COLUMNS_SENTENCE = `Name columns with commas between, out of ${AGENT_COLUMNS.join(', ')}.`
const columns = z
  .string()
  .max(400, COLUMNS_SENTENCE)
  .transform((text, context): readonly AgentColumn[] => {
    const named = text.split(',')
    const known = AGENT_COLUMNS.filter((column) => named.includes(column))
    if (known.length === new Set(named).size) return known
    context.addIssue({ code: 'custom', message: COLUMNS_SENTENCE })
    return z.NEVER
  })

/** What the list of a workspace's agents can be asked; every value comes as text from an address. */
export const agentFiltersSchema = z
  .strictObject({
    ...TRAITS,
    visibility: z.enum(VISIBILITIES, `Use one of ${VISIBILITIES.join(', ')}.`).optional(),
    draft: z.enum(DRAFT_STATES, `Use one of ${DRAFT_STATES.join(', ')}.`).optional(),
    updated: dayRange().optional(),
    outdated: z.literal('yes', 'Use yes, or leave it out.').optional(),
    sort: z.enum(AGENT_LIST_SORTS, `Use one of ${AGENT_LIST_SORTS.join(', ')}.`).optional(),
    limit: rowsLimit(AGENTS_PAGE_ROWS),
    columns: columns.default(COLUMNS_DEFAULT),
    cursor: agentCursorSchema.optional(),
  })
  .refine((asked) => asked.cursor === undefined || asked.cursor.sort === agentOrder(asked), {
    path: ['cursor'],
    message: 'This cursor belongs to another sort order. Start again without it.',
  })
  // Said like any other filter, so that what is listed is also what is counted, exported and done to all that match.
  .overwrite((asked) =>
    isByPublication(asked.sort) && asked.published === undefined ? { ...asked, published: EVERY_DAY } : asked,
  )

export type AgentFilters = z.output<typeof agentFiltersSchema>

/** Whatever is searched for by words comes best match first, unless an order is named. */
export const agentOrder = ({
  sort,
  q,
}: {
  readonly sort?: AgentListSort | undefined
  readonly q?: string | undefined
}): AgentOrder => sort ?? (q !== undefined && wordsOf(q).length > 0 ? 'match' : AGENT_SORT_DEFAULT)

/** What a page was asked for, as far as it can be read. */
export function readAgentFilters(query: Readonly<Record<string, string>>): {
  readonly filters: AgentFilters
  readonly refused: Known<AgentFilters>['refused']
} {
  const { value, refused } = readKnown(agentFiltersSchema, query, 'The list has no such filter.')
  return { filters: value, refused }
}

/** What of all agents: without the order, the page and the columns. */
export const agentsQuery = (filters: AgentFilters): Readonly<Record<string, string | undefined>> => ({
  ...traitsQuery(filters),
  visibility: filters.visibility,
  draft: filters.draft,
  updated: filters.updated && formatDays(filters.updated),
  outdated: filters.outdated,
})

/** The address of the same list with something changed, from its first page on. Without days an order by them goes too. */
export const agentsAddress = (workspace: string, filters: AgentFilters, change: Change = {}): string =>
  addressOf(`/w/${workspace}/agents`, askedBy(filters, change))

/** What a list is kept as: filters, order and columns. */
export const agentsQueryText = (filters: AgentFilters): string => queryText(askedBy(filters))

type Change = Readonly<Record<string, string | undefined>>

function askedBy(filters: AgentFilters, change: Change = {}): Change {
  const { sort, limit, columns } = filters
  const asked = { ...agentsQuery(filters), ...change }
  return {
    ...asked,
    sort: isByPublication(sort) && asked['published'] === undefined ? undefined : sort,
    limit: limit === AGENTS_PAGE_ROWS ? undefined : String(limit),
    columns: columns.join() === COLUMNS_DEFAULT.join() ? undefined : columns.join(),
    ...change,
  }
}
