import { z } from 'zod'
import type { Authorized } from '@/lib/access/authorize'
import { namesOf } from '@/lib/accounts/names'
import { AGENTS_MIN } from '@/lib/compare/compared-agent'
import { database, Prisma } from '@/lib/db/client'
import { SECTIONS, type Sections } from '@/lib/report/sections'
import { formatTimeCursor, type TimeCursor } from '@/lib/search/time-cursor'

/** Whether a link opens something now, and if not why: it is over, or what it shares is closed, all or nearly all of it. */
export const SHARE_STATES = ['open', 'expired', 'trash', 'private', 'withdrawn', 'too-few'] as const
export type ShareState = (typeof SHARE_STATES)[number]

/** A link as members see it. What opens it is not among them: nobody is shown that twice. */
export type ShareLine = {
  readonly id: string
  readonly subject: SharedSubject
  readonly label: string
  /** Of the pinned revision; null for always the latest. */
  readonly number: number | null
  readonly sections: Sections
  readonly hasPassword: boolean
  readonly state: ShareState
  readonly expiresAt: Date | null
  readonly createdAt: Date
  readonly createdBy: string
  readonly views: Views
}

export type SharedSubject =
  | { readonly kind: 'report'; readonly slug: string; readonly name: string }
  | { readonly kind: 'comparison'; readonly id: string; readonly name: string }

/** `days` are days of UTC, the newest first, and of the last thirty only those on which somebody read it. */
export type Views = {
  readonly total: number
  readonly days: readonly { readonly day: string; readonly count: number }[]
}

export type SharePage = { readonly shares: readonly ShareLine[]; readonly nextCursor: string | null }

const SHARES_PAGE_ROWS = 50

/** The links of a workspace, or of one of its agents or comparisons, that nobody has revoked: the newest first. */
export async function listShares(
  { workspaceId }: Authorized<'agent.read'>,
  { agentId, comparisonId }: { readonly agentId?: string; readonly comparisonId?: string },
  after?: TimeCursor,
  rowsMax = SHARES_PAGE_ROWS,
): Promise<SharePage> {
  const asked = { workspaceId, agentId, comparisonId, after, limit: rowsMax + 1 }
  const found = z.array(rowSchema).parse(await database().$queryRaw(sharesQuery(asked)))
  const rows = found.slice(0, rowsMax)
  const last = rows.at(-1)
  const [nameOf, viewsOf] = await Promise.all([
    namesOf(rows.map((row) => row.created_by)),
    listViews(
      workspaceId,
      rows.map(({ id }) => id),
    ),
  ])
  return {
    shares: rows.map((row) => lineOf(row, nameOf(row.created_by), viewsOf(row.id))),
    nextCursor: found.length > rowsMax && last ? formatTimeCursor(last.created_at, last.id) : null,
  }
}

const rowSchema = z.object({
  id: z.string(),
  slug: z.string().nullable(),
  comparison_id: z.string().nullable(),
  name: z.string(),
  label: z.string(),
  number: z.int().nullable(),
  sections: z.enum(SECTIONS),
  has_password: z.boolean(),
  state: z.enum(SHARE_STATES),
  expires_at: z.date().nullable(),
  created_at: z.date(),
  created_by: z.string().nullable(),
})
type Row = z.infer<typeof rowSchema>

type Asked = {
  readonly workspaceId: string
  readonly agentId: string | undefined
  readonly comparisonId: string | undefined
  readonly after: TimeCursor | undefined
  readonly limit: number
}

const sharesQuery = ({ workspaceId, agentId, comparisonId, after, limit }: Asked): Prisma.Sql => Prisma.sql`
  SELECT s.id, a.slug, s.comparison_id, s.label, s.number, s.sections, s.expires_at, s.created_at, s.created_by,
    coalesce(p.name, nullif(d.document->>'name', ''), a.slug) AS name, s.password_hash IS NOT NULL AS has_password,
    CASE
      WHEN s.expires_at <= now() THEN 'expired'
      WHEN s.kind = 'comparison' THEN CASE WHEN ${AGENTS_MIN} <= (
        SELECT count(DISTINCT x.agent_id) FROM comparison_agents x JOIN agent_cards c ON c.agent_id = x.agent_id
        WHERE x.workspace_id = s.workspace_id AND x.comparison_id = s.comparison_id
          AND c.number IS NOT NULL AND c.visibility IN ('link', 'listed')) THEN 'open' ELSE 'too-few' END
      WHEN a.deleted_at IS NOT NULL THEN 'trash'
      WHEN a.visibility NOT IN ('link', 'listed') THEN 'private'
      WHEN NOT EXISTS (
        SELECT FROM revisions r WHERE r.workspace_id = s.workspace_id AND r.agent_id = s.agent_id
          AND r.number = coalesce(s.number, r.number) AND r.withdrawn_at IS NULL) THEN 'withdrawn'
      ELSE 'open'
    END AS state
  FROM shares s
  LEFT JOIN comparisons p ON p.workspace_id = s.workspace_id AND p.id = s.comparison_id
  LEFT JOIN agents a ON a.workspace_id = s.workspace_id AND a.id = s.agent_id
  LEFT JOIN drafts d ON d.workspace_id = s.workspace_id AND d.agent_id = s.agent_id
  WHERE s.workspace_id = ${workspaceId}::uuid AND s.revoked_at IS NULL
    ${agentId === undefined ? Prisma.empty : Prisma.sql`AND s.agent_id = ${agentId}::uuid`}
    ${comparisonId === undefined ? Prisma.empty : Prisma.sql`AND s.comparison_id = ${comparisonId}::uuid`}
    ${after === undefined ? Prisma.empty : Prisma.sql`AND (s.created_at, s.id) < (${after.at}::timestamptz, ${after.id}::uuid)`}
  ORDER BY s.created_at DESC, s.id DESC LIMIT ${limit}`

const lineOf = (row: Row, createdBy: string, views: Views): ShareLine => ({
  id: row.id,
  subject:
    row.comparison_id === null
      ? { kind: 'report', slug: row.slug ?? '', name: row.name }
      : { kind: 'comparison', id: row.comparison_id, name: row.name },
  label: row.label,
  number: row.number,
  sections: row.sections,
  hasPassword: row.has_password,
  state: row.state,
  expiresAt: row.expires_at,
  createdAt: row.created_at,
  createdBy,
  views,
})

const viewRows = z.array(
  z.object({
    share_id: z.string(),
    total: z.int(),
    days: z.array(z.object({ day: z.string(), count: z.int() })).nullable(),
  }),
)

async function listViews(workspaceId: string, ids: readonly string[]): Promise<(id: string) => Views> {
  const found = await database().$queryRaw`
    SELECT share_id, sum(count)::int AS total,
      json_agg(json_build_object('day', day, 'count', count) ORDER BY day DESC)
        FILTER (WHERE day > (now() AT TIME ZONE 'UTC')::date - 30) AS days
    FROM share_views WHERE workspace_id = ${workspaceId}::uuid AND share_id = ANY(${ids}::uuid[])
    GROUP BY share_id`
  const views = new Map(viewRows.parse(found).map((row) => [row.share_id, row]))
  return (id) => ({ total: views.get(id)?.total ?? 0, days: views.get(id)?.days ?? [] })
}
