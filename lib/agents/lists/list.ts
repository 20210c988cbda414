import type { Authorized } from '@/lib/access/authorize'
import type { AgentLine } from '@/lib/agents/lists/agent-line'
import { agentConditions, isToldByIndex } from '@/lib/agents/lists/conditions'
import { AGENTS_PAGE_ROWS, type AgentFilters, agentOrder } from '@/lib/agents/lists/filters'
import { type AgentRow, agentRows, CARD_COLUMNS, CARDS, lineOf } from '@/lib/agents/lists/line-row'
import { after, formatAgentCursor, orderBy, standingIn } from '@/lib/agents/lists/orders'
import {
  AGENT_SORT_DEFAULT,
  type AgentCursor,
  type AgentListSort,
  formatCursor,
} from '@/lib/agents/lists/sorts'
import { database, Prisma } from '@/lib/db/client'
import { type Meant, searchFor, type Way } from '@/lib/search/conditions'
import { countMatches, wayFor } from '@/lib/search/count-matches'
import { type PageOf, pageOf } from '@/lib/search/page'
import { type RankedPage, readRanked } from '@/lib/search/ranked'
import { rowsToSort, rowsWith } from '@/lib/search/rows'

export type AgentPage = { readonly agents: readonly AgentLine[]; readonly nextCursor: string | null }

/** Which agents, in which order, and from where on. */
export type AgentsAsked = {
  readonly sort?: AgentListSort
  readonly cursor?: AgentCursor | undefined
  readonly slug?: string | undefined
  readonly rowsMax?: number
}

/** The agents of a workspace, the last saved first unless another order is asked for, from where the page before ended. */
export async function listAgents(
  { workspaceId }: Authorized<'agent.read'>,
  { cursor, slug, sort = AGENT_SORT_DEFAULT, rowsMax = AGENTS_PAGE_ROWS }: AgentsAsked = {},
): Promise<AgentPage> {
  const conditions = [
    Prisma.sql`c.workspace_id = ${workspaceId}::uuid`,
    ...(slug === undefined ? [] : [Prisma.sql`c.slug = ${slug}`]),
    ...(cursor === undefined ? [] : [after(cursor)]),
  ]
  const found = await database().$queryRaw(inOrder(conditions, sort, rowsMax, 'walk'))
  return linesOf(pageOf(agentRows.parse(found), rowsMax, (last) => formatAgentCursor(sort, last)))
}

/** What a filtered list shows, and how many there are: up to `MATCHES_MAX` and one more. */
export type FoundAgents = AgentPage & { readonly count: number }

export async function findAgents(
  right: Authorized<'agent.read'>,
  filters: AgentFilters,
): Promise<FoundAgents> {
  const sort = agentOrder(filters)
  if (sort === 'match') return rankAgents(right, filters)
  const count = await countAgents(right, filters)
  const way = wayFor(count, sort, isToldByIndex(filters, sort))
  const rows = agentRows.parse(await database().$queryRaw(foundSql(right.workspaceId, filters, sort, way)))
  const page = pageOf(rows, filters.limit, (last) => formatAgentCursor(sort, last))
  return { count, ...linesOf(page) }
}

/** How many match, up to `MATCHES_MAX` and one more. */
export const countAgents = (
  { workspaceId }: Authorized<'agent.read'>,
  filters: AgentFilters,
): Promise<number> =>
  countMatches(
    foundRows(workspaceId, filters),
    isToldByIndex(filters) ? foundAmongNewest(workspaceId, filters) : undefined,
  )

export const foundSql = (
  workspaceId: string,
  filters: AgentFilters,
  sort: AgentListSort,
  way: Way,
): Prisma.Sql => {
  const { cursor, limit } = filters
  const conditions = [
    ...agentConditions(workspaceId, filters, way),
    ...(way === 'walk' ? standingIn(sort, filters) : []),
    ...(cursor ? [after(cursor)] : []),
  ]
  return inOrder(conditions, sort, limit, way)
}

const foundRows = (workspaceId: string, filters: AgentFilters, meant?: Meant): Prisma.Sql =>
  rowsWith(CARDS, agentConditions(workspaceId, filters, 'lookup', meant))

/** So many of those that were saved last tell what is common; the index that holds them is read alone. */
const NEWEST = 12_000

const foundAmongNewest = (workspaceId: string, filters: AgentFilters): Prisma.Sql =>
  rowsWith(
    Prisma.sql`(
      SELECT * FROM agent_cards c WHERE c.workspace_id = ${workspaceId}::uuid
      ORDER BY ${orderBy('-updated')} LIMIT ${NEWEST}
    )`,
    agentConditions(workspaceId, filters, 'walk'),
  )

/**
 * One row more than the page holds tells whether there is another page. The rows are read once it is known which: an
 * index that holds all that is asked for is walked alone.
 */
const inOrder = (
  conditions: readonly Prisma.Sql[],
  sort: AgentListSort,
  rowsMax: number,
  way: Way,
): Prisma.Sql => Prisma.sql`
    SELECT ${CARD_COLUMNS} FROM (
      SELECT c.agent_id FROM ${rowsToSort(rowsWith(CARDS, conditions), way)}
      ORDER BY ${orderBy(sort)} LIMIT ${rowsMax + 1}
    ) AS page JOIN agent_cards c ON c.agent_id = page.agent_id
    ORDER BY ${orderBy(sort)}`

/** The first matches, the best of them first. Their page ends where the ranking does. */
async function rankAgents(
  { workspaceId }: Authorized<'agent.read'>,
  filters: AgentFilters,
): Promise<FoundAgents> {
  const { rows, rankOf, count } = await readRanked(bestOf(workspaceId, filters), {
    find: async (ids) =>
      agentRows.parse(
        await database().$queryRaw`
          SELECT ${CARD_COLUMNS} FROM agent_cards c
          WHERE c.workspace_id = ${workspaceId}::uuid AND c.agent_id = ANY(${[...ids]}::uuid[])`,
      ),
    keyOf: (row) => row.agent_id,
  })
  const cursorAt = (last: AgentRow) => formatCursor({ sort: 'match', at: rankOf(last), id: last.agent_id })
  return { count, ...linesOf(pageOf(rows, filters.limit, cursorAt)) }
}

const bestOf = (workspaceId: string, filters: AgentFilters): RankedPage => ({
  rowsBy: (meant) => foundRows(workspaceId, filters, meant),
  key: Prisma.sql`agent_id`,
  query: searchFor(filters.q) ?? '',
  after: filters.cursor && after(filters.cursor),
  limit: filters.limit + 1,
})

const linesOf = ({ rows, nextCursor }: PageOf<AgentRow>): AgentPage => ({
  agents: rows.map(lineOf),
  nextCursor,
})
