import { describe, expect, test } from 'vitest'
import { saveDraft } from '@/lib/agents/drafts/draft'
import { listAgent, unlistAgent } from '@/lib/agents/publishing/show'
import { withdrawRevision } from '@/lib/agents/publishing/withdraw'
import { documentWith } from '@/lib/agents/testing/documents'
import { groundOn } from '@/lib/agents/testing/ground'
import { publishNext, write } from '@/lib/agents/testing/writing'
import { deleteAgent } from '@/lib/agents/trash'
import { SERVERS } from '@/lib/db/testing/database'
import { countDeadlocks } from '@/lib/db/testing/deadlocks'

describe.each(SERVERS)('what is done to agents at the same moment, on the %s Postgres', (which) => {
  const ground = groundOn(which)

  const writeMany = (name: string, count: number) =>
    Promise.all(Array.from({ length: count }, (_, index) => write(ground.team, `${name}-${index}`)))

  test('an agent that is deleted while its draft is saved has no card', async () => {
    const agents = await writeMany('raced', 60)
    const editor = await ground.team.as('editor', 'agent.write')
    await Promise.all(
      agents.flatMap((agentId) => [
        saveDraft(editor, { agentId, version: 1, document: documentWith({ name: 'Saved' }) }),
        deleteAgent(editor, agentId),
      ]),
    )
    expect(await ground.opened.db.agent.count({ where: { id: { in: agents }, deletedAt: null } })).toBe(0)
    expect(await ground.opened.db.agentCard.count({ where: { agentId: { in: agents } } })).toBe(0)
  })

  test('publishing, withdrawing, listing, unlisting and deleting of listed agents wait for each other in no circle', async () => {
    const agents = await writeMany('shown', 20)
    const lister = await ground.team.as('owner', 'agent.list')
    const withdrawer = await ground.team.as('owner', 'revision.withdraw')
    const deleter = await ground.team.as('owner', 'agent.write')
    const nameOf = (agentId: string) => `${which}-${agentId}`
    const list = (agentId: string) => listAgent(lister, agentId, nameOf(agentId))
    await Promise.all(
      agents.map(async (agentId, index) => {
        await publishNext(ground.team, agentId, index % 10)
        await publishNext(ground.team, agentId, (index * 3) % 10)
      }),
    )
    // The first deed is to list what is not listed yet.
    for (const [index, agentId] of agents.entries()) if (index % 5 !== 0) await list(agentId)
    const before = await countDeadlocks(ground.opened.db)
    const deeds: readonly ((agentId: string, index: number) => Promise<unknown>)[] = [
      (agentId) => list(agentId),
      (agentId, index) => publishNext(ground.team, agentId, (index * 7) % 10),
      (agentId) => withdrawRevision(withdrawer, agentId, 2),
      (agentId) => unlistAgent(lister, agentId, 'private'),
      (agentId) => deleteAgent(deleter, agentId),
    ]
    const done = await Promise.allSettled(
      agents.map((agentId, index) => deeds[index % deeds.length]?.(agentId, index)),
    )
    expect(done.filter(({ status }) => status === 'rejected')).toEqual([])
    expect(await countDeadlocks(ground.opened.db)).toBe(before)
  })

  test('listed agents that fall back to each other’s scores at once wait for each other in no circle', async () => {
    const agents = await writeMany('falling', 20)
    for (const [index, agentId] of agents.entries()) {
      for (const base of index % 2 === 0 ? [9, 1] : [1, 9]) await publishNext(ground.team, agentId, base)
      await listAgent(await ground.team.as('owner', 'agent.list'), agentId, `${which}-${agentId}`)
    }
    const withdrawer = await ground.team.as('owner', 'revision.withdraw')
    const before = await countDeadlocks(ground.opened.db)
    const done = await Promise.all(agents.map((agentId) => withdrawRevision(withdrawer, agentId, 2)))
    expect(done.every(({ ok }) => ok)).toBe(true)
    expect(await countDeadlocks(ground.opened.db)).toBe(before)
  })
})
