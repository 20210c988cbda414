import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Authorized } from '@/lib/access/authorize'
import { createAgent } from '@/lib/agents/create'
import { getDraft, saveDraft } from '@/lib/agents/drafts/draft'
import type { Draft } from '@/lib/assessment/document'
import { openTestDatabase, SERVERS, type TestDatabase } from '@/lib/db/testing/database'
import { allowed, createPerson } from '@/lib/workspaces/testing/people'

const EMPTY: Draft = { schemaVersion: 1, formula: 'aivss-0.8', factorSet: 'goal-planning' }

describe.each(SERVERS)('saving a draft, on the %s Postgres', (which) => {
  let opened: TestDatabase
  let right: Authorized<'agent.write'>
  let elsewhere: Authorized<'agent.write'>
  beforeAll(async () => {
    opened = await openTestDatabase(which)
    const rightIn = async (slug: string) => {
      const { id } = await opened.db.workspace.create({ data: { slug, publicName: slug } })
      return allowed(await createPerson(opened.db, id, 'editor'), 'agent.write', slug)
    }
    right = await rightIn('here')
    elsewhere = await rightIn('elsewhere')
  })
  afterAll(() => opened?.close())

  const create = async (slug: string): Promise<string> => {
    const created = await createAgent(right, { slug, document: EMPTY }, 'scratch')
    if (!created.ok) throw new Error(created.error)
    return created.value
  }
  const save = (agentId: string, version: number, name: string, by = right) =>
    saveDraft(by, { agentId, version, document: { ...EMPTY, name } })

  test('of 50 writers to one version one wins, and 49 are handed what it wrote', async () => {
    const agentId = await create('crowded')
    const outcomes = await Promise.all(
      Array.from({ length: 50 }, (_, index) => save(agentId, 1, `Writer ${index}`)),
    )
    const won = outcomes.flatMap((outcome, index) => (outcome.ok ? [`Writer ${index}`] : []))
    const told = outcomes.flatMap((outcome) =>
      outcome.ok || outcome.error === 'not-found' ? [] : [outcome.error],
    )
    expect(won).toHaveLength(1)
    expect(told).toHaveLength(49)
    for (const draft of told) expect(draft).toMatchObject({ version: 2, document: { name: won[0] } })
    expect(await getDraft(right, agentId)).toMatchObject({ version: 2, document: { name: won[0] } })
  })

  test('a save comes back with the score that was computed here, once all of it is rated', async () => {
    const agentId = await create('scored')
    const factors = { autonomy: { value: 0.8 } }
    const half = { ...EMPTY, cvss: { base: 9.1 }, factors }
    expect(await saveDraft(right, { agentId, version: 1, document: half })).toMatchObject({
      value: { version: 2, score: null },
    })
    const ids = ['goalPlanning', 'selfModification', 'toolUse', 'memory', 'context', 'identity', 'multiAgent']
    const all = [...ids, 'nonDeterminism', 'opacity'].map((id) => [id, { value: 0.4 }] as const)
    const whole = { ...half, factors: { ...factors, ...Object.fromEntries(all) } }
    expect(await saveDraft(right, { agentId, version: 2, document: whole })).toMatchObject({
      value: { version: 3, score: { score: 9.5, severity: 'Critical' } },
    })
  })

  test('an agent of another workspace and one in the trash are not there, and stay as they are', async () => {
    const agentId = await create('foreign')
    expect(await save(agentId, 1, 'Taken over', elsewhere)).toEqual({ ok: false, error: 'not-found' })
    expect(await getDraft(elsewhere, agentId)).toBeUndefined()
    await opened.db.agent.update({ where: { id: agentId }, data: { deletedAt: new Date() } })
    expect(await save(agentId, 1, 'From the grave')).toEqual({ ok: false, error: 'not-found' })
    const stored = await opened.db.draft.findUniqueOrThrow({ where: { agentId } })
    expect(stored).toMatchObject({ version: 1, document: EMPTY })
  })

  test('a stretch of writing is one row in the audit log, and another person begins another', async () => {
    const agentId = await create('audited')
    for (const version of [1, 2, 3]) await save(agentId, version, `Version ${version}`)
    const second = await allowed(
      await createPerson(opened.db, right.workspaceId, 'editor'),
      'agent.write',
      'here',
    )
    await save(agentId, 4, 'By somebody else', second)
    const rows = await opened.db.auditEvent.findMany({
      where: { subjectId: agentId, action: 'agent.write' },
      select: { actorId: true, detail: true },
      orderBy: [{ at: 'asc' }, { id: 'asc' }],
    })
    expect(rows).toEqual([
      { actorId: right.userId, detail: { version: 2 } },
      { actorId: second.userId, detail: { version: 5 } },
    ])
  })

  test('a slug is taken once in a workspace, also by twenty at the same moment', async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, () => createAgent(right, { slug: 'wanted', document: EMPTY }, 'scratch')),
    )
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect((await createAgent(elsewhere, { slug: 'wanted', document: EMPTY }, 'scratch')).ok).toBe(true)
  })
})
