import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestDatabase, SERVERS, type TestDatabase } from '@/lib/db/testing/database'
import { LIBRARY_SCOPE } from '@/lib/search/facets'
import { sweepTallies } from '@/lib/search/sweep-tallies'

describe.each(SERVERS)('traits that no agent carries any more, on the %s Postgres', (which) => {
  let opened: TestDatabase
  beforeAll(async () => {
    opened = await openTestDatabase(which)
  })
  afterAll(() => opened?.close())

  const stored = async () =>
    (await opened.db.tally.findMany({ orderBy: { facet: 'asc' } })).map(({ facet, agents }) => [
      facet,
      agents,
    ])

  test('are forgotten, but for those that are being counted right now', async () => {
    const scope = LIBRARY_SCOPE
    await opened.db.tally.createMany({
      data: [
        { scope, facet: 'tag:back', agents: 0 },
        { scope, facet: 'tag:gone', agents: 0 },
        { scope, facet: 'tag:kept', agents: 2 },
      ],
    })
    await opened.db.$transaction(async (tx) => {
      await tx.tally.update({
        where: { scope_facet: { scope, facet: 'tag:back' } },
        data: { agents: { increment: 1 } },
      })
      // On another connection, which would wait for this one for ever if it waited.
      expect(await sweepTallies()).toBe(1)
    })
    expect(await stored()).toEqual([
      ['tag:back', 1],
      ['tag:kept', 2],
    ])
    expect(await sweepTallies()).toBe(0)
  })
})
