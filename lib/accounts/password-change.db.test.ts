import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { VISITOR } from '@/lib/access/actor'
import { findActor } from '@/lib/access/session'
import { changePassword } from '@/lib/accounts/change-password'
import type { SetCookies } from '@/lib/accounts/exchange'
import { createPasswordLink, resetPassword } from '@/lib/accounts/reset-password'
import { signIn } from '@/lib/accounts/sign-in'
import { openTestDatabase, type TestDatabase } from '@/lib/db/testing/database'
import { browser, PASSWORD, setUp, signedIn } from '@/lib/workspaces/testing/people'

describe('a new password', () => {
  let opened: TestDatabase
  let cookies: SetCookies
  const email = 'owner@example.org'
  const next = 'an entirely different phrase'
  beforeEach(async () => {
    opened = await openTestDatabase('embedded')
    cookies = (await setUp(email)).cookies
  })
  afterEach(() => opened?.close())

  const enters = async (password: string) => (await signIn({ email, password }, browser())).ok
  const tokenOf = async () => (await createPasswordLink(email))?.split('#')[1] ?? ''

  test('ends every other session, and the old password', async () => {
    const other = await signIn({ email, password: PASSWORD }, browser())
    const done = await changePassword(await signedIn(cookies), { current: PASSWORD, next }, browser(cookies))
    expect(await findActor(browser(cookies))).toEqual(VISITOR)
    expect(other.ok && (await findActor(browser(other.value.cookies)))).toEqual(VISITOR)
    expect(done.ok && (await signedIn(done.value)).email).toBe(email)
    expect([await enters(PASSWORD), await enters(next)]).toEqual([false, true])
  })

  test('needs the one before', async () => {
    const person = await signedIn(cookies)
    const wrong = await changePassword(person, { current: 'not the one before', next }, browser(cookies))
    expect(wrong).toEqual({ ok: false, error: 'wrong' })
    expect(await signedIn(cookies)).toEqual(person)
    expect(await opened.db.auditEvent.count({ where: { action: 'account.change-password' } })).toBe(0)
  })

  test('a link works once, ends every session, and every other link', async () => {
    const [one, two] = [await tokenOf(), await tokenOf()]
    const outcomes = await Promise.all([one, one, one, one].map((token) => resetPassword(token, next)))
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await findActor(browser(cookies))).toEqual(VISITOR)
    expect(await resetPassword(two, 'yet another long phrase')).toEqual({ ok: false, error: 'link' })
    expect([await enters(PASSWORD), await enters(next)]).toEqual([false, true])
  })

  test('a session that is being opened with the password of before ends with it, too', async () => {
    const token = await tokenOf()
    const waiting = async () => {
      const [row] = await opened.db.$queryRaw<{ count: number }[]>`
        SELECT count(*)::int FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`
      return row?.count
    }
    const both = await opened.db.$transaction(async (tx) => {
      await tx.$executeRaw`LOCK TABLE sessions IN SHARE MODE`
      const entering = signIn({ email, password: PASSWORD }, browser())
      await expect.poll(waiting).toBe(1)
      const resetting = resetPassword(token, next)
      await expect.poll(waiting).toBe(2)
      return { entering, resetting }
    })
    expect([(await both.entering).ok, (await both.resetting).ok]).toEqual([true, true])
    expect(await opened.db.session.count()).toBe(0)
  })

  test('an expired link does nothing, and what is stored is no link', async () => {
    const token = await tokenOf()
    const [stored] = await opened.db.verification.findMany()
    expect(JSON.stringify(stored)).not.toContain(token)
    expect(await resetPassword(stored?.identifier ?? '', next)).toEqual({ ok: false, error: 'link' })
    await opened.db.verification.updateMany({ data: { expiresAt: new Date(Date.now() - 1_000) } })
    expect(await resetPassword(token, next)).toEqual({ ok: false, error: 'link' })
    expect(await createPasswordLink('nobody@example.org')).toBeUndefined()
    expect([await enters(PASSWORD), await enters(next)]).toEqual([true, false])
  })
})
