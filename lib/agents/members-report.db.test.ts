import { describe, expect, test } from 'vitest'
import { findMembersReport } from '@/lib/agents/members-report'
import { withdrawRevision } from '@/lib/agents/publishing/withdraw'
import { groundOn } from '@/lib/agents/testing/ground'
import { createTeam, publishNext, write } from '@/lib/agents/testing/writing'
import { deleteAgent } from '@/lib/agents/trash'
import { SERVERS } from '@/lib/db/testing/database'

describe.each(SERVERS)("members' reports, on the %s Postgres", (which) => {
  const ground = groundOn(which)

  const reader = (of = ground.team) => of.as('viewer', 'agent.read')
  const numberShown = async (agentId: string, number?: number, of = ground.team) =>
    (await findMembersReport(await reader(of), agentId, number))?.number ?? null

  test('a private agent shows its members the latest revision and each former one, and others nothing', async () => {
    const agentId = await write(ground.team, 'inside')
    expect(await numberShown(agentId)).toBeNull()
    await publishNext(ground.team, agentId, 4)
    await publishNext(ground.team, agentId, 5)
    expect([await numberShown(agentId), await numberShown(agentId, 1)]).toEqual([2, 1])
    for (const number of [0, 3, 2 ** 31]) expect(await numberShown(agentId, number)).toBeNull()
    const others = await createTeam(ground.opened.db)
    expect([await numberShown(agentId, undefined, others), await numberShown(agentId, 1, others)]).toEqual([
      null,
      null,
    ])
  })

  test('a withdrawn revision is closed to members too, and an agent in the trash shows none', async () => {
    const agentId = await write(ground.team, 'closing')
    await publishNext(ground.team, agentId, 4)
    await publishNext(ground.team, agentId, 5)
    await withdrawRevision(await ground.team.as('owner', 'revision.withdraw'), agentId, 2)
    expect([await numberShown(agentId), await numberShown(agentId, 2)]).toEqual([1, null])
    await deleteAgent(await ground.team.as('owner', 'agent.write'), agentId)
    expect([await numberShown(agentId), await numberShown(agentId, 1)]).toEqual([null, null])
  })
})
