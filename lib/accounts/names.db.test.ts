import { afterAll, beforeAll, expect, test } from 'vitest'
import { FORMER_MEMBER, namesOf } from '@/lib/accounts/names'
import { statementsOf } from '@/lib/db/statements'
import { openTestDatabase, type TestDatabase } from '@/lib/db/testing/database'

let opened: TestDatabase
beforeAll(async () => {
  opened = await openTestDatabase('embedded')
})
afterAll(() => opened?.close())

test('people are looked up once, and where nobody is named, nothing is', async () => {
  const gone = crypto.randomUUID()
  expect(await statementsOf(() => namesOf([gone, null, gone]))).toHaveLength(1)
  expect(await statementsOf(() => namesOf([null]))).toEqual([])
  const nameOf = await namesOf([gone])
  expect([nameOf(gone), nameOf(null)]).toEqual([FORMER_MEMBER, 'Fullscore'])
})
