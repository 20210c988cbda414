import { z } from 'zod'
import type { Authorized } from '@/lib/access/authorize'
import { database, Prisma } from '@/lib/db/client'

/**
 * The `name` and the `slug` of an agent, also of one in the trash, which has no slug; no row for one that is gone for good.
 * With a limit, so that it is looked up for each agent and not joined for all.
 */
export const calledSql = (workspaceId: string, agentId: Prisma.Sql): Prisma.Sql => Prisma.sql`
  SELECT coalesce(c.name, (SELECT nullif(d.document->>'name', '') FROM drafts d WHERE d.agent_id = a.id), a.slug) AS name,
    c.slug
  FROM agents a LEFT JOIN agent_cards c ON c.agent_id = a.id
  WHERE a.workspace_id = ${workspaceId}::uuid AND a.id = ${agentId} LIMIT 1`

const rows = z.array(z.object({ name: z.string() }))

export async function nameOfAgent(
  { workspaceId }: Authorized<'agent.read'>,
  agentId: string,
): Promise<string | undefined> {
  const found = await database().$queryRaw(calledSql(workspaceId, Prisma.sql`${agentId}::uuid`))
  return rows.parse(found)[0]?.name
}
