import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { documentWith } from '@/lib/agents/testing/documents'
import { createTeam, type Team, write } from '@/lib/agents/testing/writing'
import type { FormulaId } from '@/lib/aivss/formulas'
import { getMovement, listMoved } from '@/lib/dashboard/movement'
import { CHANGES, STEPS_LOOKED_AT_MAX } from '@/lib/dashboard/net-change'
import { publishAt } from '@/lib/dashboard/testing/history'
import { openTestDatabase, SERVERS, type TestDatabase } from '@/lib/db/testing/database'

const SINCE = new Date('2026-03-01T00:00:00Z')

describe.each(SERVERS)('movement, on the %s Postgres', (which) => {
  let opened: TestDatabase
  let team: Team
  beforeAll(async () => {
    opened = await openTestDatabase(which)
  })
  afterAll(() => opened?.close())

  type Stepped = {
    readonly second: number
    readonly from: number
    readonly to: number
    readonly formula?: FormulaId
  }
  const step = (agentId: string, { second, from, to, formula = 'aivss-0.8' }: Stepped) => ({
    ...{ workspaceId: team.workspaceId, agentId, cause: 'published', number: second },
    at: new Date(SINCE.getTime() + second * 1_000),
    ...{ beforeFormula: formula, beforeTenths: from, beforeSeverity: 'Medium' },
    ...{ afterFormula: formula, afterTenths: to, afterSeverity: 'Medium' },
  })
  const record = (data: readonly ReturnType<typeof step>[]) =>
    opened.db.movement.createMany({ data: [...data] })
  const risen = (movement: Awaited<ReturnType<typeof getMovement>>) =>
    movement.changes.find(({ change }) => change === 'rose')

  test('who got worse is put in order under each formula by itself, the headline formula first', async () => {
    team = await createTeam(opened.db)
    const rises = [
      ...[10, 30, 20, 40, 60, 50].map((by) => ({ formula: 'aivss-0.8' as const, by })),
      ...[35, 5].map((by) => ({ formula: 'aivss-0.5' as const, by })),
    ]
    for (const [second, { formula, by }] of rises.entries()) {
      const agentId = await write(team, `${formula.replace('.', '-')}-by-${by}`)
      await record([step(agentId, { second, from: 10, to: 10 + by, formula })])
    }
    const viewer = await team.as('viewer', 'agent.read')
    const overview = risen(await getMovement(viewer, SINCE))
    expect(overview).toMatchObject({ agents: 8, isOfSeveralFormulas: true })
    expect(overview?.shown.map(({ name }) => name)).toEqual([
      ...['aivss-0-8-by-60', 'aivss-0-8-by-50', 'aivss-0-8-by-40', 'aivss-0-8-by-30', 'aivss-0-8-by-20'],
      ...['aivss-0-5-by-35', 'aivss-0-5-by-5'],
    ])
    const page = risen(await listMoved(viewer, SINCE, 'rose', 1))
    expect(page?.shown.map(({ name }) => name)).toEqual([
      ...['aivss-0-8-by-60', 'aivss-0-8-by-50', 'aivss-0-8-by-40', 'aivss-0-8-by-30', 'aivss-0-8-by-20'],
      ...['aivss-0-8-by-10', 'aivss-0-5-by-35', 'aivss-0-5-by-5'],
    ])
  })

  test('steps that changed no score hide none that did, and are not counted', async () => {
    team = await createTeam(opened.db)
    const [moved, still] = [await write(team, 'moved'), await write(team, 'still')]
    await record([step(moved, { second: 0, from: 40, to: 50 })])
    await record(
      Array.from({ length: STEPS_LOOKED_AT_MAX + 1 }, (_, index) =>
        step(still, { second: index + 1, from: 70, to: 70 }),
      ),
    )
    const movement = await getMovement(await team.as('viewer', 'agent.read'), SINCE)
    expect(movement.isBounded).toBe(false)
    expect(risen(movement)).toMatchObject({
      agents: 1,
      isOfSeveralFormulas: false,
      shown: [{ name: 'moved' }],
    })
  })

  test('what moved an agent most is told over all its steps, and a change of the formula is named', async () => {
    const own = await createTeam(opened.db)
    const [since, at] = [new Date('2026-03-01T00:00:00Z'), (day: number) => new Date(Date.UTC(2026, 2, day))]
    const moved = await write(own, 'moved')
    await publishAt(own, moved, documentWith({ base: 3 }), new Date('2026-02-01T00:00:00Z'))
    await publishAt(own, moved, documentWith({ base: 5 }), at(2))
    await publishAt(own, moved, documentWith({ base: 9 }), at(3))
    const other = await write(own, 'other')
    await publishAt(own, other, documentWith({ base: 6 }), new Date('2026-02-01T00:00:00Z'))
    await publishAt(own, other, documentWith({ base: 6, formula: 'aivss-0.5' }), at(2))
    const { changes } = await getMovement(await own.as('viewer', 'agent.read'), since)
    expect(
      changes.flatMap(({ change, shown }) =>
        shown.map(({ name, before, after, reason }) => [
          ...[change, name, before?.score, after?.score],
          ...[reason?.mostly?.part, Math.round((reason?.mostly?.points ?? 0) * 100)],
        ]),
      ),
    ).toEqual([
      ['rose', 'moved', 3, 9, 'cvss', 600],
      ['formula', 'other', 6, 3, 'formula', -300],
    ])
  })

  test('of very many steps the newest are looked at, and it is said that there were more', async () => {
    const own = await createTeam(opened.db)
    const [busy, quiet] = [await write(own, 'busy'), await write(own, 'quiet')]
    const since = new Date('2026-03-01T00:00:00Z')
    const moment = (index: number) => new Date(since.getTime() + index * 1_000)
    const step = (agentId: string, index: number, tenths: number) => ({
      ...{ workspaceId: own.workspaceId, agentId, cause: 'published', number: index },
      ...{ at: moment(index), previousAt: index > 2 ? moment(index - 1) : null },
      ...{ beforeFormula: 'aivss-0.8', beforeTenths: tenths, beforeSeverity: 'Medium' },
      ...{ afterFormula: 'aivss-0.8', afterTenths: tenths + 1, afterSeverity: 'Medium' },
    })
    await opened.db.movement.createMany({ data: [step(quiet, 1, 50)] })
    const viewer = await own.as('viewer', 'agent.read')
    expect((await getMovement(viewer, since)).isBounded).toBe(false)
    await opened.db.movement.createMany({
      data: Array.from({ length: STEPS_LOOKED_AT_MAX }, (_, index) =>
        step(busy, index + 2, 40 + (index % 20)),
      ),
    })
    const { changes, isBounded } = await getMovement(viewer, since)
    expect(isBounded).toBe(true)
    expect(changes.map(({ change, agents }) => [change, agents])).toEqual(
      CHANGES.map((change) => [change, change === 'rose' ? 1 : 0]),
    )
    const [risen] = changes[0]?.shown ?? []
    expect([risen?.name, risen?.before?.score, risen?.after?.score, risen?.reason?.mostly]).toEqual([
      ...['busy', 4, 6, null],
    ])
  })
})
