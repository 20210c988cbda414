import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { VISITOR } from '@/lib/access/actor'
import { findActor } from '@/lib/access/session'
import { auth } from '@/lib/accounts/auth'
import { headersForAuth } from '@/lib/accounts/exchange'
import { returnFromProvider } from '@/lib/accounts/oidc-callback'
import { beginFlow } from '@/lib/accounts/oidc-flow'
import { signIn, verifySecondFactor } from '@/lib/accounts/sign-in'
import { DANA, openProviderWorld, type ProviderWorld } from '@/lib/accounts/testing/provider-world'
import { SERVERS } from '@/lib/db/testing/database'
import { registry, setRegistry } from '@/lib/registry'
import { changeRole } from '@/lib/workspaces/members'
import { allowed, browser, join, PASSWORD, signedIn } from '@/lib/workspaces/testing/people'

describe.each(SERVERS)('sign-in through an identity provider, on the %s Postgres', (which) => {
  let world: ProviderWorld
  beforeAll(async () => {
    world = await openProviderWorld(which)
  })
  beforeEach(() => world.calm())
  afterAll(() => world?.close())

  test('an invited person with a verified address gets an account, joins, and comes back to the same one', async () => {
    await world.invite(DANA.email)
    const first = await world.enter(DANA)
    expect(first).toMatchObject({ ok: true, value: { to: '/w' } })
    const person = first.ok ? await signedIn(first.value.cookies) : undefined
    expect(person).toMatchObject({ email: DANA.email, name: 'Dana' })
    expect(
      await world.opened.db.membership.findMany({ where: { userId: person?.userId ?? '' } }),
    ).toMatchObject([{ role: 'editor' }])
    const again = await world.enter({ sub: 'dana' })
    expect(again.ok && (await signedIn(again.value.cookies)).userId).toBe(person?.userId)
    const events = await world.opened.db.auditEvent.findMany({
      where: { actorId: person?.userId ?? '', action: { in: ['account.create', 'account.sign-in'] } },
      select: { action: true, detail: true },
      orderBy: { id: 'asc' },
    })
    expect(events.map(({ action }) => action)).toEqual([
      'account.create',
      'account.sign-in',
      'account.sign-in',
    ])
    expect(events.every(({ detail }) => JSON.stringify(detail) === '{"by":"provider"}')).toBe(true)
  })

  test('nothing that the provider handed out is kept', async () => {
    const [account] = await world.opened.db.account.findMany({ where: { accountId: 'dana' } })
    expect(account).toMatchObject({
      providerId: world.provider.settings.issuer,
      accessToken: null,
      refreshToken: null,
      idToken: null,
      password: null,
    })
  })

  test.each([
    ['not verified', { email: 'eve@example.org', email_verified: false }],
    ['not said to be verified', { email: 'eve@example.org' }],
    ['not given', {}],
    ['no address', { email: 'not an address', email_verified: true }],
  ])('an address that is %s makes no account', async (what, claims) => {
    await world.invite('eve@example.org')
    setRegistry({ ...registry(), signupOpen: true })
    expect(await world.enter({ sub: `eve, ${what}`, ...claims })).toEqual({ ok: false, error: 'unverified' })
    expect(await world.accounts('eve@example.org')).toBe(0)
  })

  test.each([true, false])(
    'the address of an account links nobody to it, verified or not (%s)',
    async (isVerified) => {
      const state = () =>
        world.opened.db.user.findUniqueOrThrow({
          where: { id: world.owner.userId },
          include: { accounts: true, sessions: true, memberships: true },
        })
      await world.invite(world.owner.email)
      const before = await state()
      expect(
        await world.enter({
          sub: 'thief',
          email: world.owner.email.toUpperCase(),
          email_verified: isVerified,
        }),
      ).toEqual({
        ok: false,
        error: isVerified ? 'exists' : 'unverified',
      })
      expect(await state()).toEqual(before)
    },
  )

  test('without an invitation there is no account, unless everybody may sign up', async () => {
    const frank = { sub: 'frank', email: 'frank@example.org', email_verified: true }
    expect(await world.enter(frank)).toEqual({ ok: false, error: 'uninvited' })
    expect(await world.accounts(frank.email)).toBe(0)
    setRegistry({ ...registry(), signupOpen: true })
    expect(await world.enter(frank)).toMatchObject({ ok: true })
    expect(await world.opened.db.user.findUnique({ where: { email: frank.email } })).toMatchObject({
      name: 'frank',
    })
  })

  test('a name that could not be stored or shown safely is left out', async () => {
    setRegistry({ ...registry(), signupOpen: true })
    for (const [sub, name] of Object.entries({ nul: 'a\0b', bidi: 'a\u202Eb', lines: 'a\nb' })) {
      const email = `${sub}@example.org`
      expect(await world.enter({ sub, email, email_verified: true, name })).toMatchObject({ ok: true })
      expect(await world.opened.db.user.findUnique({ where: { email } })).toMatchObject({ name: sub })
    }
  })

  test('an invitation of somebody who is no owner any more lets nobody in', async () => {
    const former = await join(world.owner, 'first', 'former@example.org', 'owner')
    await world.invite('grace@example.org', former)
    await changeRole(await allowed(world.owner, 'member.manage', 'first'), former.userId, 'viewer')
    const grace = { sub: 'grace', email: 'grace@example.org', email_verified: true }
    expect(await world.enter(grace)).toEqual({ ok: false, error: 'uninvited' })
    expect(await world.accounts(grace.email)).toBe(0)
  })

  test('ten first sign-ins of one person at once make one account', async () => {
    const many = { sub: 'many', email: 'many@example.org', email_verified: true }
    await world.invite(many.email)
    world.provider.is(many)
    const ways = await Promise.all(
      Array.from({ length: 10 }, async () => {
        const begun = await world.begin()
        return { query: await world.provider.walk(begun.location), headers: browser(begun.cookies) }
      }),
    )
    const outcomes = await Promise.all(ways.map(({ query, headers }) => returnFromProvider(query, headers)))
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(10)
    expect(await world.accounts(many.email)).toBe(1)
  })

  test('what comes back serves once, and only in the browser that began', async () => {
    world.provider.is(DANA)
    const begun = await world.begin()
    const query = await world.provider.walk(begun.location)
    const other = await world.begin()
    const refused = { ok: false, error: 'expired' }
    expect(await returnFromProvider(query, browser())).toEqual(refused)
    expect(await returnFromProvider(query, browser(other.cookies))).toEqual(refused)
    const changed = new URLSearchParams(query)
    changed.set('state', 'another')
    expect(await returnFromProvider(changed, browser(begun.cookies))).toEqual(refused)
    const outcomes = await Promise.all([1, 2, 3].map(() => returnFromProvider(query, browser(begun.cookies))))
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect(outcomes.filter(({ ok }) => !ok)).toEqual([refused, refused])
  })

  test('a code that was meant for another way proves nothing', async () => {
    world.provider.is(DANA)
    const [mine, theirs] = [await world.begin(), await world.begin()]
    const query = await world.provider.walk(theirs.location)
    const state = new URL(mine.location).searchParams.get('state') ?? ''
    query.set('state', state)
    expect(await returnFromProvider(query, browser(mine.cookies))).toMatchObject({ ok: false })
  })

  test('a way that was begun more than ten minutes ago is over', async () => {
    world.provider.is(DANA)
    const begun = await world.begin()
    const query = await world.provider.walk(begun.location)
    await world.opened.db.verification.updateMany({ data: { expiresAt: new Date(Date.now() - 1_000) } })
    expect(await returnFromProvider(query, browser(begun.cookies))).toEqual({ ok: false, error: 'expired' })
  })

  test('a provider that says no, is broken or does not answer is told apart, within seconds', async () => {
    world.provider.behaves('denies')
    expect(await world.enter(DANA)).toEqual({ ok: false, error: 'refused' })
    world.provider.behaves('serves')
    const begun = await world.begin()
    const query = await world.provider.walk(begun.location)
    world.provider.behaves('breaks')
    expect(await returnFromProvider(query, browser(begun.cookies))).toEqual({ ok: false, error: 'away' })
    // As after a restart, when nothing is known of the provider yet.
    setRegistry({ ...registry(), oidc: { ...world.provider.settings } })
    expect(await world.beginElsewhere()).toEqual({ ok: false, error: 'away' })
    world.provider.behaves('hangs')
    const since = performance.now()
    expect(await world.beginElsewhere()).toEqual({ ok: false, error: 'away' })
    expect(performance.now() - since).toBeLessThan(8_000)
    setRegistry({ ...registry(), oidc: { ...world.provider.settings, issuer: 'http://127.0.0.1:1' } })
    expect(await world.beginElsewhere()).toEqual({ ok: false, error: 'away' })
  }, 15_000)

  test('a secret that the provider does not know signs nobody in', async () => {
    world.provider.is(DANA)
    setRegistry({ ...registry(), oidc: { ...world.provider.settings, clientSecret: 'another' } })
    expect(await world.enter(DANA)).toEqual({ ok: false, error: 'failed' })
  })

  test('one address begins thirty times a minute', async () => {
    const once = () => beginFlow({ kind: 'sign-in' })
    const outcomes = await Promise.all(Array.from({ length: 31 }, once))
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(30)
  })

  test('a second factor that was set up here is asked for after the provider, too', async () => {
    const kim = { sub: 'kim', email: 'kim@example.org', email_verified: true }
    const member = await join(world.owner, 'first', kim.email, 'viewer')
    await world.opened.db.account.create({
      data: { userId: member.userId, providerId: world.provider.settings.issuer, accountId: kim.sub },
    })
    const entered = await signIn({ email: kim.email, password: PASSWORD }, browser())
    const headers = headersForAuth(browser(entered.ok ? entered.value.cookies : []))
    const { backupCodes } = await auth().api.enableTwoFactor({ body: { password: PASSWORD }, headers })
    // As the first code of the authenticator app would.
    await world.opened.db.twoFactor.updateMany({ where: { userId: member.userId }, data: { verified: true } })
    await world.opened.db.user.update({ where: { id: member.userId }, data: { twoFactorEnabled: true } })
    const sessions = () => world.opened.db.session.count({ where: { userId: member.userId } })
    const before = await sessions()
    const half = await world.enter(kim)
    expect(half).toMatchObject({ ok: true, value: { to: '/sign-in/second-factor' } })
    expect(await sessions()).toBe(before)
    const cookies = half.ok ? half.value.cookies : []
    expect(await findActor(browser(cookies))).toEqual(VISITOR)
    const done = await verifySecondFactor(backupCodes[0] ?? '', browser(cookies))
    expect(done.ok && (await signedIn(done.value.cookies)).userId).toBe(member.userId)
  })
})
