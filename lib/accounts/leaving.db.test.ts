import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Person, VISITOR } from '@/lib/access/actor'
import { findActor } from '@/lib/access/session'
import { deleteAccount, listSoleOwned } from '@/lib/accounts/delete'
import type { SetCookies } from '@/lib/accounts/exchange'
import { exportAccount } from '@/lib/accounts/export'
import { createPasswordLink } from '@/lib/accounts/reset-password'
import { signIn } from '@/lib/accounts/sign-in'
import { openTestDatabase, SERVERS, type TestDatabase } from '@/lib/db/testing/database'
import { createAnotherWorkspace } from '@/lib/workspaces/create-another'
import { createInvitation, findInvitation } from '@/lib/workspaces/invitations'
import { changeRole } from '@/lib/workspaces/members'
import { allowed, browser, join, PASSWORD, setUp, signedIn } from '@/lib/workspaces/testing/people'

describe.each(SERVERS)('who leaves, on the %s Postgres', (which) => {
  let opened: TestDatabase
  let owner: Person
  let cookies: SetCookies
  beforeAll(async () => {
    opened = await openTestDatabase(which)
    cookies = (await setUp()).cookies
    owner = await signedIn(cookies)
  })
  afterAll(() => opened?.close())

  const leave = (person: Person, password = PASSWORD) => deleteAccount(person, { password }, browser())
  const exists = async (person: Person) =>
    (await opened.db.user.count({ where: { id: person.userId } })) === 1
  const invite = async (by: Person, email: string) => {
    const made = await createInvitation(await allowed(by, 'member.manage', 'first'), {
      email,
      role: 'viewer',
    })
    if (!made.ok) throw new Error(made.error)
    return made.value.link.split('/').at(-1) ?? ''
  }

  test('the only owner of a workspace stays, and is told which', async () => {
    await createAnotherWorkspace(owner, { slug: 'second', publicName: 'The second one' })
    expect(await leave(owner)).toEqual({ ok: false, error: { soleOwnerOf: ['The second one', 'first'] } })
    expect((await listSoleOwned(owner)).map(({ slug }) => slug)).toEqual(['second', 'first'])
    expect((await findActor(browser(cookies))).kind).toBe('person')
  })

  test('the password is asked for, and a typed address only of whoever has none', async () => {
    const person = await join(owner, 'first', 'asked@example.org', 'editor')
    expect(await leave(person, 'not the password')).toEqual({ ok: false, error: 'proof' })
    const byAddress = () => deleteAccount(person, { email: ' Asked@example.org ' }, browser())
    expect(await byAddress()).toEqual({ ok: false, error: 'proof' })
    await opened.db.account.deleteMany({ where: { userId: person.userId } })
    expect(await deleteAccount(person, { email: 'other@example.org' }, browser())).toEqual({
      ok: false,
      error: 'proof',
    })
    expect((await byAddress()).ok).toBe(true)
    expect(await exists(person)).toBe(false)
  })

  test('everything of the person goes, and what was recorded stays as it was', async () => {
    const email = 'leaving@example.org'
    const person = await join(owner, 'first', email, 'owner')
    const { userId } = person
    const entered = await signIn({ email, password: PASSWORD }, browser())
    const [byPerson, toPerson] = [await invite(person, 'friend@example.org'), await invite(owner, email)]
    await createPasswordLink(email)
    const recorded = await opened.db.auditEvent.count({ where: { actorId: userId } })
    const done = await deleteAccount(
      person,
      { password: PASSWORD },
      browser(entered.ok ? entered.value.cookies : []),
    )
    expect(done.ok && done.value.length > 0 && done.value.every((line) => /Max-Age=0/.test(line))).toBe(true)
    expect(entered.ok && (await findActor(browser(entered.value.cookies)))).toEqual(VISITOR)
    expect(await signIn({ email, password: PASSWORD }, browser())).toEqual({ ok: false, error: 'wrong' })
    expect([await findInvitation(byPerson), await findInvitation(toPerson)]).toEqual([undefined, undefined])
    const { db } = opened
    const left = [
      await db.user.count({ where: { id: userId } }),
      await db.session.count({ where: { userId } }),
      await db.account.count({ where: { userId } }),
      await db.membership.count({ where: { userId } }),
      await db.verification.count({ where: { value: userId } }),
      await db.invitation.count({ where: { email } }),
    ]
    expect(left).toEqual([0, 0, 0, 0, 0, 0])
    const events = await db.auditEvent.findMany({ where: { actorId: userId } })
    expect(events.length).toBe(recorded + 2)
    expect(events.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['account.delete', 'member.remove']),
    )
    expect(JSON.stringify(events)).not.toMatch(/leaving|@/)
  })

  test.each([1, 2, 3, 4, 5])(
    'of two owners who delete themselves at once exactly one goes (%i)',
    async (round) => {
      const slug = `pair-${round}`
      await createAnotherWorkspace(owner, { slug, publicName: slug })
      const pair = [
        await join(owner, slug, `one-${round}@example.org`, 'owner'),
        await join(owner, slug, `two-${round}@example.org`, 'owner'),
      ]
      await changeRole(await allowed(owner, 'member.manage', slug), owner.userId, 'viewer')
      const outcomes = await Promise.all(pair.map((person) => leave(person)))
      expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
      expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ error: { soleOwnerOf: [slug] } })
      const owners = { role: 'owner', workspace: { is: { slug } } }
      expect(await opened.db.membership.count({ where: owners })).toBe(1)
    },
  )

  test('a deletion and a demotion of the other owner at once leave one', async () => {
    await createAnotherWorkspace(owner, { slug: 'mixed', publicName: 'mixed' })
    const person = await join(owner, 'mixed', 'mixed@example.org', 'owner')
    const by = await allowed(person, 'member.manage', 'mixed')
    await Promise.all([leave(person), changeRole(by, owner.userId, 'viewer')])
    const owners = { role: 'owner', workspace: { is: { slug: 'mixed' } } }
    expect(await opened.db.membership.count({ where: owners })).toBe(1)
  })

  test('the export holds what is the person’s, no secret, and nobody else', async () => {
    await invite(owner, 'somebody.else@example.org')
    await signIn({ email: owner.email, password: PASSWORD }, browser())
    const exported = await exportAccount(owner)
    expect(exported).toMatchObject({
      profile: { email: owner.email, hasSecondFactor: false, signsInWith: [{ kind: 'password' }] },
      invitationsMade: expect.arrayContaining([
        expect.objectContaining({ workspace: 'first', role: 'viewer' }),
      ]),
    })
    expect(exported.memberships).toContainEqual(
      expect.objectContaining({ workspace: 'first', role: 'owner' }),
    )
    expect(exported.sessions.length).toBeGreaterThan(0)
    expect(exported.events.map(({ action }) => action)).toContain('workspace.create')
    const text = JSON.stringify(exported)
    const { db } = opened
    const others = await db.user.findMany({ where: { id: { not: owner.userId } } })
    expect(others.length).toBeGreaterThan(0)
    const foreign = others.flatMap(({ id, name, email }) => [id, name, email])
    const tokens = (await db.session.findMany()).map(({ token }) => token)
    const hashes = (await db.account.findMany()).map(({ password }) => password ?? 'none')
    const codes = (await db.invitation.findMany()).flatMap(({ codeHash, email }) => [codeHash, email])
    for (const word of [...foreign, ...tokens, ...hashes, ...codes.filter((one) => one !== owner.email)])
      expect(text).not.toContain(word)
  })
})
