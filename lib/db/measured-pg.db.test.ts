import { afterAll, beforeAll, expect, test } from 'vitest'
import { ok } from '@/lib/base/result'
import { openTestDatabase, type TestDatabase } from '@/lib/db/testing/database'
import { transact } from '@/lib/db/transact'
import { type RequestContext, registry } from '@/lib/registry'

let opened: TestDatabase
beforeAll(async () => {
  opened = await openTestDatabase('embedded')
})
afterAll(() => opened?.close())

async function answer(work: () => Promise<unknown>): Promise<RequestContext> {
  const context: RequestContext = { requestId: crypto.randomUUID(), clientAddress: '192.0.2.1', nonce: '' }
  await registry().requests.run(context, work)
  return context
}

const many = (count: number, work: () => Promise<unknown>) => () =>
  Promise.all(Array.from({ length: count }, work))

test('of requests that wait for the same connections each is told of its own statements', async () => {
  const { db } = opened
  const found = await Promise.all([
    answer(many(30, () => db.workspace.count())),
    answer(many(20, () => db.$queryRaw`SELECT 1`)),
    answer(many(5, () => transact(async (tx) => ok(await tx.workspace.findMany({ where: { slug: 'x' } }))))),
    answer(async () => undefined),
  ])
  // A transaction begins and commits.
  expect(found.map(({ queries }) => queries)).toEqual([30, 20, 15, undefined])
})

test('what is waited for in the database is told, also of a statement that fails', async () => {
  const { db } = opened
  const { queries, databaseMs } = await answer(async () => {
    await db.$queryRaw`SELECT pg_sleep(0.2)::text`
    await expect(db.$queryRaw`SELECT 1 / 0`).rejects.toThrow('division by zero')
  })
  expect(queries).toBe(2)
  expect(databaseMs).toBeGreaterThanOrEqual(200)
})
