import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Person, VISITOR } from '@/lib/access/actor'
import { findActor } from '@/lib/access/session'
import type { SetCookies } from '@/lib/accounts/exchange'
import { signIn, verifySecondFactor } from '@/lib/accounts/sign-in'
import { codeOf } from '@/lib/accounts/testing/totp'
import {
  createKey,
  getSecondFactor,
  keyAddress,
  renewRecoveryCodes,
  turnOff,
  turnOn,
} from '@/lib/accounts/two-factor-settings'
import { openTestDatabase, type TestDatabase } from '@/lib/db/testing/database'
import { browser, join, PASSWORD, setUp, signedIn } from '@/lib/workspaces/testing/people'

describe('the settings of the second factor', () => {
  let opened: TestDatabase
  let owner: Person
  let email: string
  let userId: string
  let cookies: SetCookies
  beforeAll(async () => {
    opened = await openTestDatabase('embedded')
    owner = await signedIn((await setUp()).cookies)
  })
  afterAll(() => opened?.close())

  /** Each test has a person of its own, who is signed in once. */
  beforeEach(async () => {
    email = `${crypto.randomUUID()}@example.org`
    userId = (await join(owner, 'first', email, 'editor')).userId
    await opened.db.session.deleteMany({ where: { userId } })
    await opened.db.rateLimit.deleteMany()
    const done = await entered()
    if (!done.ok) throw new Error(String(done.error))
    cookies = done.value.cookies
  })

  const me = () => signedIn(cookies)
  const key = async () => {
    const made = await createKey(await me(), PASSWORD, browser(cookies))
    if (!made.ok) throw new Error(String(made.error))
    return made.value
  }
  /** Leaves the code of this half-minute and all guesses to the test. */
  const enrolled = async () => {
    const secret = await key()
    const done = await turnOn(await me(), codeOf(secret), browser(cookies))
    if (!done.ok) throw new Error(String(done.error))
    await opened.db.usedSecondFactor.deleteMany()
    await opened.db.rateLimit.deleteMany()
    cookies = done.value.cookies
    return { secret, recoveryCodes: done.value.recoveryCodes }
  }
  const actions = async () =>
    (await opened.db.auditEvent.findMany({ where: { actorId: userId } })).map(({ action }) => action)
  const sessions = () => opened.db.session.count({ where: { userId } })
  const entered = () => signIn({ email, password: PASSWORD }, browser())

  test('a key counts for nothing until a code of it was typed', async () => {
    expect(await createKey(await me(), 'not the password', browser(cookies))).toEqual({
      ok: false,
      error: 'password',
    })
    const secret = await key()
    expect(secret).toMatch(/^[A-Z2-7]{32,}$/)
    expect(keyAddress(secret, await me())).toBe(
      `otpauth://totp/Fullscore%20(localhost%3A3000):${encodeURIComponent(email)}?secret=${secret}&issuer=Fullscore%20(localhost%3A3000)&digits=6&period=30`,
    )
    expect(await turnOn(await me(), '000000', browser(cookies))).toEqual({ ok: false, error: 'code' })
    expect((await getSecondFactor(await me())).isOn).toBe(false)
    expect(await entered()).toMatchObject({ ok: true, value: { next: 'done' } })
  })

  test('turned on, it is asked for, every other session has ended, and this one has a new token', async () => {
    const other = await entered()
    const before = cookies
    const { secret, recoveryCodes } = await enrolled()
    expect(recoveryCodes).toHaveLength(10)
    expect(await findActor(browser(before))).toEqual(VISITOR)
    expect(other.ok && (await findActor(browser(other.value.cookies)))).toEqual(VISITOR)
    expect((await me()).email).toBe(email)
    expect(await sessions()).toBe(1)
    expect(await getSecondFactor(await me())).toEqual({
      isOn: true,
      hasPassword: true,
      recoveryCodesLeft: 10,
    })
    const challenged = await entered()
    expect(challenged).toMatchObject({ ok: true, value: { next: 'second-factor' } })
    const inside =
      challenged.ok && (await verifySecondFactor(codeOf(secret), browser(challenged.value.cookies)))
    expect(inside).toMatchObject({ ok: true })
    expect(await actions()).toContain('account.second-factor-on')
  })

  test('the code that turned it on is used up', async () => {
    const secret = await key()
    const code = codeOf(secret)
    const done = await turnOn(await me(), code, browser(cookies))
    const challenged = await entered()
    expect(
      done.ok && challenged.ok && (await verifySecondFactor(code, browser(challenged.value.cookies))),
    ).toEqual({
      ok: false,
      error: 'wrong',
    })
  })

  test('while it is on nobody makes another key, with the password alone or at the same moment', async () => {
    const { secret } = await enrolled()
    expect(await createKey(await me(), PASSWORD, browser(cookies))).toEqual({ ok: false, error: 'on' })
    expect(await turnOn(await me(), codeOf(secret), browser(cookies))).toEqual({ ok: false, error: 'code' })
    const challenged = await entered()
    expect(
      challenged.ok && (await verifySecondFactor(codeOf(secret), browser(challenged.value.cookies))).ok,
    ).toBe(true)
  })

  test('two that turn it on at once end with one session and one set of codes', async () => {
    const secret = await key()
    const [person, headers] = [await me(), browser(cookies)]
    const outcomes = await Promise.all([
      turnOn(person, codeOf(secret), headers),
      turnOn(person, codeOf(secret, -30), headers),
    ])
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await sessions()).toBe(1)
  })

  test('turning it off takes the password and a code, and ends every other session', async () => {
    const { secret, recoveryCodes } = await enrolled()
    const person = await me()
    const off = (password: string, code: string) => turnOff(person, { password, code }, browser(cookies))
    expect(await off('not the password', codeOf(secret))).toEqual({ ok: false, error: 'password' })
    expect(await off(PASSWORD, '000000')).toEqual({ ok: false, error: 'code' })
    expect((await getSecondFactor(person)).isOn).toBe(true)
    const done = await off(PASSWORD, recoveryCodes[0] ?? '')
    if (!done.ok) throw new Error(String(done.error))
    expect(await findActor(browser(cookies))).toEqual(VISITOR)
    expect((await signedIn(done.value)).email).toBe(email)
    expect(await sessions()).toBe(1)
    expect(await entered()).toMatchObject({ ok: true, value: { next: 'done' } })
    expect(await actions()).toContain('account.second-factor-off')
  })

  test('new recovery codes void those of before, and take both factors', async () => {
    const { secret, recoveryCodes } = await enrolled()
    const person = await me()
    const renew = (code: string) => renewRecoveryCodes(person, { password: PASSWORD, code }, browser(cookies))
    expect(await renew('000000')).toEqual({ ok: false, error: 'code' })
    const renewed = await renew(codeOf(secret))
    if (!renewed.ok) throw new Error(String(renewed.error))
    expect(new Set([...renewed.value, ...recoveryCodes]).size).toBe(20)
    expect(await renew(recoveryCodes[0] ?? '')).toEqual({ ok: false, error: 'code' })
    expect((await renew(renewed.value[0] ?? '')).ok).toBe(true)
    expect((await actions()).filter((action) => action === 'account.recovery-codes')).toHaveLength(2)
  })

  test('five guesses a minute at the settings of one account', async () => {
    const person = await me()
    const outcomes: unknown[] = []
    for (let guess = 0; guess < 6; guess++)
      outcomes.push(await turnOff(person, { password: 'wrong', code: '000000' }, browser(cookies)))
    expect(outcomes.filter((one) => JSON.stringify(one).includes('retryAfterSeconds'))).toHaveLength(1)
  })
})
