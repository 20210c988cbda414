import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { renewCard } from '@/lib/agents/cards/card'
import { listAgents } from '@/lib/agents/lists/list'
import { createListed, createWorkspace, documentWith } from '@/lib/agents/testing/documents'
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
})
