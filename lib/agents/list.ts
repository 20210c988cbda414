import { z } from 'zod'
import type { Authorized } from '@/lib/access/authorize'
import { namesOf } from '@/lib/accounts/names'
import type { AgentLine } from '@/lib/agents/agent-line'
import { draftStateOf } from '@/lib/agents/draft-state'
import {
  AGENT_SORT_DEFAULT,
  type AgentCursor,
  type AgentSort,
  after,
  formatAgentCursor,
  NAME_KEY,
  orderBy,
  SCORE_KEY,
} from '@/lib/agents/orders'
import { visibilitySchema } from '@/lib/agents/visibility'
import { SEVERITIES } from '@/lib/aivss/severity'
import { KINDS } from '@/lib/assessment/kinds'
import { database, Prisma } from '@/lib/db/client'
import { isTooOld } from '@/lib/report/outdated'

export type AgentPage = { readonly agents: readonly AgentLine[]; readonly nextCursor: string | null }

/** Which agents, in which order, and from where on. */
export type AgentsAsked = {
  readonly sort?: AgentSort
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
  version: z.int(),
  published_version: z.int().nullable(),
  updated_at: z.date(),
  updated_by: z.string().nullable(),
  name_key: z.string(),
  score_key: z.int(),
  number: z.int().nullable(),
  published_at: z.date().nullable(),
  score_tenths: z.int().nullable(),
  severity: z.enum(SEVERITIES.map(({ id }) => id)).nullable(),
  now: z.date(),
  outdated_after_days: z.int(),
})
type Row = z.infer<typeof rowSchema>

/** The agents of a workspace, the last saved first unless another order is asked for, from where the page before ended. */
export async function listAgents(
  { workspaceId }: Authorized<'agent.read'>,
  { cursor, slug, sort = cursor?.sort ?? AGENT_SORT_DEFAULT, rowsMax = AGENTS_PAGE_ROWS }: AgentsAsked = {},
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
  SELECT d.agent_id, a.slug, a.visibility, d.version, d.published_version, d.updated_at, d.updated_by,
    coalesce(nullif(d.document->>'name', ''), r.document->>'name', a.slug) AS name,
    coalesce(d.document->>'kind', r.document->>'kind', 'other') AS kind, r.number, r.score_tenths, r.severity,
    r.published_at, ${NAME_KEY} AS name_key, ${SCORE_KEY} AS score_key,
    now() AS now, w.outdated_after_days
  FROM drafts d
  JOIN agents a ON a.workspace_id = d.workspace_id AND a.id = d.agent_id
  JOIN workspaces w ON w.id = d.workspace_id
  LEFT JOIN LATERAL (
    SELECT number, score_tenths, severity, published_at, document FROM revisions
    WHERE agent_id = a.id AND withdrawn_at IS NULL ORDER BY number DESC LIMIT 1
  ) r ON true
  WHERE d.workspace_id = ${workspaceId}::uuid AND a.deleted_at IS NULL
    ${slug === undefined ? Prisma.empty : Prisma.sql`AND a.slug = ${slug}`}
    ${cursor === undefined ? Prisma.empty : Prisma.sql`AND ${after(cursor)}`}
  ORDER BY ${orderBy(sort)} LIMIT ${rowsMax + 1}`

const lineOf = (row: Row, savedBy: string): AgentLine => ({
  id: row.agent_id,
  version: row.version,
  slug: row.slug,
  name: row.name,
  kind: row.kind,
  visibility: row.visibility,
  draft: draftStateOf({
    version: row.version,
    publishedVersion: row.published_version,
    hasRevision: row.number !== null,
  }),
  latest: latestOf(row),
  savedAt: row.updated_at,
  savedBy,
})

const latestOf = ({ number, score_tenths, severity, published_at, ...row }: Row): AgentLine['latest'] =>
  number === null || score_tenths === null || severity === null || published_at === null
    ? null
    : {
        number,
        severity,
        publishedAt: published_at,
        score: score_tenths / 10,
        isOutdated: isTooOld({
          publishedAt: published_at,
          now: row.now,
          outdatedAfterDays: row.outdated_after_days,
        }),
      }
