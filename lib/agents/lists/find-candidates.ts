import { z } from 'zod'
import type { Authorized } from '@/lib/access/authorize'
import { CARDS } from '@/lib/agents/lists/line-row'
import { KINDS } from '@/lib/assessment/kinds'
import { severitySchema } from '@/lib/assessment/severity'
import type { ScoreFigure } from '@/lib/compare/agent-head'
import { database, Prisma } from '@/lib/db/client'
import { saying, type Way } from '@/lib/search/conditions'
import { countMatches, wayFor } from '@/lib/search/count-matches'
import { rowsToSort, rowsWith } from '@/lib/search/rows'

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
    severity: severitySchema.nullable(),
  }),
)

/** A few agents of a workspace by their names, all of them carrying every word. */
export async function findCandidates(
  { workspaceId }: Authorized<'agent.read'>,
  q: string | undefined,
): Promise<readonly AgentCandidate[]> {
  const cards = (way: Way) => rowsWith(CARDS, [isHere(workspaceId), ...saying(q, way)])
  const way = wayFor(await countMatches(cards('lookup')), 'name')
  const found = await database().$queryRaw`
    SELECT c.slug, c.name, c.kind, c.number, c.score_key, c.severity FROM ${rowsToSort(cards(way), way)}
    ORDER BY c.name_key, c.agent_id LIMIT ${CANDIDATES_MAX}`
  return rows.parse(found).map(({ score_key: tenths, severity, ...agent }) => ({
    ...agent,
    score: severity === null ? null : { value: tenths / 10, text: (tenths / 10).toFixed(1), severity },
  }))
}

const isHere = (workspaceId: string): Prisma.Sql => Prisma.sql`c.workspace_id = ${workspaceId}::uuid`
