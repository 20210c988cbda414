import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { withdrawRevision } from '@/lib/agents/publishing/withdraw'
import { documentWith } from '@/lib/agents/testing/documents'
import { createTeam, type Team, write } from '@/lib/agents/testing/writing'
import { deleteAgent, restoreAgent } from '@/lib/agents/trash'
import { getAgentTrend } from '@/lib/dashboard/agent-trend'
import { scoreLines } from '@/lib/dashboard/score-lines'
import { publishAt } from '@/lib/dashboard/testing/history'
import { stepReason, stepText } from '@/lib/dashboard/words'
import { openTestDatabase, SERVERS, type TestDatabase } from '@/lib/db/testing/database'

describe.each(SERVERS)('trends, on the %s Postgres', (which) => {
  let opened: TestDatabase
  let team: Team
  let agentId = ''
  const day = (number: number) => new Date(Date.UTC(2026, 2, number))
  beforeAll(async () => {
    opened = await openTestDatabase(which)
    team = await createTeam(opened.db)
    agentId = await write(team, 'moved')
    await publishAt(team, agentId, documentWith({ base: 3 }), day(1))
    await publishAt(team, agentId, documentWith({ base: 5 }), day(2))
    await publishAt(team, agentId, documentWith({ base: 5, summary: 'In other words.' }), day(3))
    await publishAt(team, agentId, documentWith({ base: 5, formula: 'aivss-0.5' }), day(4))
    await withdrawRevision(await team.as('owner', 'revision.withdraw'), agentId, 4)
    await deleteAgent(await team.as('owner', 'agent.write'), agentId)
    await restoreAgent(await team.as('owner', 'agent.write'), agentId)
  })
  afterAll(() => opened?.close())

  const trendOf = async () => getAgentTrend(await team.as('viewer', 'agent.read'), agentId)

  test('the trend of an agent tells every step with its reason, the oldest first', async () => {
    const { steps, isBounded } = await trendOf()
    expect(isBounded).toBe(false)
    expect(steps.map((step) => [step.after?.score, stepText(step), stepReason(step)])).toEqual([
      [3, 'Revision 1 was published', ''],
      [5, 'Revision 2 was published', 'CVSS base +2.00'],
      [5, 'Revision 3 was published', 'No input of the score changed'],
      [2.5, 'Revision 4 was published', 'Another formula −2.50'],
      [5, 'Withdrawn: revision 3 is shown', 'Another formula +2.50'],
      [undefined, 'Put into the trash', ''],
      [5, 'Taken out of the trash', ''],
    ])
  })

  test('each formula has a line of its own, which goes on to the step that ends it and no farther', async () => {
    const { steps } = await trendOf()
    const now = new Date()
    const lines = scoreLines(steps, now)
    expect(lines.formulas.map(({ id }) => id)).toEqual(['aivss-0.8', 'aivss-0.5'])
    expect(lines.steps.map(({ scores }) => scores)).toEqual([
      { 'aivss-0.8': 3 },
      { 'aivss-0.8': 5 },
      { 'aivss-0.8': 5 },
      { 'aivss-0.8': 5, 'aivss-0.5': 2.5 },
      { 'aivss-0.5': 2.5, 'aivss-0.8': 5 },
      { 'aivss-0.8': 5 },
      { 'aivss-0.8': 5 },
      { 'aivss-0.8': 5 },
    ])
    expect(lines.steps.at(-1)?.at).toBe(now.getTime())
  })

  test('members of another workspace find no step of it', async () => {
    const others = await (await createTeam(opened.db)).as('owner', 'agent.read')
    expect(await getAgentTrend(others, agentId)).toEqual({ steps: [], isBounded: false })
  })
})
