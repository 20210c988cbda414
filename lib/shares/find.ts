import { z } from 'zod'
import { isShareToken } from '@/lib/base/share-path'
import { AGENTS_MAX, AGENTS_MIN } from '@/lib/compare/compared-agent'
import { database } from '@/lib/db/client'
import { reportOf, type StoredRevision } from '@/lib/library/read-report'
import { type ReportPlace, sharedPlace } from '@/lib/report/addresses'
import type { PublishedReport } from '@/lib/report/published-report'
import { SECTIONS } from '@/lib/report/sections'
import { hashShareToken } from '@/lib/shares/token'

/** What a link is to whoever opens it; ids stay on this side of the answer. */
export type Shared = {
  readonly shareId: string
  readonly workspaceId: string
  readonly passwordHash: string | null
  readonly subject: SharedReport | SharedComparison
}

export type SharedReport = {
  readonly kind: 'report'
  readonly publisher: string
  readonly place: ReportPlace
  readonly revision: StoredRevision
}

/** Agents side by side: the latest published revision of each that a link may show, in their order, and of at least two. */
export type SharedComparison = {
  readonly kind: 'comparison'
  readonly publisher: string
  readonly name: string
  /** How it is looked at: what stands behind the question mark of its address. */
  readonly query: string
  readonly revisions: readonly PlacedRevision[]
}

/** With the place that its agent was kept at. */
export type PlacedRevision = StoredRevision & { readonly position: number }

/**
 * The one way from a token to what it shares, asked anew by every request and by the database's clock, in one query, so
 * that nothing is decided in between. Null for whatever opens nothing: no such link, a revoked or expired one, an agent
 * that is private or in the trash, a withdrawn revision.
 */
export async function findShared(token: string): Promise<Shared | null> {
  if (!isShareToken(token)) return null
  const found = await database().$queryRaw`
    SELECT s.id, s.workspace_id, s.password_hash, s.kind, s.sections, w.public_name, p.name, p.query,
      x.position, r.*
    FROM shares s
    JOIN workspaces w ON w.id = s.workspace_id
    LEFT JOIN comparisons p ON p.workspace_id = s.workspace_id AND p.id = s.comparison_id
    JOIN LATERAL (
      SELECT s.agent_id, 1 AS position WHERE s.kind = 'report'
      UNION ALL
      SELECT agent_id, coalesce(min(position) FILTER (WHERE NOT as_draft), min(position)) FROM comparison_agents
      WHERE s.kind = 'comparison' AND workspace_id = s.workspace_id AND comparison_id = s.comparison_id
      GROUP BY agent_id
    ) x ON true
    JOIN agents a ON a.workspace_id = s.workspace_id AND a.id = x.agent_id
      AND a.visibility IN ('link', 'listed') AND a.deleted_at IS NULL
    JOIN LATERAL (
      SELECT number, byline, published_at, document, score_tenths, severity FROM revisions
      WHERE workspace_id = s.workspace_id AND agent_id = x.agent_id AND withdrawn_at IS NULL
        AND number = coalesce(s.number, number)
      ORDER BY number DESC LIMIT 1
    ) r ON true
    WHERE s.token_hash = ${hashShareToken(token)} AND s.revoked_at IS NULL
      AND (s.expires_at IS NULL OR s.expires_at > now())
    ORDER BY x.position`
  const all = rows.parse(found)
  const [row] = all
  const subject = row && subjectOf(token, row, all)
  if (!subject) return null
  return { shareId: row.id, workspaceId: row.workspace_id, passwordHash: row.password_hash, subject }
}

function subjectOf(token: string, row: Row, all: readonly Row[]): Shared['subject'] | undefined {
  const publisher = row.public_name
  if (row.kind === 'report')
    return {
      kind: 'report',
      publisher,
      place: sharedPlace(token, row.sections),
      revision: revisionOf(row),
    }
  if (all.length < AGENTS_MIN) return undefined
  return { kind: 'comparison', publisher, name: row.name, query: row.query, revisions: all.map(placed) }
}

const common = {
  id: z.string(),
  workspace_id: z.string(),
  password_hash: z.string().nullable(),
  sections: z.enum(SECTIONS),
  public_name: z.string(),
  position: z.int(),
  number: z.int(),
  byline: z.string(),
  published_at: z.date(),
  document: z.unknown(),
  score_tenths: z.int(),
  severity: z.string(),
}
const rowSchema = z.discriminatedUnion('kind', [
  z.object({ ...common, kind: z.literal('report') }),
  z.object({ ...common, kind: z.literal('comparison'), name: z.string(), query: z.string() }),
])
type Row = z.infer<typeof rowSchema>
const rows = z.array(rowSchema).max(AGENTS_MAX)

/** The note of a revision is for those who follow all of them, so it is not even asked for. */
const revisionOf = (row: Row): StoredRevision => ({
  number: row.number,
  note: '',
  byline: row.byline,
  publishedAt: row.published_at,
  document: row.document,
  scoreTenths: row.score_tenths,
  severity: row.severity,
})

const placed = (row: Row): PlacedRevision => ({ position: row.position, ...revisionOf(row) })

/** The one revision, and nothing of any other: not even that there are some. */
export const readSharedReport = ({ publisher, revision }: SharedReport): PublishedReport =>
  reportOf(publisher, revision)
