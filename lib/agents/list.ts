import { z } from 'zod'
import type { Authorized } from '@/lib/access/authorize'
import { namesOf } from '@/lib/accounts/names'
import type { AgentLine } from '@/lib/agents/agent-line'
import { DRAFT_STATES } from '@/lib/agents/draft-state'
import { after, formatAgentCursor, orderBy } from '@/lib/agents/orders'
import { AGENT_SORT_DEFAULT, type AgentCursor, type AgentListSort } from '@/lib/agents/sorts'
import { visibilitySchema } from '@/lib/agents/visibility'
import { SEVERITIES } from '@/lib/aivss/severity'
import { KINDS } from '@/lib/assessment/kinds'
import { database, Prisma } from '@/lib/db/client'
import { isTooOld } from '@/lib/report/outdated'

export type AgentPage = { readonly agents: readonly AgentLine[]; readonly nextCursor: string | null }

/** Which agents, in which order, and from where on. */
export type AgentsAsked = {
  readonly sort?: AgentListSort
  readonly cursor?: AgentCursor | undefined
  readonly slug?: string | undefined
  readonly rowsMax?: number
}

const AGENTS_PAGE_ROWS = 50

const rowSchema = z.object({
  agent_id: z.string(),
  slug: z.string(),
  name: z.string(),
  kind: z.enum(KINDS),
  visibility: visibilitySchema,
  draft_state: z.enum(DRAFT_STATES),
  version: z.int(),
  updated_at: z.date(),
  updated_by: z.string().nullable(),
  name_key: z.string(),
  formula_rank: z.int(),
  score_key: z.int(),
  uncertain_layers: z.int(),
  number: z.int().nullable(),
  published_at: z.date().nullable(),
  severity: z.enum(SEVERITIES.map(({ id }) => id)).nullable(),
  now: z.date(),
  outdated_after_days: z.int(),
})
type Row = z.infer<typeof rowSchema>

/** The agents of a workspace, the last saved first unless another order is asked for, from where the page before ended. */
export async function listAgents(
  { workspaceId }: Authorized<'agent.read'>,
  { cursor, slug, sort = AGENT_SORT_DEFAULT, rowsMax = AGENTS_PAGE_ROWS }: AgentsAsked = {},
): Promise<AgentPage> {
  const found = z
    .array(rowSchema)
    .parse(await database().$queryRaw(agentsQuery(workspaceId, { sort, cursor, slug, rowsMax })))
  const rows = found.slice(0, rowsMax)
  const last = rows.at(-1)
  const nameOf = await namesOf(rows.map((row) => row.updated_by))
  return {
    agents: rows.map((row) => lineOf(row, nameOf(row.updated_by))),
    nextCursor: found.length > rowsMax && last ? formatAgentCursor(sort, last) : null,
  }
}

/** One row more than the page holds tells whether there is another page. */
const agentsQuery = (
  workspaceId: string,
  { sort, cursor, slug, rowsMax }: Required<AgentsAsked>,
): Prisma.Sql => Prisma.sql`
  SELECT c.agent_id, c.slug, c.name, c.name_key, c.kind, c.visibility, c.draft_state, c.version, c.updated_at,
    c.updated_by, c.number, c.published_at, c.severity, c.formula_rank, c.score_key, c.uncertain_layers,
    now() AS now, w.outdated_after_days
  FROM agent_cards c JOIN workspaces w ON w.id = c.workspace_id
  WHERE c.workspace_id = ${workspaceId}::uuid
    ${slug === undefined ? Prisma.empty : Prisma.sql`AND c.slug = ${slug}`}
    ${cursor === undefined ? Prisma.empty : Prisma.sql`AND ${after(cursor)}`}
  ORDER BY ${orderBy(sort)} LIMIT ${rowsMax + 1}`

const lineOf = (row: Row, savedBy: string): AgentLine => ({
  id: row.agent_id,
  version: row.version,
  slug: row.slug,
  name: row.name,
  kind: row.kind,
  visibility: row.visibility,
  draft: row.draft_state,
  latest: latestOf(row),
  savedAt: row.updated_at,
  savedBy,
})

const latestOf = ({ number, score_key, severity, published_at, ...row }: Row): AgentLine['latest'] =>
  number === null || severity === null || published_at === null
    ? null
    : {
        number,
        severity,
        publishedAt: published_at,
        score: score_key / 10,
        isOutdated: isTooOld({
          publishedAt: published_at,
          now: row.now,
          outdatedAfterDays: row.outdated_after_days,
        }),
      }
