import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBulk } from '@/lib/db/bulk'
import { openTestDatabase, SERVERS, type TestDatabase } from '@/lib/db/testing/database'
import { registry } from '@/lib/registry'

const ASK = 'SHOW gin_pending_list_limit'

describe.each(SERVERS)('words that wait to be sorted into their index, on the %s Postgres', (which) => {
  let opened: TestDatabase
  beforeAll(async () => {
    opened = await openTestDatabase(which)
  })
  afterAll(() => opened?.close())

  test('are few where people save and search, and many where very much is written at once', async () => {
    expect(await opened.db.$queryRawUnsafe(ASK)).toEqual([{ gin_pending_list_limit: '512kB' }])
    const bulk = await openBulk(registry().databaseUrl)
    try {
      expect(await bulk.rows(ASK)).toEqual([{ gin_pending_list_limit: '64MB' }])
      const own = "SELECT relname FROM pg_class WHERE reloptions::text LIKE '%gin_pending_list_limit%'"
      expect(await bulk.rows(own)).toEqual([])
    } finally {
      await bulk.close()
    }
  })
})
