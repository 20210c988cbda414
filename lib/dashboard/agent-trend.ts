import { z } from 'zod'
import type { Authorized } from '@/lib/access/authorize'
import { MOVEMENT_CAUSES, type MovementCause, type MovementPart } from '@/lib/agents/cards/movement'
import { type ShownScore, scoreColumns, shownAfter, shownBefore } from '@/lib/dashboard/net-change'
import { partsSchema } from '@/lib/dashboard/reasons'
import { database } from '@/lib/db/client'

/** One time that another revision of an agent was shown, or none any more. */
export type TrendStep = {
  readonly id: string
  readonly at: Date
  readonly cause: MovementCause
  /** The revision that is shown from then on. */
  readonly number: number | null
  readonly before: ShownScore | null
  readonly after: ShownScore | null
  /** What moved the score, the greatest first. */
  readonly parts: readonly MovementPart[]
}

export type AgentTrend = {
  /** The oldest first. */
  readonly steps: readonly TrendStep[]
  /** There are older steps than these. */
  readonly isBounded: boolean
}

const STEPS_SHOWN_MAX = 100

const rows = z.array(
  z.object({
    id: z.string(),
    at: z.date(),
    cause: z.enum(MOVEMENT_CAUSES),
    number: z.int().nullable(),
    parts: partsSchema,
    ...scoreColumns,
  }),
)

export async function getAgentTrend(
  { workspaceId }: Authorized<'agent.read'>,
  agentId: string,
): Promise<AgentTrend> {
  const found = await database().$queryRaw`
    SELECT id, at, cause, number, parts, before_formula, before_tenths, before_severity, after_formula, after_tenths,
      after_severity
    FROM movements WHERE workspace_id = ${workspaceId}::uuid AND agent_id = ${agentId}::uuid
    ORDER BY at DESC, id DESC LIMIT ${STEPS_SHOWN_MAX + 1}`
  const parsed = rows.parse(found)
  return {
    isBounded: parsed.length > STEPS_SHOWN_MAX,
    steps: parsed
      .slice(0, STEPS_SHOWN_MAX)
      .toReversed()
      .map((row) => ({
        ...{ id: row.id, at: row.at, cause: row.cause, number: row.number, parts: row.parts },
        before: shownBefore(row),
        after: shownAfter(row),
      })),
  }
}
