import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { countAttempt } from '@/lib/access/rate-limit'
import { openTestDatabase, type TestDatabase } from '@/lib/db/testing/database'
import { sweep, sweepHourly } from '@/lib/sweep'
import { join, setUp, signedIn } from '@/lib/workspaces/testing/people'

const DAY_MS = 86_400_000
const inDays = (days: number) => new Date(Date.now() + days * DAY_MS)

describe('a sweep', () => {
  let opened: TestDatabase
  beforeAll(async () => {
    opened = await openTestDatabase('embedded')
  })
  afterAll(() => opened?.close())

  test('takes what is over, and leaves what is not', async () => {
    const { db } = opened
    const owner = await signedIn((await setUp()).cookies)
    const { userId } = await join(owner, 'first', 'a@example.org', 'editor')
    const [invitation] = await db.invitation.findMany()
    if (!invitation) throw new Error('there is no invitation')
    await db.session.deleteMany()
    const session = (token: string, expires: number, seen: number) => ({
      userId,
      token,
      expiresAt: inDays(expires),
      lastSeenAt: inDays(seen),
    })
    await db.session.createMany({
      data: [session('expired', -1, 0), session('idle', 9, -8), session('kept', 9, -6)],
    })
    const proof = (identifier: string, days: number) => ({
      identifier,
      value: userId,
      expiresAt: inDays(days),
    })
    await db.verification.createMany({ data: [proof('expired', -1), proof('kept', 1)] })
    await db.usedSecondFactor.createMany({
      data: [
        { userId, codeHash: 'old', usedAt: inDays(-2) },
        { userId, codeHash: 'kept', usedAt: inDays(0) },
      ],
    })
    const { id: _, workspaceId, ...rest } = invitation
    await db.invitation.createMany({
      data: [
        { ...rest, workspaceId, codeHash: 'old', createdAt: inDays(-40), expiresAt: inDays(-31) },
        { ...rest, workspaceId, codeHash: 'kept', createdAt: inDays(-36), expiresAt: inDays(-29) },
      ],
    })
    await db.setupCode.create({ data: { codeHash: 'old', expiresAt: inDays(-1) } })
    await countAttempt(['old'], { max: 1, windowMs: 0 })
    await countAttempt(['kept'])
    await sweep()
    expect((await db.session.findMany()).map(({ token }) => token)).toEqual(['kept'])
    expect((await db.verification.findMany()).map(({ identifier }) => identifier)).toEqual(['kept'])
    expect((await db.usedSecondFactor.findMany()).map(({ codeHash }) => codeHash)).toEqual(['kept'])
    expect((await db.invitation.findMany()).map(({ codeHash }) => codeHash).sort()).toEqual(
      [invitation.codeHash, 'kept'].sort(),
    )
    expect(await db.setupCode.count()).toBe(0)
    expect(await db.rateLimit.count()).toBe(1)
  })

  test('goes on where one part fails, comes again, and ends when it is told', async () => {
    const done: string[] = []
    let third = () => {}
    const thrice = new Promise<void>((resolve) => {
      third = resolve
    })
    const stop = sweepHourly(async () => {
      await sweep({
        failing: () => Promise.reject(new Error('on purpose')),
        working: async () => {
          done.push('swept')
        },
      })
      if (done.length === 3) third()
    }, 1)
    await thrice
    await stop()
    const { length } = done
    await new Promise((resolve) => setImmediate(() => setImmediate(resolve)))
    expect(done).toHaveLength(length)
  })
})
