import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Person, VISITOR } from '@/lib/access/actor'
import type { Authorized } from '@/lib/access/authorize'
import { findActor } from '@/lib/access/session'
import { signIn } from '@/lib/accounts/sign-in'
import { openTestDatabase, SERVERS, type TestDatabase } from '@/lib/db/testing/database'
import {
  acceptAsMember,
  acceptAsNewAccount,
  createInvitation,
  findInvitation,
} from '@/lib/workspaces/invitations'
import { changeRole, removeMember } from '@/lib/workspaces/members'
import { allowed, browser, codeOf, join, PASSWORD, setUp, signedIn } from '@/lib/workspaces/testing/people'

describe.each(SERVERS)('invitations, on the %s Postgres', (which) => {
  let opened: TestDatabase
  let owner: Person
  beforeAll(async () => {
    opened = await openTestDatabase(which)
    owner = await signedIn((await setUp()).cookies)
  })
  afterAll(() => opened?.close())

  const invite = async (email: string) => {
    const by = await allowed(owner, 'member.manage', 'first')
    const made = await createInvitation(by, { email, role: 'editor' })
    return { id: made.ok ? made.value.id : '', code: codeOf(made) }
  }
  const accept = (code: string) => acceptAsNewAccount(code, { name: 'New', password: PASSWORD }, browser())
  const acceptedBy = async (email: string, headers = browser()) => {
    const { code } = await invite(email)
    const joined = await acceptAsNewAccount(code, { name: 'New', password: PASSWORD }, headers)
    if (!joined.ok) throw new Error(joined.error)
    return joined.value
  }
  const memberships = (email: string) => opened.db.membership.count({ where: { user: { is: { email } } } })

  test('twenty acceptances of one invitation make one account and one member', async () => {
    const { code } = await invite('many@example.org')
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => accept(code)))
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect(outcomes.filter((one) => !one.ok && one.error === 'invitation')).toHaveLength(19)
    expect(await opened.db.user.count({ where: { email: 'many@example.org' } })).toBe(1)
    expect(await memberships('many@example.org')).toBe(1)
    expect(await opened.db.session.count({ where: { user: { is: { email: 'many@example.org' } } } })).toBe(1)
  })

  test('who joins as somebody new on a browser that is signed in leaves no session of before', async () => {
    const { cookies } = await acceptedBy('before@example.org')
    await acceptedBy('after@example.org', browser(cookies))
    expect(await findActor(browser(cookies))).toEqual(VISITOR)
  })

  test('a looked-at invitation stays, and its form cannot choose another address', async () => {
    const { code } = await invite('Looked@Example.org')
    for (let times = 0; times < 3; times++)
      expect(await findInvitation(code)).toEqual({
        email: 'looked@example.org',
        role: 'editor',
        workspaceName: 'first',
      })
    const joined = await accept(code)
    expect(joined.ok && (await signedIn(joined.value.cookies)).email).toBe('looked@example.org')
    expect(await findInvitation(code)).toBeUndefined()
  })

  test.each([
    ['is taken out', (by: Authorized<'member.manage'>, userId: string) => removeMember(by, userId)],
    ['is demoted', (by: Authorized<'member.manage'>, userId: string) => changeRole(by, userId, 'viewer')],
  ])('an invitation dies with the right of the owner who made it, when that owner %s', async (what, end) => {
    const email = `${what.replaceAll(' ', '-')}@example.org`
    const other = await join(owner, 'first', email, 'owner')
    const theirs = await allowed(other, 'member.manage', 'first')
    const code = codeOf(await createInvitation(theirs, { email: `second-${email}`, role: 'owner' }))
    expect(await findInvitation(code)).toBeDefined()
    expect((await end(await allowed(owner, 'member.manage', 'first'), other.userId)).ok).toBe(true)
    expect(await findInvitation(code)).toBeUndefined()
    expect(await accept(code)).toEqual({ ok: false, error: 'invitation' })
    expect(await memberships(`second-${email}`)).toBe(0)
  })

  test.each([
    ['expired', { expiresAt: new Date(Date.now() - 1_000) }],
    ['revoked', { revokedAt: new Date() }],
    ['used', { acceptedAt: new Date() }],
  ])('an %s invitation does nothing', async (what, data) => {
    const email = `${what}@example.org`
    const { id, code } = await invite(email)
    await opened.db.invitation.update({ where: { id }, data })
    expect(await accept(code)).toEqual({ ok: false, error: 'invitation' })
    expect(await acceptAsMember(code, { ...owner, email })).toEqual({ ok: false, error: 'invitation' })
    expect(await findInvitation(code)).toBeUndefined()
    expect(await opened.db.user.count({ where: { email } })).toBe(0)
  })

  test('an existing account is never altered, and the invitation stays open for it', async () => {
    const person = await join(owner, 'first', 'known@example.org', 'viewer')
    await opened.db.membership.deleteMany({ where: { userId: person.userId } })
    const state = () =>
      opened.db.user.findUniqueOrThrow({
        where: { id: person.userId },
        include: { accounts: true, sessions: true },
      })
    const before = await state()
    const { code } = await invite('known@example.org')
    const refused = await acceptAsNewAccount(
      code,
      { name: 'Taken over', password: 'another long password' },
      browser(),
    )
    expect(refused).toEqual({ ok: false, error: 'exists' })
    expect(await state()).toEqual(before)
    expect(await acceptAsMember(code, owner)).toEqual({ ok: false, error: 'invitation' })
    expect(await acceptAsMember(code, person)).toMatchObject({ ok: true })
    expect(await state()).toEqual(before)
    expect(await memberships('known@example.org')).toBe(1)
  })

  test('an invitation to a weaker role takes nothing from a member', async () => {
    const { code } = await invite(owner.email)
    expect(await acceptAsMember(code, owner)).toMatchObject({ ok: true })
    expect(await opened.db.membership.findFirst({ where: { userId: owner.userId } })).toMatchObject({
      role: 'owner',
    })
  })

  test('neither code nor password is in the database', async () => {
    const { code } = await invite('dump@example.org')
    await accept(code)
    const dump = JSON.stringify([
      await opened.db.invitation.findMany(),
      await opened.db.account.findMany(),
      await opened.db.auditEvent.findMany(),
    ])
    expect(dump).not.toContain(code)
    expect(dump).not.toContain(PASSWORD)
    expect(dump).toContain('$argon2id$')
    expect((await signIn({ email: 'dump@example.org', password: PASSWORD }, browser())).ok).toBe(true)
  })
})
