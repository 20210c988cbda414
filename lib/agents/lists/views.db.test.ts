import { describe, expect, test } from 'vitest'
import { agentsAddress, readAgentFilters } from '@/lib/agents/lists/filters'
import { deleteView, listViews, saveView, VIEWS_MAX } from '@/lib/agents/lists/views'
import { groundOn } from '@/lib/agents/testing/ground'
import { createTeam } from '@/lib/agents/testing/writing'
import { SERVERS } from '@/lib/db/testing/database'

describe.each(SERVERS)('saved views, on the %s Postgres', (which) => {
  const ground = groundOn(which)

  const { filters } = readAgentFilters({
    severity: 'High',
    toolUse: '0.8..',
    columns: 'score',
    sort: '-score',
  })
  const save = async (name: string, by = ground.team) =>
    saveView(await by.as('editor', 'view.save'), name, filters)
  const views = async (by = ground.team) => listViews(await by.as('viewer', 'agent.read'))

  test('a view is the address of a list, under a name that is taken once', async () => {
    const saved = await Promise.all(Array.from({ length: 4 }, () => save('Dangerous')))
    expect(saved.filter(({ ok }) => ok)).toHaveLength(1)
    const [view] = await views()
    expect(`/w/yard/agents?${view?.query}`).toBe(agentsAddress('yard', filters))
    expect((await ground.opened.db.auditEvent.findMany({ where: { action: 'view.save' } })).length).toBe(1)
  })

  test('another workspace sees none, may take the same name, and deletes nothing here', async () => {
    const other = await createTeam(ground.opened.db)
    expect(await views(other)).toEqual([])
    expect((await save('Dangerous', other)).ok).toBe(true)
    const [ours] = await views()
    const right = await other.as('owner', 'view.save')
    expect(await deleteView(right, ours?.id ?? '')).toEqual({ ok: false, error: 'not-found' })
    expect(await views()).toHaveLength(1)
  })

  test('what is deleted is gone, once', async () => {
    const [view] = await views()
    const right = await ground.team.as('editor', 'view.save')
    expect((await deleteView(right, view?.id ?? '')).ok).toBe(true)
    expect((await deleteView(right, view?.id ?? '')).ok).toBe(false)
    expect(await views()).toEqual([])
  })

  test('there is a limit to how many, also for those who save at the same moment', async () => {
    await ground.opened.db.savedView.createMany({
      data: Array.from({ length: VIEWS_MAX - 1 }, (_, at) => ({
        workspaceId: ground.team.workspaceId,
        name: `View ${at}`,
        query: '',
      })),
    })
    const saved = await Promise.all(['One', 'Two', 'Three'].map((name) => save(name)))
    expect(saved.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await views()).toHaveLength(VIEWS_MAX)
  })
})
