import { z } from 'zod'
import { line } from '@/lib/assessment/text'
import { cursorOf, encodeCursor } from '@/lib/search/cursor'
import { momentSchema } from '@/lib/search/moment'

/**
 * Plain means rising, a leading minus reverses. Scores of different formulas stay in groups of their own; what is not
 * published has no score and stands below all that has.
 */
export const AGENT_SORTS = ['-updated', 'updated', 'name', '-name', '-score', 'score'] as const
export type AgentSort = (typeof AGENT_SORTS)[number]
export const AGENT_SORT_DEFAULT: AgentSort = '-updated'

/** Those of the page. */
export const AGENT_LIST_SORTS = [...AGENT_SORTS, '-published', 'published', '-openLayers'] as const
export type AgentListSort = (typeof AGENT_LIST_SORTS)[number]

/** What has no day of publication has no place in these, so whoever asks for one asks for days too. */
export const isByPublication = (sort: AgentListSort | undefined): boolean =>
  sort === 'published' || sort === '-published'

/** What is found by words is ordered by how well they match unless another order is asked for. */
export type AgentOrder = AgentListSort | 'match'

const id = z.uuid()
const cursorShape = z.union([
  z.strictObject({ sort: z.enum(['updated', '-updated', 'published', '-published']), at: momentSchema, id }),
  z.strictObject({ sort: z.enum(['name', '-name']), at: line('The name', 400), id }),
  z.strictObject({
    sort: z.enum(['score', '-score']),
    rank: z.int().min(0).max(32_767),
    at: z.int().min(-1).max(100),
    id,
  }),
  z.strictObject({ sort: z.literal('-openLayers'), at: z.int().min(0).max(7), id }),
  z.strictObject({ sort: z.literal('match'), at: z.number().min(0).max(100), id }),
])
export type AgentCursor = z.infer<typeof cursorShape>

export const agentCursorSchema = cursorOf(cursorShape, 1_000)

export const formatCursor = (cursor: AgentCursor): string => encodeCursor(cursor)
