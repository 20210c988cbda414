import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Person, VISITOR } from '@/lib/access/actor'
import { findActor } from '@/lib/access/session'
import { auth } from '@/lib/accounts/auth'
import { headersForAuth, type SetCookies } from '@/lib/accounts/exchange'
import { returnFromProvider } from '@/lib/accounts/oidc-callback'
import { disconnect } from '@/lib/accounts/oidc-connect'
import { beginFlow, type Purpose } from '@/lib/accounts/oidc-flow'
import { createPasswordLink, resetPassword } from '@/lib/accounts/reset-password'
import { signIn, verifySecondFactor } from '@/lib/accounts/sign-in'
import {
  type IdentityProvider,
  type ProviderPerson,
  startIdentityProvider,
} from '@/lib/accounts/testing/identity-provider'
import { openTestDatabase, SERVERS, type TestDatabase } from '@/lib/db/testing/database'
import { registry, setRegistry } from '@/lib/registry'
import { createInvitation } from '@/lib/workspaces/invitations'
import { changeRole } from '@/lib/workspaces/members'
import { allowed, browser, join, PASSWORD, setUp, signedIn } from '@/lib/workspaces/testing/people'

describe.each(SERVERS)('sign-in through an identity provider, on the %s Postgres', (which) => {
  let opened: TestDatabase
  let provider: IdentityProvider
  let owner: Person
  let cookiesOfOwner: SetCookies
  beforeAll(async () => {
    opened = await openTestDatabase(which)
    provider = await startIdentityProvider(registry().publicUrl)
    const { cookies } = await setUp()
    cookiesOfOwner = cookies
    owner = await signedIn(cookies)
  })
  beforeEach(() => {
    provider.behaves('serves')
    setRegistry({ ...registry(), oidc: provider.settings, signupOpen: false })
  })
  afterAll(async () => {
    await opened?.close()
    await provider?.close()
  })

  const invite = async (email: string, by = owner) => {
    const right = await allowed(by, 'member.manage', 'first')
    await createInvitation(right, { email, role: 'editor' })
  }
  let addresses = 0
  /** One address may begin thirty times a minute, so each comes from elsewhere. */
  const beginElsewhere = (purpose: Purpose = { kind: 'sign-in' }) => {
    const context = { requestId: crypto.randomUUID(), clientAddress: `192.0.2.${++addresses}`, nonce: '' }
    return registry().requests.run(context, () => beginFlow(purpose))
  }
  const begin = async (purpose?: Purpose) => {
    const begun = await beginElsewhere(purpose)
    if (!begun.ok) throw new Error(`not begun: ${JSON.stringify(begun.error)}`)
    return begun.value
  }
  /** The whole way of one browser, which may be signed in already. */
  const enter = async (person: ProviderPerson, purpose?: Purpose, cookies: SetCookies = []) => {
    provider.is(person)
    const begun = await begin(purpose)
    const query = await provider.walk(begun.location)
    return returnFromProvider(query, browser([...cookies, ...begun.cookies]))
  }
  const accounts = (email: string) => opened.db.user.count({ where: { email } })
  const dana = { sub: 'dana', email: 'dana@example.org', email_verified: true, name: 'Dana' }

  test('an invited person with a verified address gets an account, joins, and comes back to the same one', async () => {
    await invite(dana.email)
    const first = await enter(dana)
    expect(first).toMatchObject({ ok: true, value: { to: '/w' } })
    const person = first.ok ? await signedIn(first.value.cookies) : undefined
    expect(person).toMatchObject({ email: dana.email, name: 'Dana' })
    expect(await opened.db.membership.findMany({ where: { userId: person?.userId ?? '' } })).toMatchObject([
      { role: 'editor' },
    ])
    const again = await enter({ sub: 'dana' })
    expect(again.ok && (await signedIn(again.value.cookies)).userId).toBe(person?.userId)
    const events = await opened.db.auditEvent.findMany({
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
    const [account] = await opened.db.account.findMany({ where: { accountId: 'dana' } })
    expect(account).toMatchObject({
      providerId: provider.settings.issuer,
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
    await invite('eve@example.org')
    setRegistry({ ...registry(), signupOpen: true })
    expect(await enter({ sub: `eve, ${what}`, ...claims })).toEqual({ ok: false, error: 'unverified' })
    expect(await accounts('eve@example.org')).toBe(0)
  })

  test.each([true, false])(
    'the address of an account links nobody to it, verified or not (%s)',
    async (isVerified) => {
      const state = () =>
        opened.db.user.findUniqueOrThrow({
          where: { id: owner.userId },
          include: { accounts: true, sessions: true, memberships: true },
        })
      await invite(owner.email)
      const before = await state()
      expect(
        await enter({ sub: 'thief', email: owner.email.toUpperCase(), email_verified: isVerified }),
      ).toEqual({
        ok: false,
        error: isVerified ? 'exists' : 'unverified',
      })
      expect(await state()).toEqual(before)
    },
  )

  test('without an invitation there is no account, unless everybody may sign up', async () => {
    const frank = { sub: 'frank', email: 'frank@example.org', email_verified: true }
    expect(await enter(frank)).toEqual({ ok: false, error: 'uninvited' })
    expect(await accounts(frank.email)).toBe(0)
    setRegistry({ ...registry(), signupOpen: true })
    expect(await enter(frank)).toMatchObject({ ok: true })
    expect(await opened.db.user.findUnique({ where: { email: frank.email } })).toMatchObject({
      name: 'frank',
    })
  })

  test('a name that could not be stored or shown safely is left out', async () => {
    setRegistry({ ...registry(), signupOpen: true })
    for (const [sub, name] of Object.entries({ nul: 'a\0b', bidi: 'a\u202Eb', lines: 'a\nb' })) {
      const email = `${sub}@example.org`
      expect(await enter({ sub, email, email_verified: true, name })).toMatchObject({ ok: true })
      expect(await opened.db.user.findUnique({ where: { email } })).toMatchObject({ name: sub })
    }
  })

  test('an invitation of somebody who is no owner any more lets nobody in', async () => {
    const former = await join(owner, 'first', 'former@example.org', 'owner')
    await invite('grace@example.org', former)
    await changeRole(await allowed(owner, 'member.manage', 'first'), former.userId, 'viewer')
    const grace = { sub: 'grace', email: 'grace@example.org', email_verified: true }
    expect(await enter(grace)).toEqual({ ok: false, error: 'uninvited' })
    expect(await accounts(grace.email)).toBe(0)
  })

  test('ten first sign-ins of one person at once make one account', async () => {
    const many = { sub: 'many', email: 'many@example.org', email_verified: true }
    await invite(many.email)
    provider.is(many)
    const ways = await Promise.all(
      Array.from({ length: 10 }, async () => {
        const begun = await begin()
        return { query: await provider.walk(begun.location), headers: browser(begun.cookies) }
      }),
    )
    const outcomes = await Promise.all(ways.map(({ query, headers }) => returnFromProvider(query, headers)))
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(10)
    expect(await accounts(many.email)).toBe(1)
  })

  test('what comes back serves once, and only in the browser that began', async () => {
    provider.is(dana)
    const begun = await begin()
    const query = await provider.walk(begun.location)
    const other = await begin()
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
    provider.is(dana)
    const [mine, theirs] = [await begin(), await begin()]
    const query = await provider.walk(theirs.location)
    const state = new URL(mine.location).searchParams.get('state') ?? ''
    query.set('state', state)
    expect(await returnFromProvider(query, browser(mine.cookies))).toMatchObject({ ok: false })
  })

  test('a way that was begun more than ten minutes ago is over', async () => {
    provider.is(dana)
    const begun = await begin()
    const query = await provider.walk(begun.location)
    await opened.db.verification.updateMany({ data: { expiresAt: new Date(Date.now() - 1_000) } })
    expect(await returnFromProvider(query, browser(begun.cookies))).toEqual({ ok: false, error: 'expired' })
  })

  test('a provider that says no, is broken or does not answer is told apart, within seconds', async () => {
    provider.behaves('denies')
    expect(await enter(dana)).toEqual({ ok: false, error: 'refused' })
    provider.behaves('serves')
    const begun = await begin()
    const query = await provider.walk(begun.location)
    provider.behaves('breaks')
    expect(await returnFromProvider(query, browser(begun.cookies))).toEqual({ ok: false, error: 'away' })
    // As after a restart, when nothing is known of the provider yet.
    setRegistry({ ...registry(), oidc: { ...provider.settings } })
    expect(await beginElsewhere()).toEqual({ ok: false, error: 'away' })
    provider.behaves('hangs')
    const since = performance.now()
    expect(await beginElsewhere()).toEqual({ ok: false, error: 'away' })
    expect(performance.now() - since).toBeLessThan(8_000)
    setRegistry({ ...registry(), oidc: { ...provider.settings, issuer: 'http://127.0.0.1:1' } })
    expect(await beginElsewhere()).toEqual({ ok: false, error: 'away' })
  }, 15_000)

  test('a secret that the provider does not know signs nobody in', async () => {
    provider.is(dana)
    setRegistry({ ...registry(), oidc: { ...provider.settings, clientSecret: 'another' } })
    expect(await enter(dana)).toEqual({ ok: false, error: 'failed' })
  })

  test('whoever is signed in connects the provider, and the account keeps its address', async () => {
    const purpose = { kind: 'connect', userId: owner.userId } as const
    const work = { sub: 'ada at work', email: 'ada@work.example', email_verified: true }
    expect(await enter(work, purpose)).toEqual({ ok: false, error: 'expired' })
    expect(await enter(work, purpose, cookiesOfOwner)).toMatchObject({ ok: true, value: { to: '/account' } })
    const inside = await enter(work)
    expect(inside.ok && (await signedIn(inside.value.cookies))).toMatchObject({
      userId: owner.userId,
      email: owner.email,
    })
    expect(await enter({ ...work, sub: 'ada at home' }, purpose, cookiesOfOwner)).toEqual({
      ok: false,
      error: 'taken',
    })
    expect(await enter(dana, purpose, cookiesOfOwner)).toEqual({ ok: false, error: 'taken' })
  })

  test('who disconnects it comes in by password alone, and who has none does not', async () => {
    expect(await disconnect(owner)).toMatchObject({ ok: true })
    expect(await enter({ sub: 'ada at work' })).toEqual({ ok: false, error: 'unverified' })
    const { id: userId } = await opened.db.user.findUniqueOrThrow({ where: { email: dana.email } })
    const person = { ...owner, userId, email: dana.email }
    expect(await disconnect(person)).toEqual({ ok: false, error: 'only-way' })
    const link = await createPasswordLink(dana.email)
    expect(await resetPassword(link?.split('#')[1] ?? '', PASSWORD)).toMatchObject({ ok: true })
    expect(await disconnect(person)).toMatchObject({ ok: true })
    const actions = await opened.db.auditEvent.findMany({
      where: { actorId: { in: [owner.userId, userId] }, action: { endsWith: '-provider' } },
      select: { action: true },
    })
    expect(actions.map(({ action }) => action).sort()).toEqual([
      'account.connect-provider',
      'account.disconnect-provider',
      'account.disconnect-provider',
    ])
  })

  test('an identity that was connected with the former password ends with it', async () => {
    const lee = await join(owner, 'first', 'lee@example.org', 'editor')
    const entered = await signIn({ email: lee.email, password: PASSWORD }, browser())
    const cookies = entered.ok ? entered.value.cookies : []
    const intruder = { sub: 'knew the password' }
    expect(await enter(intruder, { kind: 'connect', userId: lee.userId }, cookies)).toMatchObject({
      ok: true,
    })
    const link = await createPasswordLink(lee.email)
    expect(await resetPassword(link?.split('#')[1] ?? '', 'an entirely different phrase')).toMatchObject({
      ok: true,
    })
    expect(await enter(intruder)).toEqual({ ok: false, error: 'unverified' })
    expect(
      await opened.db.auditEvent.count({
        where: { actorId: lee.userId, action: 'account.disconnect-provider' },
      }),
    ).toBe(1)
  })

  test('one address begins thirty times a minute', async () => {
    const begin = () => beginFlow({ kind: 'sign-in' })
    const outcomes = await Promise.all(Array.from({ length: 31 }, begin))
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(30)
  })

  test('a second factor that was set up here is asked for after the provider, too', async () => {
    const kim = { sub: 'kim', email: 'kim@example.org', email_verified: true }
    const member = await join(owner, 'first', kim.email, 'viewer')
    await opened.db.account.create({
      data: { userId: member.userId, providerId: provider.settings.issuer, accountId: kim.sub },
    })
    const entered = await signIn({ email: kim.email, password: PASSWORD }, browser())
    const headers = headersForAuth(browser(entered.ok ? entered.value.cookies : []))
    const { backupCodes } = await auth().api.enableTwoFactor({ body: { password: PASSWORD }, headers })
    // As the first code of the authenticator app would.
    await opened.db.twoFactor.updateMany({ where: { userId: member.userId }, data: { verified: true } })
    await opened.db.user.update({ where: { id: member.userId }, data: { twoFactorEnabled: true } })
    const sessions = () => opened.db.session.count({ where: { userId: member.userId } })
    const before = await sessions()
    const half = await enter(kim)
    expect(half).toMatchObject({ ok: true, value: { to: '/sign-in/second-factor' } })
    expect(await sessions()).toBe(before)
    const cookies = half.ok ? half.value.cookies : []
    expect(await findActor(browser(cookies))).toEqual(VISITOR)
    const done = await verifySecondFactor(backupCodes[0] ?? '', browser(cookies))
    expect(done.ok && (await signedIn(done.value.cookies)).userId).toBe(member.userId)
  })
})
