import { z } from 'zod'
import type { Authorized } from '@/lib/access/authorize'
import { MOVEMENT_CAUSES, type MovementCause, type MovementPart } from '@/lib/agents/cards/movement'
import { FACTOR_IDS } from '@/lib/aivss/factors'
import { database } from '@/lib/db/client'

export const partsSchema: z.ZodType<readonly MovementPart[]> = z.array(
  z.strictObject({
    part: z.enum(['cvss', 'threatMultiplier', 'mitigationFactor', 'formula', ...FACTOR_IDS]),
    points: z.number(),
  }),
)

/** What led from one score to another, as far as the steps between tell. */
export type Reason = {
  /** Of the last step. */
  readonly cause: MovementCause
  /** False where a step has no score before or behind it, and where there were too many steps. */
  readonly isAddedUp: boolean
  /**
   * The input that moved the score most the way it went, all steps taken together; null where they are not added up, and
   * where no input did as much as is said.
   */
  readonly mostly: MovementPart | null
}

/** More steps of one agent than these are not added up, and then nothing is said about them. */
const STEPS_ADDED_MAX = 50

const rows = z.array(
  z.object({
    agent_id: z.string(),
    cause: z.enum(MOVEMENT_CAUSES),
    is_explained: z.boolean(),
    parts: partsSchema,
  }),
)
type Row = z.infer<typeof rows>[number]

/** Parts of a step add up to it, so those of several steps add up to the way from the first to the last. */
export async function reasonsSince(
  { workspaceId }: Authorized<'agent.read'>,
  since: Date,
  agentIds: readonly string[],
): Promise<ReadonlyMap<string, Reason>> {
  if (agentIds.length === 0) return new Map()
  const found = await database().$queryRaw`
    SELECT s.agent_id, s.cause, num_nulls(s.before_formula, s.after_formula) = 0 AS is_explained, s.parts
    FROM unnest(${[...agentIds]}::uuid[]) AS asked (id) CROSS JOIN LATERAL (
      SELECT * FROM movements m
      WHERE m.workspace_id = ${workspaceId}::uuid AND m.agent_id = asked.id AND m.at >= ${since}
      ORDER BY m.at DESC, m.id DESC LIMIT ${STEPS_ADDED_MAX + 1}
    ) AS s ORDER BY s.agent_id, s.at DESC, s.id DESC`
  const steps = rows.parse(found)
  return new Map(
    agentIds.flatMap((agentId) => {
      const own = steps.filter(({ agent_id }) => agent_id === agentId)
      return own[0] ? [[agentId, reasonOf(own[0], own)] as const] : []
    }),
  )
}

function reasonOf({ cause }: Row, steps: readonly Row[]): Reason {
  const isAddedUp = steps.length <= STEPS_ADDED_MAX && steps.every((step) => step.is_explained)
  return { cause, isAddedUp, mostly: isAddedUp ? greatestOf(steps.flatMap(({ parts }) => parts)) : null }
}

function greatestOf(parts: readonly MovementPart[]): MovementPart | null {
  const sums = new Map<MovementPart['part'], number>()
  for (const { part, points } of parts) sums.set(part, (sums.get(part) ?? 0) + points)
  const all = [...sums].map(([part, points]) => ({ part, points }))
  const way = Math.sign(all.reduce((sum, { points }) => sum + points, 0))
  const [greatest] = all
    .filter(({ points }) => points * way >= SMALLEST_SAID)
    .toSorted((one, other) => Math.abs(other.points) - Math.abs(one.points))
  return greatest ?? null
}

/** What would read as 0.00 is not said to have moved anything. */
export const SMALLEST_SAID = 0.005
