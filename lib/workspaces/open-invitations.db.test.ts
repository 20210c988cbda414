import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Person } from '@/lib/access/actor'
import type { Authorized } from '@/lib/access/authorize'
import { createListed, documentWith } from '@/lib/agents/testing/documents'
import { openTestDatabase, SERVERS, type TestDatabase } from '@/lib/db/testing/database'
import { findPublishedReport } from '@/lib/library/published-report'
import {
  acceptAsMember,
  acceptAsNewAccount,
  createInvitation,
  findInvitation,
  OPEN_INVITATIONS_MAX,
} from '@/lib/workspaces/invitations'
import { changeRole, listMembers, MEMBERS_MAX } from '@/lib/workspaces/members'
import { listOpenInvitations, revokeInvitation } from '@/lib/workspaces/open-invitations'
import { getSettings, saveSettings } from '@/lib/workspaces/settings'
import {
  allowed,
  browser,
  codeOf,
  createMembers,
  createPerson,
  join,
  PASSWORD,
  setUp,
  signedIn,
} from '@/lib/workspaces/testing/people'

describe.each(SERVERS)('open invitations and settings, on the %s Postgres', (which) => {
  let opened: TestDatabase
  let owner: Person
  let by: Authorized<'member.manage'>
  beforeAll(async () => {
    opened = await openTestDatabase(which)
    owner = await signedIn((await setUp()).cookies)
    by = await allowed(owner, 'member.manage', 'first')
  })
  afterAll(() => opened?.close())

  const invite = (email: string, right = by) => createInvitation(right, { email, role: 'editor' })
  const listed = async (right = by) => (await listOpenInvitations(right)).map(({ email }) => email)
  /** Another workspace, owned by nobody with a password. */
  const workspaceOf = async (slug: string) => {
    const { id } = await opened.db.workspace.create({ data: { slug, publicName: slug } })
    return { id, right: await allowed(await createPerson(opened.db, id, 'owner'), 'member.manage', slug) }
  }

  test('the list says who invited whom to what, and a revoked link is dead on the next request', async () => {
    const made = await invite('listed@example.org')
    const [line] = await listOpenInvitations(by)
    expect(line).toMatchObject({ email: 'listed@example.org', role: 'editor', invitedBy: 'An owner' })
    expect(Object.keys(line ?? {}).sort()).toEqual(['email', 'expiresAt', 'id', 'invitedBy', 'role'])
    expect(await revokeInvitation(by, line?.id ?? '')).toEqual({ ok: true, value: undefined })
    expect(await findInvitation(codeOf(made))).toBeUndefined()
    expect(await acceptAsNewAccount(codeOf(made), { name: 'Late', password: PASSWORD }, browser())).toEqual({
      ok: false,
      error: 'invitation',
    })
    expect(await listed()).not.toContain('listed@example.org')
    expect(await revokeInvitation(by, line?.id ?? '')).toEqual({ ok: false, error: 'no-such-invitation' })
    expect(
      await opened.db.auditEvent.count({ where: { action: 'invitation.revoke', subjectId: line?.id ?? '' } }),
    ).toBe(1)
  })

  test('an invitation of another workspace is not there to be revoked', async () => {
    const other = await workspaceOf('other')
    const made = await invite('theirs@example.org', other.right)
    const id = made.ok ? made.value.id : ''
    expect(await revokeInvitation(by, id)).toEqual({ ok: false, error: 'no-such-invitation' })
    expect(await findInvitation(codeOf(made))).toBeDefined()
  })

  test('twenty identical invitations at once leave one open link, the one that is listed', async () => {
    const made = await Promise.all(Array.from({ length: 20 }, () => invite('Double@Example.org')))
    expect(made.every(({ ok }) => ok)).toBe(true)
    const found = await Promise.all(made.map((one) => findInvitation(codeOf(one))))
    expect(found.filter(Boolean)).toHaveLength(1)
    expect((await listed()).filter((email) => email === 'double@example.org')).toHaveLength(1)
  })

  test('an invitation that its maker may no longer give is not listed, and does not count', async () => {
    const second = await join(owner, 'first', 'second-owner@example.org', 'owner')
    await invite('by-second@example.org', await allowed(second, 'member.manage', 'first'))
    expect(await listed()).toContain('by-second@example.org')
    await changeRole(by, second.userId, 'viewer')
    expect(await listed()).not.toContain('by-second@example.org')
  })

  test(`the ${OPEN_INVITATIONS_MAX + 1}th open invitation is refused, a new one for an invited address is not`, async () => {
    const full = await workspaceOf('inviting')
    const address = (index: number) => `guest-${index}@example.org`
    await opened.db.invitation.createMany({
      data: Array.from({ length: OPEN_INVITATIONS_MAX - 5 }, (_, index) => ({
        workspaceId: full.id,
        codeHash: `hash ${index}`,
        email: address(index),
        role: 'viewer',
        invitedBy: full.right.userId,
        expiresAt: new Date(Date.now() + 60_000),
      })),
    })
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, (_, index) => invite(address(1_000 + index), full.right)),
    )
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(5)
    expect(await invite('more@example.org', full.right)).toEqual({
      ok: false,
      error: 'too-many-invitations',
    })
    expect((await invite(address(3), full.right)).ok).toBe(true)
    expect(await listed(full.right)).toHaveLength(OPEN_INVITATIONS_MAX)
  })

  test(`a workspace takes ${MEMBERS_MAX} members, however many accept at once`, async () => {
    const crowd = await workspaceOf('crowd')
    await createMembers(opened.db, crowd.id, MEMBERS_MAX - 3, 'viewer')
    const emails = Array.from({ length: 5 }, (_, index) => `crowd-${index}@example.org`)
    const codes: string[] = []
    for (const email of emails) codes.push(codeOf(await invite(email, crowd.right)))
    const people = await opened.db.user.createManyAndReturn({
      data: emails.map((email) => ({ name: email, email })),
      select: { id: true, email: true },
    })
    const outcomes = await Promise.all(
      people.map(({ id, email }) =>
        acceptAsMember(codes[emails.indexOf(email)] ?? '', { ...owner, userId: id, email }),
      ),
    )
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(2)
    expect(outcomes.filter((one) => !one.ok && one.error === 'too-many-members')).toHaveLength(3)
    expect(await opened.db.membership.count({ where: { workspaceId: crowd.id } })).toBe(MEMBERS_MAX)
    expect(await invite('one-more@example.org', crowd.right)).toEqual({
      ok: false,
      error: 'too-many-members',
    })
    const reader = await allowed({ ...owner, userId: crowd.right.userId }, 'member.read', 'crowd')
    expect(await listMembers(reader)).toHaveLength(MEMBERS_MAX)
  })

  test('saved settings show on the next request, and the log says which changed and not to what', async () => {
    await createListed(opened.db, by.workspaceId, 'shown', documentWith({}))
    const right = await allowed(owner, 'settings.manage', 'first')
    const before = await getSettings(right)
    await saveSettings(right, { ...before, publicName: 'Renamed team', outdatedAfterDays: 30 })
    await saveSettings(right, { ...before, publicName: 'Renamed team', outdatedAfterDays: 30 })
    expect(await getSettings(right)).toEqual({
      publicName: 'Renamed team',
      byline: '',
      outdatedAfterDays: 30,
      embedHosts: [],
    })
    expect((await findPublishedReport('shown'))?.publisher).toBe('Renamed team')
    const rows = await opened.db.auditEvent.findMany({ where: { action: 'workspace.change-settings' } })
    expect(rows.map(({ detail }) => detail)).toEqual([{ changed: 'publicName, outdatedAfterDays' }])
  })
})
