import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Person } from '@/lib/access/actor'
import type { Authorized } from '@/lib/access/authorize'
import { deleteAccount } from '@/lib/accounts/delete'
import { resetPassword } from '@/lib/accounts/reset-password'
import { signIn } from '@/lib/accounts/sign-in'
import { openTestDatabase, SERVERS, type TestDatabase } from '@/lib/db/testing/database'
import { createAnotherWorkspace } from '@/lib/workspaces/create-another'
import { acceptAsMember, createInvitation } from '@/lib/workspaces/invitations'
import { changeRole, removeMember } from '@/lib/workspaces/members'
import { createMemberPasswordLink } from '@/lib/workspaces/password-link'
import { allowed, browser, codeOf, join, PASSWORD, setUp, signedIn } from '@/lib/workspaces/testing/people'

describe.each(SERVERS)('a password link from an owner, on the %s Postgres', (which) => {
  let opened: TestDatabase
  let owner: Person
  let stranger: Person
  let by: Authorized<'member.manage'>
  const next = 'an entirely different phrase'
  beforeAll(async () => {
    opened = await openTestDatabase(which)
    owner = await signedIn((await setUp()).cookies)
    by = await allowed(owner, 'member.manage', 'first')
    stranger = await join(owner, 'first', 'stranger@example.org', 'owner')
    const other = await createAnotherWorkspace(stranger, { slug: 'other', publicName: 'other' })
    if (!other.ok) throw new Error(other.error)
    await changeRole(by, stranger.userId, 'editor')
  })
  beforeEach(() => opened.db.rateLimit.deleteMany())
  afterAll(() => opened?.close())

  const tokenOf = (link: string) => link.split('#')[1] ?? ''
  const linkFor = async (userId: string) => {
    const made = await createMemberPasswordLink(by, userId)
    if (!made.ok) throw new Error(made.error)
    return tokenOf(made.value)
  }
  const inviteElsewhere = async (email: string) => {
    const theirs = await allowed(stranger, 'member.manage', 'other')
    return codeOf(await createInvitation(theirs, { email, role: 'viewer' }))
  }

  test('opens the account of a member who is nowhere else, and says in the log who made it', async () => {
    const member = await join(owner, 'first', 'member@example.org', 'editor')
    expect(await resetPassword(await linkFor(member.userId), next)).toMatchObject({ ok: true })
    expect((await signIn({ email: member.email, password: next }, browser())).ok).toBe(true)
    expect(
      await opened.db.auditEvent.findFirst({ where: { action: 'account.password-link' } }),
    ).toMatchObject({ actorId: owner.userId, workspaceId: by.workspaceId, subjectId: member.userId })
  })

  test('is not given over somebody who is also in a workspace of others, nor over oneself or a stranger', async () => {
    expect(await createMemberPasswordLink(by, stranger.userId)).toEqual({ ok: false, error: 'elsewhere' })
    expect(await createMemberPasswordLink(by, owner.userId)).toEqual({ ok: false, error: 'self' })
    const nobody = crypto.randomUUID()
    expect(await createMemberPasswordLink(by, nobody)).toEqual({ ok: false, error: 'no-such-member' })
    expect(await opened.db.verification.count({ where: { value: stranger.userId } })).toBe(0)
  })

  test('is over when the member joins a workspace of others', async () => {
    const member = await join(owner, 'first', 'joins@example.org', 'editor')
    const token = await linkFor(member.userId)
    expect(await acceptAsMember(await inviteElsewhere(member.email), member)).toMatchObject({ ok: true })
    expect(await resetPassword(token, next)).toEqual({ ok: false, error: 'link' })
  })

  test('is over when the member makes a workspace', async () => {
    const member = await join(owner, 'first', 'makes@example.org', 'owner')
    const token = await linkFor(member.userId)
    expect(await createAnotherWorkspace(member, { slug: 'made', publicName: 'made' })).toMatchObject({
      ok: true,
    })
    expect(await resetPassword(token, next)).toEqual({ ok: false, error: 'link' })
  })

  const endings: readonly [string, (owner: Person) => Promise<unknown>][] = [
    ['demoted', ({ userId }) => changeRole(by, userId, 'editor')],
    ['taken out', ({ userId }) => removeMember(by, userId)],
    ['gone', (person) => deleteAccount(person, { password: PASSWORD }, browser())],
  ]
  test.each(endings)('is over when the owner who made it is %s', async (how, end) => {
    const former = await join(owner, 'first', `former-${how.length}@example.org`, 'owner')
    const member = await join(owner, 'first', `stays-${how.length}@example.org`, 'owner')
    const made = await createMemberPasswordLink(
      await allowed(former, 'member.manage', 'first'),
      member.userId,
    )
    expect(await end(former)).toMatchObject({ ok: true })
    expect(await resetPassword(made.ok ? tokenOf(made.value) : '', next)).toEqual({
      ok: false,
      error: 'link',
    })
  })

  test('of one made while the member joins elsewhere nothing is left, whoever was first', async () => {
    for (let round = 0; round < 10; round++) {
      const member = await join(owner, 'first', `race-${round}@example.org`, 'viewer')
      const code = await inviteElsewhere(member.email)
      await Promise.all([createMemberPasswordLink(by, member.userId), acceptAsMember(code, member)])
      expect(await opened.db.verification.count({ where: { value: member.userId } })).toBe(0)
    }
  })
})
