import { z } from 'zod'
import type { Authorized } from '@/lib/access/authorize'
import { nameBehind, shownName } from '@/lib/accounts/names'
import { listOthers } from '@/lib/audit/queries'
import { database, Prisma } from '@/lib/db/client'

export type Deed = { readonly id: string; readonly at: Date; readonly sentence: string }

const SHOWN = 8
/** Where all of these are one's own, that is said, and no more of them are read. */
export const LOOKED_AT_MAX = 1_000

/** What others did last, in the words of the audit log, for those who may read it. */
export async function listDeeds(right: Authorized<'audit.read'>): Promise<readonly Deed[]> {
  const entries = await listOthers(right, { lookedAtMax: LOOKED_AT_MAX, rowsMax: SHOWN })
  return entries.map(({ id, at, sentence }) => ({ id, at, sentence }))
}

const rows = z.array(
  z.object({
    agent_id: z.string(),
    name: z.string(),
    updated_at: z.date(),
    updated_by: z.string().nullable(),
    updated_by_name: z.string().nullable(),
  }),
)

/** What the list of agents tells every member: which drafts others saved last. */
export async function listSaves({ workspaceId, userId }: Authorized<'agent.read'>): Promise<readonly Deed[]> {
  const found = await database().$queryRaw`
    SELECT *, ${nameBehind(Prisma.sql`updated_by`)} AS updated_by_name FROM (
      SELECT agent_id, name, updated_at, updated_by FROM agent_cards WHERE workspace_id = ${workspaceId}::uuid
      ORDER BY updated_at DESC, agent_id DESC LIMIT ${LOOKED_AT_MAX}
    ) AS newest WHERE updated_by IS DISTINCT FROM ${userId}::uuid
    ORDER BY updated_at DESC, agent_id DESC LIMIT ${SHOWN}`
  return rows.parse(found).map(({ agent_id, name, updated_at, updated_by, updated_by_name }) => ({
    id: agent_id,
    at: updated_at,
    sentence: `${shownName(updated_by, updated_by_name)} saved the draft of ${name}`,
  }))
}
