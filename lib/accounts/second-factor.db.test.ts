import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { VISITOR } from '@/lib/access/actor'
import { findActor } from '@/lib/access/session'
import { auth } from '@/lib/accounts/auth'
import { headersForAuth } from '@/lib/accounts/exchange'
import { signIn, verifySecondFactor } from '@/lib/accounts/sign-in'
import { codeOf } from '@/lib/accounts/testing/totp'
import { openTestDatabase, SERVERS, type TestDatabase } from '@/lib/db/testing/database'
import { registry } from '@/lib/registry'
import { browser, join, PASSWORD, setUp, signedIn } from '@/lib/workspaces/testing/people'

/** Twenty passwords are hashed, which takes long on purpose. */
const PATIENT_MS = 20_000

describe.each(SERVERS)('the second factor, on the %s Postgres', (which) => {
  let opened: TestDatabase
  let secret: string
  let backupCodes: readonly string[]
  const email = 'owner@example.org'
  const code = (secondsAhead = 0) => codeOf(secret, secondsAhead)
  let addresses = 0
  const from = <T>(work: () => Promise<T>): Promise<T> => {
    const context = { requestId: crypto.randomUUID(), clientAddress: `192.0.2.${++addresses}`, nonce: '' }
    return registry().requests.run(context, work)
  }
  const challenge = async () => {
    const done = await from(() => signIn({ email, password: PASSWORD }, browser()))
    if (!done.ok || done.value.next !== 'second-factor') throw new Error('no second factor was asked for')
    return browser(done.value.cookies)
  }
  const answer = async (typed: string, headers: Headers) => from(() => verifySecondFactor(typed, headers))

  beforeAll(async () => {
    opened = await openTestDatabase(which)
    const { cookies } = await setUp(email)
    await join(await signedIn(cookies), 'first', 'plain@example.org', 'viewer')
    const headers = headersForAuth(browser(cookies))
    const enabled = await auth().api.enableTwoFactor({ body: { password: PASSWORD }, headers })
    secret = new URL(enabled.totpURI).searchParams.get('secret') ?? ''
    backupCodes = enabled.backupCodes
    await auth().api.verifyTOTP({ body: { code: code() }, headers })
    // The tests begin in the same half-minute, and need its code.
    await opened.db.usedSecondFactor.deleteMany()
  })
  afterAll(() => opened?.close())

  test('a password alone lets nobody in', async () => {
    const headers = await challenge()
    expect(await findActor(headers)).toEqual(VISITOR)
    expect(await answer('000000', headers)).toEqual({ ok: false, error: 'wrong' })
  })

  test('of twenty that present one code at once one gets in, and nobody after', {
    timeout: PATIENT_MS,
  }, async () => {
    // One account at one address may try five times a minute, so each comes from elsewhere.
    const challenges = await Promise.all(Array.from({ length: 20 }, challenge))
    const typed = code()
    const outcomes = await Promise.all(challenges.map((headers) => answer(typed, headers)))
    const inside = outcomes.filter(({ ok }) => ok)
    expect(inside).toHaveLength(1)
    for (const one of inside) if (one.ok) expect((await signedIn(one.value.cookies)).email).toBe(email)
    expect(await answer(typed, await challenge())).toEqual({ ok: false, error: 'wrong' })
    expect((await answer(code(30), await challenge())).ok).toBe(true)
  })

  test('a recovery code works once, also under twenty at once', { timeout: PATIENT_MS }, async () => {
    const [typed = ''] = backupCodes
    const challenges = await Promise.all(Array.from({ length: 20 }, challenge))
    const outcomes = await Promise.allSettled(challenges.map((headers) => answer(typed, headers)))
    expect(outcomes.filter((one) => one.status === 'fulfilled' && one.value.ok)).toHaveLength(1)
    expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(0)
    expect(await answer(typed, await challenge())).toEqual({ ok: false, error: 'wrong' })
  })

  test('five guesses a minute at one account, however many challenges they come with', async () => {
    const context = { requestId: crypto.randomUUID(), clientAddress: '198.51.100.9', nonce: '' }
    const challenges: Headers[] = []
    for (let index = 0; index < 3; index++) challenges.push(await challenge())
    const outcomes: string[] = []
    for (const headers of [...challenges, ...challenges]) {
      const forged = new Headers(headers)
      forged.set('cookie', `a.two_factor=${outcomes.length}; ${headers.get('cookie')}`)
      const done = await registry().requests.run(context, () => verifySecondFactor('no-code', forged))
      outcomes.push(done.ok ? 'in' : done.error === 'wrong' ? 'wrong' : 'limited')
    }
    expect(outcomes).toEqual(['wrong', 'wrong', 'wrong', 'wrong', 'wrong', 'limited'])
    const { id } = await opened.db.user.findUniqueOrThrow({ where: { email } })
    const failed = { action: 'account.sign-in-failed', subjectId: id, address: '198.51.100.9' }
    expect(await opened.db.auditEvent.count({ where: failed })).toBe(5)
  })

  test('the code belongs to the challenge, not to whoever was signed in before', async () => {
    // Ten failures in a row lock it for a quarter of an hour, and the tests above had more.
    await opened.db.twoFactor.updateMany({ data: { failedVerificationCount: 0, lockedUntil: null } })
    const before = await from(() => signIn({ email: 'plain@example.org', password: PASSWORD }, browser()))
    if (!before.ok) throw new Error('not signed in')
    const headers = await challenge()
    headers.set('cookie', `${headers.get('cookie')}; ${browser(before.value.cookies).get('cookie')}`)
    // As somebody types it from paper.
    const done = await answer(` ${(backupCodes[1] ?? '').toLowerCase().replaceAll('-', ' ')} `, headers)
    expect(done.ok && (await signedIn(done.value.cookies)).email).toBe(email)
    expect(await findActor(browser(before.value.cookies))).toEqual(VISITOR)
  })

  test('neither the secret nor a code is in the database', async () => {
    const dump = JSON.stringify([
      await opened.db.twoFactor.findMany(),
      await opened.db.verification.findMany(),
      await opened.db.usedSecondFactor.findMany(),
    ])
    for (const word of [secret, ...backupCodes, code()]) expect(dump).not.toContain(word)
  })
})
