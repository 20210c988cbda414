import { z } from 'zod'
import { renewCard } from '@/lib/agents/card'
import { renewListing } from '@/lib/agents/listing'
import { lockLivingAgent } from '@/lib/agents/lock'
import { database } from '@/lib/db/client'
import { settle } from '@/lib/db/transact'

/**
 * Writes the cards and the listings that are missing, and tells how many agents that were: a migration that changes what
 * they hold removes them, because only this code knows how to make them.
 */
export async function renewAll(): Promise<number> {
  let renewed = 0
  for (let batch = await findIncomplete(); batch.length > 0; batch = await findIncomplete()) {
    for (const id of batch)
      await settle(async (tx) => {
        const agent = await lockLivingAgent(tx, id)
        if (!agent) return
        await renewCard(tx, id)
        if (agent.visibility === 'listed') await renewListing(tx, id)
      })
    renewed += batch.length
  }
  return renewed
}

const BATCH = 500
const rows = z.array(z.object({ id: z.string(), workspace_id: z.string() }))

async function findIncomplete() {
  const found = await database().$queryRaw`
    SELECT a.id, a.workspace_id FROM agents a JOIN drafts d ON d.agent_id = a.id
    WHERE a.deleted_at IS NULL AND (
      NOT EXISTS (SELECT 1 FROM agent_cards c WHERE c.agent_id = a.id)
      OR a.visibility = 'listed' AND NOT EXISTS (SELECT 1 FROM listings l WHERE l.agent_id = a.id)
        AND EXISTS (SELECT 1 FROM revisions r WHERE r.agent_id = a.id AND r.withdrawn_at IS NULL))
    LIMIT ${BATCH}`
  return rows.parse(found).map(({ id, workspace_id }) => ({ agentId: id, workspaceId: workspace_id }))
}
