import { z } from 'zod'
import type { Authorized } from '@/lib/access/authorize'
import { database } from '@/lib/db/client'

export type NamedAgent = {
  readonly name: string
  /** Null for one in the trash, which has no address. */
  readonly slug: string | null
}

const rows = z.array(z.object({ id: z.string(), name: z.string(), slug: z.string().nullable() }))

/** What a few agents are called, those in the trash among them; whoever is in no answer is gone for good. */
export async function namesOfAgents(
  { workspaceId }: Authorized<'agent.read'>,
  agentIds: readonly string[],
): Promise<ReadonlyMap<string, NamedAgent>> {
  if (agentIds.length === 0) return new Map()
  const found = await database().$queryRaw`
    SELECT a.id, coalesce(c.name, nullif(d.document->>'name', ''), a.slug) AS name, c.slug
    FROM agents a LEFT JOIN agent_cards c ON c.agent_id = a.id
      LEFT JOIN drafts d ON d.agent_id = a.id AND c.agent_id IS NULL
    WHERE a.workspace_id = ${workspaceId}::uuid AND a.id = ANY(${[...agentIds]}::uuid[])`
  return new Map(rows.parse(found).map(({ id, name, slug }) => [id, { name, slug }]))
}
