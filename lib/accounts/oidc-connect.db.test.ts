import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { disconnect } from '@/lib/accounts/oidc-connect'
import { createPasswordLink, resetPassword } from '@/lib/accounts/reset-password'
import { signIn } from '@/lib/accounts/sign-in'
import { DANA, openProviderWorld, type ProviderWorld } from '@/lib/accounts/testing/provider-world'
import { SERVERS } from '@/lib/db/testing/database'
import { browser, join, PASSWORD, signedIn } from '@/lib/workspaces/testing/people'

describe.each(SERVERS)('connecting an identity provider, on the %s Postgres', (which) => {
  let world: ProviderWorld
  beforeAll(async () => {
    world = await openProviderWorld(which)
    world.calm()
    await world.invite(DANA.email)
    await world.enter(DANA)
  })
  afterAll(() => world?.close())

  test('whoever is signed in connects the provider, and the account keeps its address', async () => {
    const purpose = { kind: 'connect', userId: world.owner.userId } as const
    const work = { sub: 'ada at work', email: 'ada@work.example', email_verified: true }
    expect(await world.enter(work, purpose)).toEqual({ ok: false, error: 'expired' })
    expect(await world.enter(work, purpose, world.cookiesOfOwner)).toMatchObject({
      ok: true,
      value: { to: '/account' },
    })
    const inside = await world.enter(work)
    expect(inside.ok && (await signedIn(inside.value.cookies))).toMatchObject({
      userId: world.owner.userId,
      email: world.owner.email,
    })
    expect(await world.enter({ ...work, sub: 'ada at home' }, purpose, world.cookiesOfOwner)).toEqual({
      ok: false,
      error: 'taken',
    })
    expect(await world.enter(DANA, purpose, world.cookiesOfOwner)).toEqual({ ok: false, error: 'taken' })
  })

  test('who disconnects it comes in by password alone, and who has none does not', async () => {
    expect(await disconnect(world.owner)).toMatchObject({ ok: true })
    expect(await world.enter({ sub: 'ada at work' })).toEqual({ ok: false, error: 'unverified' })
    const { id: userId } = await world.opened.db.user.findUniqueOrThrow({ where: { email: DANA.email } })
    const person = { ...world.owner, userId, email: DANA.email }
    expect(await disconnect(person)).toEqual({ ok: false, error: 'only-way' })
    const link = await createPasswordLink(DANA.email)
    expect(await resetPassword(link?.split('#')[1] ?? '', PASSWORD)).toMatchObject({ ok: true })
    expect(await disconnect(person)).toMatchObject({ ok: true })
    const actions = await world.opened.db.auditEvent.findMany({
      where: { actorId: { in: [world.owner.userId, userId] }, action: { endsWith: '-provider' } },
      select: { action: true },
    })
    expect(actions.map(({ action }) => action).sort()).toEqual([
      'account.connect-provider',
      'account.disconnect-provider',
      'account.disconnect-provider',
    ])
  })

  test('an identity that was connected with the former password ends with it', async () => {
    const lee = await join(world.owner, 'first', 'lee@example.org', 'editor')
    const entered = await signIn({ email: lee.email, password: PASSWORD }, browser())
    const cookies = entered.ok ? entered.value.cookies : []
    const intruder = { sub: 'knew the password' }
    expect(await world.enter(intruder, { kind: 'connect', userId: lee.userId }, cookies)).toMatchObject({
      ok: true,
    })
    const link = await createPasswordLink(lee.email)
    expect(await resetPassword(link?.split('#')[1] ?? '', 'an entirely different phrase')).toMatchObject({
      ok: true,
    })
    expect(await world.enter(intruder)).toEqual({ ok: false, error: 'unverified' })
    expect(
      await world.opened.db.auditEvent.count({
        where: { actorId: lee.userId, action: 'account.disconnect-provider' },
      }),
    ).toBe(1)
  })
})
