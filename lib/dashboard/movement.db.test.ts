import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTeam, type Team, write } from '@/lib/agents/testing/writing'
import type { FormulaId } from '@/lib/aivss/formulas'
import { getMovement, listMoved } from '@/lib/dashboard/movement'
import { STEPS_LOOKED_AT_MAX } from '@/lib/dashboard/net-change'
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
})
