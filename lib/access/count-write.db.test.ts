import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Actor, VISITOR } from '@/lib/access/actor'
import { countWrite, WRITES } from '@/lib/access/rate-limit'
import { openTestDatabase, SERVERS, type TestDatabase } from '@/lib/db/testing/database'
import { type RequestContext, registry } from '@/lib/registry'

describe.each(SERVERS)('the limit on writes, on the %s Postgres', (which) => {
  let opened: TestDatabase
  beforeAll(async () => {
    opened = await openTestDatabase(which)
  })
  afterAll(() => opened?.close())

  const person = (): Actor => {
    const userId = crypto.randomUUID()
    return { kind: 'person', userId, sessionId: userId, email: 'a@example.org', name: 'A' }
  }
  const context = (isUncountedWrite: boolean): RequestContext => ({
    requestId: crypto.randomUUID(),
    clientAddress: '192.0.2.1',
    nonce: '',
    isUncountedWrite,
  })
  const write = (actor: Actor, within = context(true)) =>
    registry().requests.run(within, () => countWrite(actor))

  test(`the ${WRITES.max + 1}th write of a person within a minute is refused, from wherever it comes`, async () => {
    const actor = person()
    const outcomes: Awaited<ReturnType<typeof write>>[] = []
    // Thirty at a time: more would only wait for a connection.
    for (let round = 0; round < 11; round++)
      outcomes.push(...(await Promise.all(Array.from({ length: 30 }, () => write(actor)))))
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(WRITES.max)
    expect(outcomes.at(-1)).toEqual({ ok: false, error: { retryAfterSeconds: expect.any(Number) } })
    expect((await write(person())).ok).toBe(true)
  }, 30_000)

  test('a request counts once, and reading and strangers count nothing', async () => {
    await opened.db.rateLimit.deleteMany()
    const actor = person()
    const one = context(true)
    for (let times = 0; times < 5; times++) await write(actor, one)
    await write(actor, context(false))
    await write(VISITOR)
    await countWrite(actor)
    expect(await opened.db.rateLimit.findMany({ select: { hits: true } })).toEqual([
      { hits: [expect.any(Date)] },
    ])
  })
})
