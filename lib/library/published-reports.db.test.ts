import { describe, expect, test } from 'vitest'
import { listAgent, unlistAgent } from '@/lib/agents/publishing/show'
import { groundOn } from '@/lib/agents/testing/ground'
import { publishNext, write } from '@/lib/agents/testing/writing'
import { SERVERS } from '@/lib/db/testing/database'
import { findPublishedReports } from '@/lib/library/published-reports'

describe.each(SERVERS)('listed reports side by side, on the %s Postgres', (which) => {
  const ground = groundOn(which)

  const list = async (agentId: string, name: string) =>
    listAgent(await ground.team.as('owner', 'agent.list'), agentId, name)

  test('each is the latest revision under the name of today, and an earlier name still leads to it', async () => {
    const agentId = await write(ground.team, 'one')
    await publishNext(ground.team, agentId)
    await publishNext(ground.team, agentId, 6)
    await list(agentId, 'first-name')
    await list(agentId, 'second-name')
    const found = await findPublishedReports(['first-name', 'second-name'])
    for (const name of ['first-name', 'second-name'])
      expect(found.get(name)).toMatchObject({ slug: 'second-name', number: 2 })
  })

  test('what is not listed, not any more or not at all, is missing all the same', async () => {
    const hidden = await write(ground.team, 'hidden')
    await publishNext(ground.team, hidden)
    await list(hidden, 'hidden-name')
    await unlistAgent(await ground.team.as('owner', 'agent.list'), hidden, 'private')
    const unlisted = await write(ground.team, 'unlisted')
    await publishNext(ground.team, unlisted)
    const found = await findPublishedReports(['hidden-name', 'hidden', 'unlisted', 'nobody', "'; --", 'A B'])
    expect(found.size).toBe(0)
  })
})
