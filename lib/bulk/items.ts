import { z } from 'zod'
import type { Authorized } from '@/lib/access/authorize'
import { ITEM_STATES, type ItemState } from '@/lib/bulk/runs'
import { database, Prisma } from '@/lib/db/client'

/** What became of one agent of a run. */
export type ItemLine = {
  readonly position: number
  readonly agentId: string
  readonly state: ItemState
  readonly reason: string | null
  /** The revision that was published. */
  readonly number: number | null
  readonly name: string
  /** Absent for an agent that has no page: it is in the trash, or gone. */
  readonly slug: string | null
  readonly isInTrash: boolean
}
export type ItemPage = { readonly items: readonly ItemLine[]; readonly next: number | null }

const ITEMS_PAGE_ROWS = 50

const rows = z.array(
  z.object({
    position: z.int(),
    agent_id: z.string(),
    state: z.enum(ITEM_STATES),
    reason: z.string().nullable(),
    number: z.int().nullable(),
    name: z.string().nullable(),
    slug: z.string().nullable(),
    is_deleted: z.boolean().nullable(),
  }),
)

export async function listItems(
  { workspaceId }: Authorized<'agent.read'>,
  runId: string,
  { state, after = 0 }: { readonly state?: ItemState | undefined; readonly after?: number | undefined } = {},
): Promise<ItemPage> {
  const found = rows.parse(
    await database().$queryRaw`
      SELECT i.position, i.agent_id, i.state, i.reason, (i.trace->>'number')::int AS number, a.slug,
        coalesce(nullif(d.document->>'name', ''), a.slug) AS name, a.deleted_at IS NOT NULL AS is_deleted
      FROM bulk_items i
      LEFT JOIN agents a ON a.workspace_id = i.workspace_id AND a.id = i.agent_id
      LEFT JOIN drafts d ON d.workspace_id = i.workspace_id AND d.agent_id = i.agent_id
      WHERE i.workspace_id = ${workspaceId}::uuid AND i.run_id = ${runId}::uuid AND i.position > ${after}
        ${state === undefined ? Prisma.empty : Prisma.sql`AND i.state = ${state}`}
      ORDER BY i.position LIMIT ${ITEMS_PAGE_ROWS + 1}`,
  )
  const items = found.slice(0, ITEMS_PAGE_ROWS)
  return {
    items: items.map(({ agent_id, name, slug, is_deleted, ...item }) => ({
      ...item,
      agentId: agent_id,
      name: name ?? 'An agent that is gone',
      slug: is_deleted ? null : slug,
      isInTrash: slug !== null && is_deleted === true,
    })),
    next: found.length > ITEMS_PAGE_ROWS ? (items.at(-1)?.position ?? null) : null,
  }
}
