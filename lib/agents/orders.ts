import { z } from 'zod'
import { line } from '@/lib/assessment/text'
import { Prisma } from '@/lib/db/client'
import { momentSchema } from '@/lib/library/moment'

/**
 * Plain means rising, a leading minus reverses. Scores of different formulas stay in groups of their own; what is not
 * published has no score and stands below all that has.
 */
export const AGENT_SORTS = ['-updated', 'updated', 'name', '-name', '-score', 'score'] as const
export type AgentSort = (typeof AGENT_SORTS)[number]
export const AGENT_SORT_DEFAULT: AgentSort = '-updated'

/** What of a row its place in an order depends on. */
type Placed = {
  readonly agent_id: string
  readonly updated_at: Date
  readonly name_key: string
  readonly formula_rank: number
  readonly score_key: number
}

const id = z.uuid()
const cursorShape = z.union([
  z.strictObject({ sort: z.enum(['updated', '-updated']), at: momentSchema, id }),
  z.strictObject({ sort: z.enum(['name', '-name']), at: line('The name', 400), id }),
  z.strictObject({
    sort: z.enum(['score', '-score']),
    rank: z.int().min(0).max(32_767),
    at: z.int().min(-1).max(100),
    id,
  }),
])
export type AgentCursor = z.infer<typeof cursorShape>

const NOT_OURS = 'This cursor is not one of ours. Start again without it.'

/** Where a page ended, opaque to whoever hands it back, and parsed as strictly as anything else. */
export const agentCursorSchema = z
  .string()
  .max(1_000, NOT_OURS)
  .transform((text, context): AgentCursor => {
    const parsed = cursorShape.safeParse(decode(text))
    if (parsed.success) return parsed.data
    context.addIssue({ code: 'custom', message: NOT_OURS })
    return z.NEVER
  })
  .meta({ format: 'cursor' })

function decode(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString())
  } catch {
    return undefined
  }
}

export const formatAgentCursor = (sort: AgentSort, row: Placed): string =>
  Buffer.from(JSON.stringify({ sort, ...placeOf(sort, row), id: row.agent_id })).toString('base64url')

const placeOf = (sort: AgentSort, row: Placed) => {
  if (sort.endsWith('updated')) return { at: row.updated_at.toISOString() }
  if (sort.endsWith('name')) return { at: row.name_key }
  return { rank: row.formula_rank, at: row.score_key }
}

const ORDERS: Readonly<Record<AgentSort, Prisma.Sql>> = {
  '-updated': Prisma.sql`c.updated_at DESC, c.agent_id DESC`,
  updated: Prisma.sql`c.updated_at, c.agent_id`,
  name: Prisma.sql`c.name_key, c.agent_id`,
  '-name': Prisma.sql`c.name_key DESC, c.agent_id DESC`,
  '-score': Prisma.sql`c.formula_rank, -c.score_key, c.agent_id`,
  score: Prisma.sql`c.formula_rank DESC, -c.score_key DESC, c.agent_id DESC`,
}

export const orderBy = (sort: AgentSort): Prisma.Sql => ORDERS[sort]

/** The rows behind a cursor, as a condition on cards called `c`. */
export function after(cursor: AgentCursor): Prisma.Sql {
  switch (cursor.sort) {
    case '-updated':
      return Prisma.sql`(c.updated_at, c.agent_id) < (${cursor.at}::timestamptz, ${cursor.id}::uuid)`
    case 'updated':
      return Prisma.sql`(c.updated_at, c.agent_id) > (${cursor.at}::timestamptz, ${cursor.id}::uuid)`
    case 'name':
      return Prisma.sql`(c.name_key, c.agent_id) > (${cursor.at}, ${cursor.id}::uuid)`
    case '-name':
      return Prisma.sql`(c.name_key, c.agent_id) < (${cursor.at}, ${cursor.id}::uuid)`
    case '-score':
      return Prisma.sql`(c.formula_rank, -c.score_key, c.agent_id) > (${cursor.rank}::smallint, -${cursor.at}::smallint, ${cursor.id}::uuid)`
    case 'score':
      return Prisma.sql`(c.formula_rank, -c.score_key, c.agent_id) < (${cursor.rank}::smallint, -${cursor.at}::smallint, ${cursor.id}::uuid)`
  }
}
