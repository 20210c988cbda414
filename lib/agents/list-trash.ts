import { z } from 'zod'
import type { Authorized } from '@/lib/access/authorize'
import { namesOf } from '@/lib/accounts/names'
import { type Visibility, visibilitySchema } from '@/lib/agents/publishing/visibility'
import { trashEnd } from '@/lib/agents/trash'
import { database } from '@/lib/db/client'

export type Trashed = {
  readonly slug: string
  readonly agentId: string
  readonly name: string
  readonly visibility: Visibility
  readonly deletedAt: Date
  readonly deletedBy: string
}

const ROWS_MAX = 100

const rowsSchema = z.array(
  z.object({
    id: z.string(),
    slug: z.string(),
    visibility: visibilitySchema,
    deleted_at: z.date(),
    name: z.string(),
    deleted_by: z.string().nullable(),
  }),
)

/** What can still be brought back, the newest first. Who put it there is in the audit log. */
export async function listTrash({ workspaceId }: Authorized<'agent.read'>): Promise<readonly Trashed[]> {
  const rows = rowsSchema.parse(
    await database().$queryRaw`
      SELECT a.id, a.slug, a.visibility, a.deleted_at, coalesce(nullif(d.document->>'name', ''), a.slug) AS name,
        (SELECT e.actor_id FROM audit_events e
         WHERE e.workspace_id = a.workspace_id AND e.action = 'agent.delete' AND e.subject_id = a.id
         ORDER BY e.at DESC, e.id DESC LIMIT 1) AS deleted_by
      FROM agents a LEFT JOIN drafts d ON d.workspace_id = a.workspace_id AND d.agent_id = a.id
      WHERE a.workspace_id = ${workspaceId}::uuid AND a.deleted_at > ${trashEnd()}
      ORDER BY a.deleted_at DESC, a.id DESC LIMIT ${ROWS_MAX}`,
  )
  const nameOf = await namesOf(rows.map((row) => row.deleted_by))
  return rows.map(({ id, slug, visibility, deleted_at, name, deleted_by }) => ({
    agentId: id,
    slug,
    name,
    visibility,
    deletedAt: deleted_at,
    deletedBy: nameOf(deleted_by),
  }))
}
