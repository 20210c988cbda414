import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Prisma } from '@/lib/db/client'
import { openTestDatabase, SERVERS, type TestDatabase } from '@/lib/db/testing/database'
import { countMatches } from '@/lib/search/count-matches'
import { MATCHES_MAX } from '@/lib/search/matches'

const rows = (count: number) => Prisma.sql`generate_series(1, ${count}::int) AS c`
/** A division by nothing, for whoever reads it. */
const NOT_TO_BE_READ = Prisma.sql`generate_series(1, 1 / (0 * random())::int) AS c`

describe.each(SERVERS)('how many match, on the %s Postgres', (which) => {
  let opened: TestDatabase
  beforeAll(async () => {
    opened = await openTestDatabase(which)
  })
  afterAll(() => opened?.close())

  test.each([
    [0, 0],
    [7, 7],
    [MATCHES_MAX, MATCHES_MAX],
    [5 * MATCHES_MAX, MATCHES_MAX + 1],
  ])('of %d rows %d are told, whether or not some were looked over first', async (count, told) => {
    expect(await countMatches(rows(count))).toBe(told)
    for (const some of [0, Math.min(count, 3), Math.min(count, MATCHES_MAX)])
      expect(await countMatches(rows(count), rows(some))).toBe(told)
  })

  test('where some are more than can be told already, nothing else is read', async () => {
    await expect(countMatches(NOT_TO_BE_READ)).rejects.toThrow('division by zero')
    expect(await countMatches(NOT_TO_BE_READ, rows(2 * MATCHES_MAX))).toBe(MATCHES_MAX + 1)
  })
})
