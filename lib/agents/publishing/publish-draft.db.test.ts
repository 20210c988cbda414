import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { getDraft, saveDraft } from '@/lib/agents/drafts/draft'
import { publishDraft } from '@/lib/agents/publishing/publish-draft'
import { documentWith } from '@/lib/agents/testing/documents'
import { createTeam, publishNext, type Team, write } from '@/lib/agents/testing/writing'
import { openTestDatabase, SERVERS, type TestDatabase } from '@/lib/db/testing/database'

describe.each(SERVERS)('publishing a draft, on the %s Postgres', (which) => {
  let opened: TestDatabase
  let team: Team
  let others: Team
  beforeAll(async () => {
    opened = await openTestDatabase(which)
    team = await createTeam(opened.db)
    others = await createTeam(opened.db)
  })
  afterAll(() => opened?.close())

  const publish = async (agentId: string, version: number, by = team) =>
    publishDraft(await by.as('editor', 'agent.publish'), { agentId, version, note: 'First', byline: 'Us' })
  const revisions = (agentId: string) =>
    opened.db.revision.findMany({ where: { agentId }, orderBy: { number: 'asc' } })

  test('makes a revision with note, byline and publisher, and leaves a row in the audit log', async () => {
    const agentId = await write(team, 'plain')
    const { userId } = await team.as('editor', 'agent.publish')
    expect(await publish(agentId, 1)).toEqual({ ok: true, value: 1 })
    expect(await revisions(agentId)).toMatchObject([
      { number: 1, note: 'First', byline: 'Us', publishedBy: userId, scoreTenths: 50 },
    ])
    expect(await getDraft(await team.as('viewer', 'agent.read'), agentId)).toMatchObject({
      isPublished: true,
    })
    expect(
      await opened.db.auditEvent.findMany({ where: { subjectId: agentId, action: 'agent.publish' } }),
    ).toMatchObject([{ actorId: userId, workspaceId: team.workspaceId, detail: { number: 1 } }])
  })

  test('twenty publishers of one version at once make one revision', async () => {
    const agentId = await write(team, 'clicked')
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => publish(agentId, 1)))
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect(outcomes.filter((outcome) => !outcome.ok && outcome.error === 'already-published')).toHaveLength(
      19,
    )
    expect(await revisions(agentId)).toHaveLength(1)
  })

  test('a version that somebody has saved over is not published, and neither is the new one unseen', async () => {
    const agentId = await write(team, 'overtaken')
    const document = documentWith({ name: 'Another' })
    await saveDraft(await team.as('owner', 'agent.write'), { agentId, version: 1, document })
    expect(await publish(agentId, 1)).toEqual({ ok: false, error: 'changed' })
    expect(await revisions(agentId)).toHaveLength(0)
    expect(await publish(agentId, 2)).toEqual({ ok: true, value: 1 })
  })

  test('of a save and a publishing at the same moment the revision never holds what the publisher has not seen', async () => {
    const right = await team.as('editor', 'agent.write')
    for (let round = 1; round <= 10; round += 1) {
      const agentId = await write(team, `racing-${round}`, documentWith({ name: 'Seen' }))
      const document = documentWith({ name: 'Unseen' })
      await Promise.all([publish(agentId, 1), saveDraft(right, { agentId, version: 1, document })])
      for (const revision of await revisions(agentId))
        expect(revision.document).toMatchObject({ name: 'Seen' })
    }
  })

  test('what is not complete is not published, and may still be', async () => {
    const agentId = await write(team, 'half', {
      schemaVersion: 1,
      formula: 'aivss-0.8',
      factorSet: 'goal-planning',
    })
    expect(await publish(agentId, 1)).toEqual({ ok: false, error: 'incomplete' })
    expect(await revisions(agentId)).toHaveLength(0)
    expect(await getDraft(await team.as('editor', 'agent.read'), agentId)).toMatchObject({
      isPublished: false,
    })
  })

  test('an agent of another workspace and one in the trash are not there', async () => {
    const agentId = await write(team, 'foreign')
    expect(await publish(agentId, 1, others)).toEqual({ ok: false, error: 'not-found' })
    await opened.db.agent.update({ where: { id: agentId }, data: { deletedAt: new Date() } })
    expect(await publish(agentId, 1)).toEqual({ ok: false, error: 'not-found' })
    expect(await revisions(agentId)).toHaveLength(0)
  })

  test('another text becomes the next number', async () => {
    const agentId = await write(team, 'again')
    expect([await publishNext(team, agentId, 5), await publishNext(team, agentId, 6)]).toEqual([1, 2])
  })
})
