import { z } from 'zod'
import type { Authorized } from '@/lib/access/authorize'
import { SEVERITIES } from '@/lib/aivss/severity'
import { KINDS } from '@/lib/assessment/kinds'
import type { ScoreFigure } from '@/lib/compare/agent-head'
import { database, Prisma } from '@/lib/db/client'
import { searchFor } from '@/lib/search/conditions'

/** An agent as somebody chooses it from a few. */
export type AgentCandidate = {
  readonly slug: string
  readonly name: string
  readonly kind: (typeof KINDS)[number]
  /** Of the latest revision; null where only a draft is there. */
  readonly number: number | null
  readonly score: ScoreFigure | null
}

const CANDIDATES_MAX = 10

const rows = z.array(
  z.object({
    slug: z.string(),
    name: z.string(),
    kind: z.enum(KINDS),
    number: z.int().nullable(),
    score_key: z.int(),
    severity: z.enum(SEVERITIES.map(({ id }) => id)).nullable(),
  }),
)

/** A few agents of a workspace by their names, all of them carrying every word. */
export async function findCandidates(
  { workspaceId }: Authorized<'agent.read'>,
  q: string | undefined,
): Promise<readonly AgentCandidate[]> {
  const words = searchFor(q)
  const found = await database().$queryRaw`
    SELECT c.slug, c.name, c.kind, c.number, c.score_key, c.severity FROM agent_cards c
    WHERE c.workspace_id = ${workspaceId}::uuid
      ${words === undefined ? Prisma.empty : Prisma.sql`AND c.words @@ ${words}::tsquery`}
    ORDER BY c.name_key, c.agent_id LIMIT ${CANDIDATES_MAX}`
  return rows.parse(found).map(({ score_key: tenths, severity, ...agent }) => ({
    ...agent,
    score: severity === null ? null : { value: tenths / 10, text: (tenths / 10).toFixed(1), severity },
  }))
}
