import { z } from 'zod'
import { isShareToken } from '@/lib/base/share-path'
import { database } from '@/lib/db/client'
import { readReport } from '@/lib/library/read-report'
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
  readonly agentId: string
  readonly number: number
  readonly place: ReportPlace
}

/**
 * The one way from a token to what it shares, asked anew by every request and by the database's clock. Null for whatever
 * opens nothing: no such link, a revoked or expired one, an agent that is private or in the trash, a withdrawn revision.
 */
export async function findShared(token: string): Promise<Shared | null> {
  if (!isShareToken(token)) return null
  const found = await database().$queryRaw`
    SELECT s.id, s.workspace_id, s.password_hash, s.kind, s.sections, s.agent_id, w.public_name, r.number
    FROM shares s
    JOIN workspaces w ON w.id = s.workspace_id
    JOIN agents a ON a.workspace_id = s.workspace_id AND a.id = s.agent_id
      AND a.visibility IN ('link', 'listed') AND a.deleted_at IS NULL
    JOIN LATERAL (
      SELECT number FROM revisions
      WHERE workspace_id = s.workspace_id AND agent_id = s.agent_id AND withdrawn_at IS NULL
        AND number = coalesce(s.number, number)
      ORDER BY number DESC LIMIT 1
    ) r ON true
    WHERE s.token_hash = ${hashShareToken(token)} AND s.revoked_at IS NULL
      AND (s.expires_at IS NULL OR s.expires_at > now())`
  const [row] = rows.parse(found)
  if (!row) return null
  const { kind, public_name: publisher, agent_id: agentId, number } = row
  return {
    shareId: row.id,
    workspaceId: row.workspace_id,
    passwordHash: row.password_hash,
    subject: { kind, publisher, agentId, number, place: sharedPlace(token, row.sections) },
  }
}

const rows = z
  .array(
    z.object({
      id: z.string(),
      workspace_id: z.string(),
      password_hash: z.string().nullable(),
      kind: z.literal('report'),
      sections: z.enum(SECTIONS),
      agent_id: z.string(),
      public_name: z.string(),
      number: z.int(),
    }),
  )
  .max(1)

/** The one revision, and nothing of any other: not even that there are some. */
export async function readSharedReport(subject: SharedReport): Promise<PublishedReport | null> {
  const report = await readReport(subject)
  return report && { ...report, note: '', revisions: [] }
}
