import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
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
  const program = (): Actor => ({
    kind: 'program',
    tokenId: crypto.randomUUID(),
    userId: maker,
    workspace: 'here',
    scopes: ['write'],
  })
  const maker = crypto.randomUUID()
  const context = (isUncountedWrite: boolean): RequestContext => ({
    requestId: crypto.randomUUID(),
    clientAddress: '192.0.2.1',
    nonce: '',
    isUncountedWrite,
  })
  const write = (actor: Actor, within = context(true)) =>
    registry().requests.run(within, () => countWrite(actor))

  test.each([
    ['person', person],
    ['token', program],
  ])(
    `the ${WRITES.max + 1}th write of one %s within a minute is refused, from wherever it comes`,
    async (_, make) => {
      const actor = make()
      const outcomes: Awaited<ReturnType<typeof write>>[] = []
      // Thirty at a time: more would only wait for a connection.
      for (let round = 0; round < 11; round++)
        outcomes.push(...(await Promise.all(Array.from({ length: 30 }, () => write(actor)))))
      expect(outcomes.filter(({ ok }) => ok)).toHaveLength(WRITES.max)
      expect(outcomes.at(-1)).toEqual({ ok: false, error: { retryAfterSeconds: expect.any(Number) } })
      expect((await write(make())).ok).toBe(true)
    },
    30_000,
  )

  test('nodes that share nothing but the database count together', async () => {
    vi.resetModules()
    const another = await import('@/lib/access/rate-limit')
    expect(another.countWrite).not.toBe(countWrite)
    const actor = program()
    const outcomes: boolean[] = []
    for (let round = 0; round < 16; round++) {
      const counting = Array.from({ length: 20 }, (_, index) =>
        registry().requests.run(context(true), () => (index % 2 ? another.countWrite : countWrite)(actor)),
      )
      outcomes.push(...(await Promise.all(counting)).map(({ ok }) => ok))
    }
    expect(outcomes.filter(Boolean)).toHaveLength(WRITES.max)
  }, 30_000)

  test('a program is told what it has left and when there is more; a person is not', async () => {
    const actor = program()
    const [first, second, last] = [context(true), context(true), context(true)]
    await write(actor, first)
    await write(actor, second)
    const writes = { name: 'writes', max: 300, windowSeconds: 60 }
    expect(first.rateLimit).toEqual({ ...writes, left: 299, moreInSeconds: 60 })
    expect(second.rateLimit).toMatchObject({ ...writes, left: 298 })
    for (let round = 0; round < 10; round++) await Promise.all(Array.from({ length: 30 }, () => write(actor)))
    const refused = await write(actor, last)
    expect(last.rateLimit).toMatchObject({
      left: 0,
      moreInSeconds: refused.ok ? 0 : refused.error.retryAfterSeconds,
    })
    const persons = context(true)
    await write(person(), persons)
    expect(persons.rateLimit).toBeUndefined()
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
