import { z } from 'zod'
import { type Visibility, visibilitySchema } from '@/lib/agents/publishing/visibility'
import type { Queryable } from '@/lib/db/client'

export type AgentId = { readonly workspaceId: string; readonly agentId: string }
export type LockedAgent = {
  readonly slug: string
  readonly visibility: Visibility
  readonly deletedAt: Date | null
}

const rows = z
  .array(z.object({ slug: z.string(), visibility: visibilitySchema, deleted_at: z.date().nullable() }))
  .max(1)

/**
 * Everything that decides what readers see of an agent happens behind the lock on its row, so that publishing, listing,
 * withdrawing and deleting come one after the other.
 */
export async function lockAgent(
  tx: Queryable,
  { workspaceId, agentId }: AgentId,
): Promise<LockedAgent | undefined> {
  const [row] = rows.parse(
    await tx.$queryRaw`
      SELECT slug, visibility, deleted_at FROM agents
      WHERE workspace_id = ${workspaceId}::uuid AND id = ${agentId}::uuid FOR UPDATE`,
  )
  return row && { slug: row.slug, visibility: row.visibility, deletedAt: row.deleted_at }
}

/** The same for one that is not in the trash. */
export async function lockLivingAgent(tx: Queryable, id: AgentId): Promise<LockedAgent | undefined> {
  const agent = await lockAgent(tx, id)
  return agent?.deletedAt === null ? agent : undefined
}
