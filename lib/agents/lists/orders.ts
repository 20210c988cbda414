import { BEHIND_EVERY_FORMULA } from '@/lib/agents/cards/columns'
import type { AgentFilters } from '@/lib/agents/lists/filters'
import { type AgentCursor, type AgentListSort, formatCursor } from '@/lib/agents/lists/sorts'
import { formulaOf } from '@/lib/aivss/formulas'
import { bug } from '@/lib/base/assert'
import { Prisma } from '@/lib/db/client'

/** What of a row its place in an order depends on. */
type Placed = {
  readonly agent_id: string
  readonly updated_at: Date
  readonly name_key: string
  readonly formula_rank: number
  readonly score_key: number
  readonly published_at: Date | null
  readonly uncertain_layers: number
}

export const formatAgentCursor = (sort: AgentListSort, row: Placed): string =>
  formatCursor(placeOf(sort, row))

function placeOf(sort: AgentListSort, row: Placed): AgentCursor {
  const id = row.agent_id
  switch (sort) {
    case 'updated':
    case '-updated':
      return { sort, at: row.updated_at.toISOString(), id }
    case 'published':
    case '-published':
      return { sort, at: row.published_at?.toISOString() ?? bug('a row of this order is published'), id }
    case 'name':
    case '-name':
      return { sort, at: row.name_key, id }
    case 'score':
    case '-score':
      return { sort, rank: row.formula_rank, at: row.score_key, id }
    case '-openLayers':
      return { sort, at: row.uncertain_layers, id }
  }
}

const ORDERS: Readonly<Record<AgentListSort, Prisma.Sql>> = {
  '-updated': Prisma.sql`c.updated_at DESC, c.agent_id DESC`,
  updated: Prisma.sql`c.updated_at, c.agent_id`,
  name: Prisma.sql`c.name_key, c.agent_id`,
  '-name': Prisma.sql`c.name_key DESC, c.agent_id DESC`,
  '-score': Prisma.sql`c.formula_rank, -c.score_key, c.agent_id`,
  score: Prisma.sql`c.formula_rank DESC, -c.score_key DESC, c.agent_id DESC`,
  '-published': Prisma.sql`c.published_at DESC, c.agent_id DESC`,
  published: Prisma.sql`c.published_at, c.agent_id`,
  '-openLayers': Prisma.sql`c.uncertain_layers DESC, c.agent_id DESC`,
}

export const orderBy = (sort: AgentListSort): Prisma.Sql => ORDERS[sort]

/** Where all that is asked for stands together in an order, as its index has it. */
export function standingIn(sort: AgentListSort, { formula, draft }: AgentFilters): readonly Prisma.Sql[] {
  if (sort !== 'score' && sort !== '-score') return []
  const isOfRank = (rank: number) => Prisma.sql`c.formula_rank = ${rank}::smallint`
  return [
    ...(formula === undefined ? [] : [isOfRank(formulaOf(formula).rank)]),
    ...(draft === 'draft-only' ? [isOfRank(BEHIND_EVERY_FORMULA)] : []),
  ]
}

/** The rows behind a cursor, as a condition on cards called `c`, which have a rank where they were found by words. */
export function after(cursor: AgentCursor): Prisma.Sql {
  switch (cursor.sort) {
    case '-updated':
      return Prisma.sql`(c.updated_at, c.agent_id) < (${cursor.at}::timestamptz, ${cursor.id}::uuid)`
    case 'updated':
      return Prisma.sql`(c.updated_at, c.agent_id) > (${cursor.at}::timestamptz, ${cursor.id}::uuid)`
    case '-published':
      return Prisma.sql`(c.published_at, c.agent_id) < (${cursor.at}::timestamptz, ${cursor.id}::uuid)`
    case 'published':
      return Prisma.sql`(c.published_at, c.agent_id) > (${cursor.at}::timestamptz, ${cursor.id}::uuid)`
    case 'name':
      return Prisma.sql`(c.name_key, c.agent_id) > (${cursor.at}, ${cursor.id}::uuid)`
    case '-name':
      return Prisma.sql`(c.name_key, c.agent_id) < (${cursor.at}, ${cursor.id}::uuid)`
    case '-score':
      return Prisma.sql`(c.formula_rank, -c.score_key, c.agent_id) > (${cursor.rank}::smallint, -${cursor.at}::smallint, ${cursor.id}::uuid)`
    case 'score':
      return Prisma.sql`(c.formula_rank, -c.score_key, c.agent_id) < (${cursor.rank}::smallint, -${cursor.at}::smallint, ${cursor.id}::uuid)`
    case 'match':
      return Prisma.sql`(c.rank, c.agent_id) < (${cursor.at}::float4, ${cursor.id}::uuid)`
    case '-openLayers':
      return Prisma.sql`(c.uncertain_layers, c.agent_id) < (${cursor.at}::smallint, ${cursor.id}::uuid)`
  }
}
