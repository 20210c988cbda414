import { z } from 'zod'
import { isShareToken } from '@/lib/base/share-path'
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
  readonly subject: SharedReport
}

/** Today a report; what else can be shared becomes a kind of its own, under the same links. */
export type SharedReport = {
  readonly kind: 'report'
  readonly publisher: string
  readonly place: ReportPlace
  readonly revision: StoredRevision
}

/**
 * The one way from a token to what it shares, asked anew by every request and by the database's clock, in one query, so
 * that nothing is decided in between. Null for whatever opens nothing: no such link, a revoked or expired one, an agent
 * that is private or in the trash, a withdrawn revision.
 */
export async function findShared(token: string): Promise<Shared | null> {
  if (!isShareToken(token)) return null
  const found = await database().$queryRaw`
    SELECT s.id, s.workspace_id, s.password_hash, s.kind, s.sections, w.public_name, r.*
    FROM shares s
    JOIN workspaces w ON w.id = s.workspace_id
    JOIN agents a ON a.workspace_id = s.workspace_id AND a.id = s.agent_id
      AND a.visibility IN ('link', 'listed') AND a.deleted_at IS NULL
    JOIN LATERAL (
      SELECT number, byline, published_at, document, score_tenths, severity FROM revisions
      WHERE workspace_id = s.workspace_id AND agent_id = s.agent_id AND withdrawn_at IS NULL
        AND number = coalesce(s.number, number)
      ORDER BY number DESC LIMIT 1
    ) r ON true
    WHERE s.token_hash = ${hashShareToken(token)} AND s.revoked_at IS NULL
      AND (s.expires_at IS NULL OR s.expires_at > now())`
  const [row] = rows.parse(found)
  if (!row) return null
  return {
    shareId: row.id,
    workspaceId: row.workspace_id,
    passwordHash: row.password_hash,
    subject: {
      kind: row.kind,
      publisher: row.public_name,
      place: sharedPlace(token, row.sections),
      revision: revisionOf(row),
    },
  }
}

const rowSchema = z.object({
  id: z.string(),
  workspace_id: z.string(),
  password_hash: z.string().nullable(),
  kind: z.literal('report'),
  sections: z.enum(SECTIONS),
  public_name: z.string(),
  number: z.int(),
  byline: z.string(),
  published_at: z.date(),
  document: z.unknown(),
  score_tenths: z.int(),
  severity: z.string(),
})
const rows = z.array(rowSchema).max(1)

/** The note of a revision is for those who follow all of them, so it is not even asked for. */
const revisionOf = (row: z.infer<typeof rowSchema>): StoredRevision => ({
  number: row.number,
  note: '',
  byline: row.byline,
  publishedAt: row.published_at,
  document: row.document,
  scoreTenths: row.score_tenths,
  severity: row.severity,
})

/** The one revision, and nothing of any other: not even that there are some. */
export const readSharedReport = ({ publisher, revision }: SharedReport): PublishedReport =>
  reportOf(publisher, revision)
