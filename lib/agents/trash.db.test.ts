import { describe, expect, test } from 'vitest'
import { saveDraft } from '@/lib/agents/drafts/draft'
import { findAgent } from '@/lib/agents/find'
import { listTrash } from '@/lib/agents/list-trash'
import { listAgents } from '@/lib/agents/lists/list'
import { listAgent } from '@/lib/agents/publishing/show'
import { documentWith } from '@/lib/agents/testing/documents'
import { groundOn } from '@/lib/agents/testing/ground'
import { publishNext, write } from '@/lib/agents/testing/writing'
import { deleteAgent, purgeTrash, restoreAgent, TRASH_DAYS } from '@/lib/agents/trash'
import { SERVERS } from '@/lib/db/testing/database'
import { findPublishedReport } from '@/lib/library/published-report'

describe.each(SERVERS)('the trash, on the %s Postgres', (which) => {
  const ground = groundOn(which)

  const reader = () => ground.team.as('viewer', 'agent.read')
  const owner = () => ground.team.as('owner', 'agent.write')
  const editor = () => ground.team.as('editor', 'agent.write')
  const inTrash = async () => (await listTrash(await reader())).map(({ slug }) => slug)
  const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000)
  const lie = (id: string, days: number) =>
    ground.opened.db.agent.update({ where: { id }, data: { deletedAt: daysAgo(days) } })

  test('a deleted agent is gone from every page and is in the trash with who put it there', async () => {
    const agentId = await write(ground.team, 'unwanted')
    expect(await deleteAgent(await editor(), agentId)).toMatchObject({ ok: true })
    expect(await findAgent(await reader(), 'unwanted')).toBeUndefined()
    expect((await listAgents(await reader())).agents).toEqual([])
    expect(await listTrash(await reader())).toMatchObject([
      {
        slug: 'unwanted',
        name: 'unwanted',
        visibility: 'private',
        deletedBy: expect.stringContaining('Member'),
      },
    ])
    expect(await deleteAgent(await editor(), agentId)).toEqual({ ok: false, error: 'not-found' })
    expect(await restoreAgent(await editor(), agentId)).toMatchObject({ ok: true })
    expect(await findAgent(await reader(), 'unwanted')).toMatchObject({ agentId })
    expect(await restoreAgent(await editor(), agentId)).toEqual({ ok: false, error: 'not-found' })
    expect(await inTrash()).toEqual([])
  })

  test('what was to be deleted as one version is not deleted as another', async () => {
    const agentId = await write(ground.team, 'moving')
    const right = await editor()
    expect(
      await saveDraft(right, { agentId, version: 1, document: documentWith({ base: 5 }) }),
    ).toMatchObject({ ok: true })
    expect(await deleteAgent(right, agentId, 1)).toEqual({ ok: false, error: 'changed' })
    expect(await findAgent(await reader(), 'moving')).toMatchObject({ agentId })
    expect(await deleteAgent(right, agentId, 2)).toMatchObject({ ok: true })
    await ground.opened.db.agent.delete({ where: { id: agentId } })
  })

  test('a listed agent goes and comes back with its listing, by an owner alone', async () => {
    const agentId = await write(ground.team, 'famous')
    await publishNext(ground.team, agentId)
    await listAgent(await ground.team.as('owner', 'agent.list'), agentId, 'famous')
    expect(await deleteAgent(await editor(), agentId)).toEqual({ ok: false, error: 'listed' })
    expect(await findPublishedReport('famous')).not.toBeNull()
    await deleteAgent(await owner(), agentId)
    expect(await findPublishedReport('famous')).toBeNull()
    expect(await restoreAgent(await editor(), agentId)).toEqual({ ok: false, error: 'listed' })
    expect(await restoreAgent(await owner(), agentId)).toMatchObject({ ok: true })
    expect((await findPublishedReport('famous'))?.number).toBe(1)
  })

  test('what has lain there for its time is removed with all that it had, and nothing else is', async () => {
    const [old, young, living] = [
      await write(ground.team, 'old'),
      await write(ground.team, 'young'),
      await write(ground.team, 'living'),
    ]
    await publishNext(ground.team, old)
    await lie(old, TRASH_DAYS + 0.01)
    await lie(young, TRASH_DAYS - 0.01)
    expect(await inTrash()).toEqual(['young'])
    expect(await restoreAgent(await owner(), old)).toEqual({ ok: false, error: 'not-found' })
    expect((await Promise.all([purgeTrash(), purgeTrash()])).some((count) => count > 0)).toBe(true)
    expect(await ground.opened.db.agent.count({ where: { id: old } })).toBe(0)
    expect(await ground.opened.db.revision.count({ where: { agentId: old } })).toBe(0)
    expect(await ground.opened.db.agent.count({ where: { id: { in: [young, living] } } })).toBe(2)
    expect(
      await ground.opened.db.auditEvent.findMany({ where: { subjectId: old, action: 'agent.purge' } }),
    ).toMatchObject([{ actorKind: 'system', workspaceId: ground.team.workspaceId }])
  })

  test('more than one sweep can take at once are all removed', async () => {
    const rows = Array.from({ length: 120 }, (_, index) => ({
      workspaceId: ground.team.workspaceId,
      slug: `many-${index}`,
      deletedAt: daysAgo(TRASH_DAYS + 1),
    }))
    await ground.opened.db.agent.createMany({ data: rows })
    expect(await purgeTrash()).toBe(120)
    expect(await purgeTrash()).toBe(0)
  })
})
