import { z } from 'zod'
import type { Authorized } from '@/lib/access/authorize'
import { namesOf } from '@/lib/accounts/names'
import type { AgentLine } from '@/lib/agents/agent-line'
import { draftStateOf } from '@/lib/agents/draft-state'
import { visibilitySchema } from '@/lib/agents/visibility'
import { SEVERITIES } from '@/lib/aivss/severity'
import { KINDS } from '@/lib/assessment/kinds'
import { database, Prisma } from '@/lib/db/client'
import { formatTimeCursor, type TimeCursor } from '@/lib/library/time-cursor'

export type AgentPage = { readonly agents: readonly AgentLine[]; readonly nextCursor: string | null }

export const AGENTS_PAGE_ROWS = 50

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
  number: z.int().nullable(),
  score_tenths: z.int().nullable(),
  severity: z.enum(SEVERITIES.map(({ id }) => id)).nullable(),
  is_outdated: z.boolean().nullable(),
})
type Row = z.infer<typeof rowSchema>

/** The agents of a workspace, the last saved first, from where the page before ended. */
export async function listAgents(
  { workspaceId }: Authorized<'agent.read'>,
  after: TimeCursor | undefined,
  rowsMax = AGENTS_PAGE_ROWS,
): Promise<AgentPage> {
  const found = z
    .array(rowSchema)
    .parse(await database().$queryRaw(agentsQuery(workspaceId, after, rowsMax + 1)))
  const rows = found.slice(0, rowsMax)
  const last = rows.at(-1)
  const nameOf = await namesOf(rows.map((row) => row.updated_by))
  return {
    agents: rows.map((row) => lineOf(row, nameOf(row.updated_by))),
    nextCursor: found.length > rowsMax && last ? formatTimeCursor(last.updated_at, last.agent_id) : null,
  }
}

const agentsQuery = (
  workspaceId: string,
  after: TimeCursor | undefined,
  limit: number,
): Prisma.Sql => Prisma.sql`
  SELECT d.agent_id, a.slug, a.visibility, d.version, d.published_version, d.updated_at, d.updated_by,
    coalesce(nullif(d.document->>'name', ''), r.document->>'name', a.slug) AS name,
    coalesce(d.document->>'kind', r.document->>'kind', 'other') AS kind, r.number, r.score_tenths, r.severity,
    r.published_at < now() - make_interval(days => w.outdated_after_days) AS is_outdated
  FROM drafts d
  JOIN agents a ON a.workspace_id = d.workspace_id AND a.id = d.agent_id
  JOIN workspaces w ON w.id = d.workspace_id
  LEFT JOIN LATERAL (
    SELECT number, score_tenths, severity, published_at, document FROM revisions
    WHERE agent_id = a.id AND withdrawn_at IS NULL ORDER BY number DESC LIMIT 1
  ) r ON true
  WHERE d.workspace_id = ${workspaceId}::uuid AND a.deleted_at IS NULL
    ${after === undefined ? Prisma.empty : Prisma.sql`AND (d.updated_at, d.agent_id) < (${after.at}::timestamptz, ${after.id}::uuid)`}
  ORDER BY d.updated_at DESC, d.agent_id DESC LIMIT ${limit}`

const lineOf = (row: Row, savedBy: string): AgentLine => ({
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

const latestOf = ({ number, score_tenths, severity, is_outdated }: Row): AgentLine['latest'] =>
  number === null || score_tenths === null || severity === null
    ? null
    : { number, severity, score: score_tenths / 10, isOutdated: is_outdated === true }
