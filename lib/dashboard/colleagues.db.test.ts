import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Role } from '@/lib/access/roles'
import { saveDraft } from '@/lib/agents/drafts/draft'
import { listAgent } from '@/lib/agents/publishing/show'
import { documentWith } from '@/lib/agents/testing/documents'
import { createTeam, publishNext, type Team, write } from '@/lib/agents/testing/writing'
import { listDeeds, listSaves } from '@/lib/dashboard/colleagues'
import { openTestDatabase, SERVERS, type TestDatabase } from '@/lib/db/testing/database'

describe.each(SERVERS)('what colleagues did, on the %s Postgres', (which) => {
  let opened: TestDatabase
  let team: Team
  let agentId: string
  beforeAll(async () => {
    opened = await openTestDatabase(which)
  })
  afterAll(() => opened?.close())

  const deeds = async () =>
    (await listDeeds(await team.as('owner', 'audit.read'))).map(({ sentence }) => sentence)
  const saves = async (role: Role) =>
    (await listSaves(await team.as(role, 'agent.read'))).map(({ sentence }) => sentence)
  const begin = async () => {
    team = await createTeam(opened.db)
    agentId = await write(team, 'by-the-editor')
  }

  test('an owner is told in the words of the log, the newest first, and nothing of what they did themselves', async () => {
    await begin()
    await publishNext(team, agentId)
    const listed = await listAgent(await team.as('owner', 'agent.list'), agentId, `told-${which}`)
    expect(listed.ok).toBe(true)
    expect(await deeds()).toEqual([
      'Member 0 published revision 1 of An agent',
      'Member 0 wrote in the draft of An agent',
      'Member 0 made An agent from scratch',
    ])
  })

  test('however much somebody did since, what others did before is not gone', async () => {
    await begin()
    const { userId } = await team.as('owner', 'audit.read')
    const act = (index: number) => ({
      ...{ workspaceId: team.workspaceId, at: new Date(Date.now() + 1_000 + index), actorKind: 'person' },
      ...{ actorId: userId, action: 'agent.write', subjectKind: 'agent', subjectId: agentId },
    })
    await opened.db.auditEvent.createMany({ data: Array.from({ length: 60 }, (_, index) => act(index)) })
    expect(await deeds()).toHaveLength(1)
  })

  test('nor is what they saved', async () => {
    await begin()
    const theirs = { agentId, version: 1, document: documentWith({ name: 'Theirs' }) }
    await saveDraft(await team.as('owner', 'agent.write'), theirs)
    for (let index = 0; index < 51; index++) await write(team, `own-${index}`)
    expect(await saves('editor')).toEqual(['Member 0 saved the draft of Theirs'])
    expect(await saves('viewer')).toHaveLength(8)
  })

  test('the saves of others are told, and one’s own are not', async () => {
    const own = await createTeam(opened.db)
    await write(own, 'by-the-editor')
    expect((await listSaves(await own.as('editor', 'agent.read'))).length).toBe(0)
    expect((await listSaves(await own.as('viewer', 'agent.read'))).map(({ sentence }) => sentence)).toEqual([
      'Member 0 saved the draft of by-the-editor',
    ])
  })
})
