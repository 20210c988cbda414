import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { renewCard } from '@/lib/agents/cards/card'
import { listAgents } from '@/lib/agents/lists/list'
import { createListed, createWorkspace, documentWith } from '@/lib/agents/testing/documents'
import { listOpenDrafts } from '@/lib/dashboard/attention'
import { openTestDatabase, SERVERS, type TestDatabase } from '@/lib/db/testing/database'
import { saveSettings } from '@/lib/workspaces/settings'
import { allowed, createPerson } from '@/lib/workspaces/testing/people'

const DAY_MS = 86_400_000

describe.each(SERVERS)('the agents of a workspace, on the %s Postgres', (which) => {
  let opened: TestDatabase
  beforeAll(async () => {
    opened = await openTestDatabase(which)
  })
  afterAll(() => opened?.close())

  test('a report counts as outdated from the age on that the workspace has set', async () => {
    const workspaceId = await createWorkspace(opened.db, 'aging')
    const owner = await createPerson(opened.db, workspaceId, 'owner')
    for (const days of [10, 100]) {
      const publishedAt = new Date(Date.now() - days * DAY_MS)
      const agentId = await createListed(opened.db, workspaceId, `old-${days}`, documentWith({}), publishedAt)
      await opened.db.draft.create({ data: { workspaceId, agentId, document: documentWith({}) } })
      await renewCard(opened.db, { workspaceId, agentId })
    }
    const outdated = async () => {
      const { agents } = await listAgents(await allowed(owner, 'agent.read', 'aging'))
      return agents.filter(({ latest }) => latest?.isOutdated).map(({ slug }) => slug)
    }
    const settings = { publicName: 'Aging', byline: '', embedHosts: [] }
    const right = await allowed(owner, 'settings.manage', 'aging')
    expect(await outdated()).toEqual([])
    await saveSettings(right, { ...settings, outdatedAfterDays: 50 })
    expect(await outdated()).toEqual(['old-100'])
    await saveSettings(right, { ...settings, outdatedAfterDays: 5 })
    expect((await outdated()).toSorted()).toEqual(['old-10', 'old-100'])
  })

  test('it is told who saved each, also of somebody who is gone and where nobody did', async () => {
    const workspaceId = await createWorkspace(opened.db, 'savers')
    const [owner, gone] = [
      await createPerson(opened.db, workspaceId, 'owner'),
      await createPerson(opened.db, workspaceId, 'editor'),
    ]
    for (const [name, updatedBy] of [
      ['by-owner', owner.userId],
      ['by-gone', gone.userId],
      ['by-nobody', null],
    ] as const) {
      const agentId = await createListed(opened.db, workspaceId, name, documentWith({}), new Date())
      await opened.db.draft.create({
        data: { workspaceId, agentId, document: documentWith({ name }), updatedBy },
      })
      await renewCard(opened.db, { workspaceId, agentId })
    }
    const { name } = await opened.db.user.findUniqueOrThrow({ where: { id: owner.userId } })
    await opened.db.user.delete({ where: { id: gone.userId } })
    const right = await allowed(owner, 'agent.read', 'savers')
    const savers = [
      ['by-gone', 'former member'],
      ['by-nobody', 'Fullscore'],
      ['by-owner', name],
    ]
    const { agents } = await listAgents(right, { sort: 'name' })
    expect(agents.map((agent) => [agent.name, agent.savedBy])).toEqual(savers)
    const drafts = (await listOpenDrafts(right)).map((draft) => [draft.name, draft.savedBy])
    expect(drafts.toSorted()).toEqual(savers)
  })
})
