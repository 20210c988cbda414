import { z } from 'zod'
import { recordPastMovements } from '@/lib/agents/cards/past-movements'
import { renewShown } from '@/lib/agents/cards/shown'
import { type AgentId, lockAgent } from '@/lib/agents/lock'
import { database } from '@/lib/db/client'
import { settle } from '@/lib/db/transact'

/**
 * Writes the cards, the listings and the histories that are missing, and tells how many agents that were: a migration
 * that changes what they hold removes them, because only this code knows how to make them.
 */
export async function renewAll(): Promise<number> {
  let renewed = 0
  for (let batch = await findIncomplete(); batch.length > 0; batch = await findIncomplete(batch.at(-1))) {
    for (const id of batch)
      await settle(async (tx) => {
        const agent = await lockAgent(tx, id)
        if (!agent) return
        await recordPastMovements(tx, id, agent.deletedAt)
        if (agent.deletedAt !== null) return
        await renewShown(tx, id, { isListed: agent.visibility === 'listed' })
      })
    renewed += batch.length
  }
  return renewed
}

const BATCH = 500
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000'
const rows = z.array(z.object({ id: z.string(), workspace_id: z.string() }))

/** The next ones behind an agent. One in the trash has only its history, from which it goes on when it is restored. */
async function findIncomplete(last?: AgentId) {
  const found = await database().$queryRaw`
    SELECT a.id, a.workspace_id FROM agents a JOIN drafts d ON d.agent_id = a.id
    WHERE a.id > ${last?.agentId ?? BEFORE_ALL}::uuid AND CASE WHEN a.deleted_at IS NULL
      THEN NOT EXISTS (SELECT 1 FROM agent_cards c WHERE c.agent_id = a.id)
        OR a.visibility = 'listed' AND NOT EXISTS (SELECT 1 FROM listings l WHERE l.agent_id = a.id)
          AND EXISTS (SELECT 1 FROM revisions r WHERE r.agent_id = a.id AND r.withdrawn_at IS NULL)
      ELSE EXISTS (SELECT 1 FROM revisions r WHERE r.agent_id = a.id)
        AND NOT EXISTS (SELECT 1 FROM movements m WHERE m.workspace_id = a.workspace_id AND m.agent_id = a.id)
    END
    ORDER BY a.id LIMIT ${BATCH}`
  return rows
    .parse(found)
    .map(({ id, workspace_id }): AgentId => ({ agentId: id, workspaceId: workspace_id }))
}
