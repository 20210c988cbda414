import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { VISITOR } from '@/lib/access/actor'
import { findActor } from '@/lib/access/session'
import { auth, authOn } from '@/lib/accounts/auth'
import { signIn, signOut } from '@/lib/accounts/sign-in'
import { openTestDatabase, SERVERS, type TestDatabase } from '@/lib/db/testing/database'
import { query } from '@/lib/postgres/test-server'
import { type RequestContext, registry, setRegistry } from '@/lib/registry'
import { browser, PASSWORD, setUp, signedIn } from '@/lib/workspaces/testing/people'

describe.each(SERVERS)('signing in, on the %s Postgres', (which) => {
  let opened: TestDatabase
  const email = 'owner@example.org'
  beforeAll(async () => {
    opened = await openTestDatabase(which)
    await setUp(email)
  })
  afterAll(() => opened?.close())

  let addresses = 0
  /** Each from an address of its own, so that the limits of one test are not those of the next. */
  const from = <T>(work: () => Promise<T>, clientAddress = `192.0.2.${++addresses}`): Promise<T> => {
    const context: RequestContext = { requestId: crypto.randomUUID(), clientAddress, nonce: '' }
    return registry().requests.run(context, work)
  }
  const enter = (address = email, password = PASSWORD, where?: string) =>
    from(() => signIn({ email: address, password }, browser()), where)
  const entered = async () => {
    const done = await enter()
    if (!done.ok) throw new Error(String(done.error))
    return done.value.cookies
  }

  test('takes the address in any case, and sets one cookie that scripts cannot read', async () => {
    const done = await enter(' Owner@Example.ORG ')
    expect(done).toMatchObject({ ok: true, value: { next: 'done' } })
    const [cookie = '', ...others] = done.ok ? done.value.cookies : []
    expect(others).toEqual([])
    expect(cookie).toMatch(
      /^fullscore\.session_token=[^;]+; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/,
    )
  })

  test('the cookie on https is Secure and bound to the host by its name', async () => {
    const before = registry()
    const { db } = opened
    setRegistry({ ...before, publicUrl: 'https://scores.example.org' })
    const answer = await authOn(db).api.signInEmail({
      body: { email, password: PASSWORD },
      returnHeaders: true,
    })
    setRegistry(before)
    expect(answer.headers.getSetCookie()).toEqual([
      expect.stringMatching(
        /^__Host-fullscore\.session_token=[^;]+; Max-Age=2592000; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
      ),
    ])
  })

  test('the answer is the same for a known and an unknown account', async () => {
    for (const address of [email, 'nobody@example.org'])
      expect(await enter(address, 'a wrong long password')).toEqual({ ok: false, error: 'wrong' })
  })

  test.each(['', 'no address', 'a\0b@example.org', 'x'.repeat(5_000), "' OR 1=1 --@example.org"])(
    'what is no address is only wrong: %j',
    async (address) => expect(await enter(address)).toEqual({ ok: false, error: 'wrong' }),
  )

  test('five guesses a minute at one account from one address, counted exactly under twenty at once', async () => {
    const where = '198.51.100.7'
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, () => enter('guessed@example.org', 'a wrong long password', where)),
    )
    const told = outcomes.map((one) => (one.ok ? 'in' : one.error === 'wrong' ? 'wrong' : 'limited'))
    expect(told.filter((one) => one === 'wrong')).toHaveLength(5)
    expect(told.filter((one) => one === 'limited')).toHaveLength(15)
    const limited = outcomes.find((one) => !one.ok && one.error !== 'wrong')
    expect(limited).toMatchObject({ error: { retryAfterSeconds: expect.any(Number) } })
    expect(await enter('guessed@example.org', 'a wrong long password')).toEqual({ ok: false, error: 'wrong' })
    expect((await enter(email, PASSWORD, where)).ok).toBe(true)
  })

  test('each sign-in has a session of its own, and signing out ends one on the next request', async () => {
    const [one, two] = [await entered(), await entered()]
    expect(one).not.toEqual(two)
    const cleared = await signOut(await signedIn(one), browser(one))
    expect(cleared.every((line) => /Max-Age=0/.test(line))).toBe(true)
    expect(await findActor(browser(one))).toEqual(VISITOR)
    expect((await findActor(browser(two))).kind).toBe('person')
    expect(await opened.db.auditEvent.count({ where: { action: 'account.sign-out' } })).toBe(1)
  })

  test('who cannot be recorded is not let in', async () => {
    const sessions = await opened.db.session.count()
    const refuse = `ADD CONSTRAINT refused CHECK (action <> 'account.sign-in') NOT VALID`
    await query(opened.ownerUrl, `ALTER TABLE audit_events ${refuse}`)
    await expect(enter()).rejects.toThrow()
    await query(opened.ownerUrl, 'ALTER TABLE audit_events DROP CONSTRAINT refused')
    expect(await opened.db.session.count()).toBe(sessions)
  })

  test('a failure is recorded with from where, and of whom where there is such an account', async () => {
    const { id } = await opened.db.user.findUniqueOrThrow({ where: { email } })
    await enter(email, 'a wrong long password', '203.0.113.1')
    await enter('nobody@example.org', 'a wrong long password', '203.0.113.1')
    await enter(email, 'x'.repeat(5_000), '203.0.113.1')
    const rows = await opened.db.auditEvent.findMany({ where: { address: '203.0.113.1' } })
    const row = { actorKind: 'visitor', actorId: null, action: 'account.sign-in-failed', subjectKind: 'user' }
    expect(rows).toMatchObject([
      { ...row, subjectId: id },
      { ...row, subjectId: null },
      { ...row, subjectId: id },
    ])
    expect(JSON.stringify(rows)).not.toContain('@')
  })

  test('signing in over a session ends it, whosever it was; a wrong password leaves it', async () => {
    const former = await entered()
    const again = (password: string) => from(() => signIn({ email, password }, browser(former)))
    expect((await again('a wrong long password')).ok).toBe(false)
    expect((await findActor(browser(former))).kind).toBe('person')
    const done = await again(PASSWORD)
    expect(await findActor(browser(former))).toEqual(VISITOR)
    expect(done.ok && (await signedIn(done.value.cookies)).email).toBe(email)
  })

  test('a session ends after its absolute time, and earlier when nobody comes', async () => {
    const old = await entered()
    const { sessionId } = await signedIn(old)
    await opened.db.session.update({
      where: { id: sessionId },
      data: { expiresAt: new Date(Date.now() - 1_000) },
    })
    expect(await findActor(browser(old))).toEqual(VISITOR)
    const idle = await entered()
    const { sessionId: away } = await signedIn(idle)
    const seen = (days: number) =>
      opened.db.session.update({
        where: { id: away },
        data: { lastSeenAt: new Date(Date.now() - days * 86_400_000) },
      })
    await seen(6)
    expect((await findActor(browser(idle))).kind).toBe('person')
    const touched = await opened.db.session.findUniqueOrThrow({ where: { id: away } })
    expect(Date.now() - touched.lastSeenAt.getTime()).toBeLessThan(10_000)
    await seen(8)
    expect(await findActor(browser(idle))).toEqual(VISITOR)
    expect(await opened.db.session.count({ where: { id: away } })).toBe(0)
  })

  test('a dump of the database lets nobody in', async () => {
    const cookies = await entered()
    const [name = ''] = cookies[0]?.split('=') ?? []
    const rows = await opened.db.session.findMany()
    expect(rows.length).toBeGreaterThan(0)
    for (const { token, id } of rows)
      for (const value of [token, id, `${token}.`, `${token}.${'A'.repeat(43)}=`, `${token}.${token}`])
        for (const sent of [value, encodeURIComponent(value)])
          expect(
            await findActor(new Headers({ cookie: `${name}=${sent}`, authorization: `Bearer ${sent}` })),
          ).toEqual(VISITOR)
    expect((await findActor(browser(cookies))).kind).toBe('person')
  })

  test('nobody signs up by the library itself', async () => {
    const call = auth().api.signUpEmail({ body: { name: 'X', email: 'x@example.org', password: PASSWORD } })
    await expect(call).rejects.toMatchObject({ body: { code: 'SIGN_UP_CLOSED' } })
    expect(await opened.db.user.count()).toBe(1)
  })
})
