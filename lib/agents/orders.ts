import { z } from 'zod'
import { line } from '@/lib/assessment/text'
import { Prisma } from '@/lib/db/client'
import { momentSchema } from '@/lib/library/moment'

/** Plain means rising, a leading minus reverses. What is not published has no score and stands below all that has. */
export const AGENT_SORTS = ['-updated', 'updated', 'name', '-name', '-score', 'score'] as const
export type AgentSort = (typeof AGENT_SORTS)[number]
export const AGENT_SORT_DEFAULT: AgentSort = '-updated'

/** What of a row its place in an order depends on. */
type Placed = {
  readonly agent_id: string
  readonly updated_at: Date
  readonly name_key: string
  readonly score_key: number
}

const id = z.uuid()
const cursorShape = z.union([
  z.strictObject({ sort: z.enum(['updated', '-updated']), at: momentSchema, id }),
  z.strictObject({ sort: z.enum(['name', '-name']), at: line('The name', 400), id }),
  z.strictObject({ sort: z.enum(['score', '-score']), at: z.int().min(-1).max(100), id }),
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
  Buffer.from(JSON.stringify({ sort, at: placeOf(sort, row), id: row.agent_id })).toString('base64url')

const placeOf = (sort: AgentSort, row: Placed): string | number => {
  if (sort.endsWith('updated')) return row.updated_at.toISOString()
  return sort.endsWith('name') ? row.name_key : row.score_key
}

/** Letters are compared as bytes, so that the database and a cursor agree on every machine. */
export const NAME_KEY = Prisma.sql`left(lower(coalesce(nullif(d.document->>'name', ''), r.document->>'name', a.slug)), 200) COLLATE "C"`
export const SCORE_KEY = Prisma.sql`coalesce(r.score_tenths, -1)`

const ORDERS: Readonly<Record<AgentSort, Prisma.Sql>> = {
  '-updated': Prisma.sql`d.updated_at DESC, d.agent_id DESC`,
  updated: Prisma.sql`d.updated_at, d.agent_id`,
  name: Prisma.sql`${NAME_KEY}, d.agent_id`,
  '-name': Prisma.sql`${NAME_KEY} DESC, d.agent_id DESC`,
  score: Prisma.sql`${SCORE_KEY}, d.agent_id`,
  '-score': Prisma.sql`${SCORE_KEY} DESC, d.agent_id DESC`,
}

export const orderBy = (sort: AgentSort): Prisma.Sql => ORDERS[sort]

/** The rows behind a cursor, as a condition. */
export function after(cursor: AgentCursor): Prisma.Sql {
  switch (cursor.sort) {
    case '-updated':
      return Prisma.sql`(d.updated_at, d.agent_id) < (${cursor.at}::timestamptz, ${cursor.id}::uuid)`
    case 'updated':
      return Prisma.sql`(d.updated_at, d.agent_id) > (${cursor.at}::timestamptz, ${cursor.id}::uuid)`
    case 'name':
      return Prisma.sql`(${NAME_KEY}, d.agent_id) > (${cursor.at}, ${cursor.id}::uuid)`
    case '-name':
      return Prisma.sql`(${NAME_KEY}, d.agent_id) < (${cursor.at}, ${cursor.id}::uuid)`
    case 'score':
      return Prisma.sql`(${SCORE_KEY}, d.agent_id) > (${cursor.at}, ${cursor.id}::uuid)`
    case '-score':
      return Prisma.sql`(${SCORE_KEY}, d.agent_id) < (${cursor.at}, ${cursor.id}::uuid)`
  }
}
