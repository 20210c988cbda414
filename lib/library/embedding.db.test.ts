import { describe, expect, test } from 'vitest'
import { listAgent, unlistAgent } from '@/lib/agents/publishing/show'
import { groundOn } from '@/lib/agents/testing/ground'
import { publishNext, write } from '@/lib/agents/testing/writing'
import { SERVERS } from '@/lib/db/testing/database'
import { findEmbeddable, findEmbedHosts } from '@/lib/library/embedding'
import { getSettings, saveSettings } from '@/lib/workspaces/settings'

describe.each(SERVERS)('who may show the card of an agent, on the %s Postgres', (which) => {
  const ground = groundOn(which)

  test('nobody, until the workspace names hosts, and only while the agent is listed', async () => {
    const agentId = await write(ground.team, 'shown')
    await publishNext(ground.team, agentId)
    const owner = await ground.team.as('owner', 'agent.list')
    await listAgent(owner, agentId, 'shown')
    expect(await findEmbedHosts('shown')).toEqual([])
    expect(await findEmbeddable('shown')).toBeUndefined()
    const settings = { publicName: 'A team', byline: '', outdatedAfterDays: 180 }
    const right = await ground.team.as('owner', 'settings.manage')
    const embedHosts = ['docs.example.org', '*.example.com:8443']
    await saveSettings(right, { ...settings, embedHosts })
    await saveSettings(right, { ...settings, embedHosts })
    expect((await getSettings(right)).embedHosts).toEqual(embedHosts)
    expect(await findEmbeddable('shown')).toMatchObject({ hosts: embedHosts, report: { number: 1 } })
    await unlistAgent(owner, agentId, 'link')
    expect(await findEmbedHosts('shown')).toEqual([])
    expect(await findEmbeddable('shown')).toBeUndefined()
    const told = await ground.opened.db.auditEvent.findMany({
      where: { workspaceId: ground.team.workspaceId, action: 'workspace.change-settings' },
      select: { detail: true },
    })
    expect(told).toEqual([{ detail: { changed: 'embedHosts' } }])
  })

  test('a name that is none finds nothing', async () => {
    for (const slug of ['', 'A b', 'nobody', '\0', 'x'.repeat(1_000)])
      expect(await findEmbedHosts(slug)).toEqual([])
  })
})
