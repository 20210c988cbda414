import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Person } from '@/lib/access/actor'
import { authorize } from '@/lib/access/authorize'
import { openTestDatabase, SERVERS, type TestDatabase } from '@/lib/db/testing/database'
import { query } from '@/lib/postgres/test-server'
import { changeRole, listMembers, removeMember } from '@/lib/workspaces/members'
import { allowed, createMembers, join, setUp, signedIn } from '@/lib/workspaces/testing/people'

describe.each(SERVERS)('members, on the %s Postgres', (which) => {
  let opened: TestDatabase
  let owner: Person
  let workspaceId: string
  beforeAll(async () => {
    opened = await openTestDatabase(which)
    const done = await setUp()
    workspaceId = done.workspaceId
    owner = await signedIn(done.cookies)
  })
  afterAll(() => opened?.close())

  const owners = async (id: string) =>
    opened.db.membership.count({ where: { workspaceId: id, role: 'owner' } })
  const workspaceOf = async (slug: string) =>
    (await opened.db.workspace.create({ data: { slug, publicName: slug } })).id

  test('twenty owners who demote each other at once leave one', async () => {
    const id = await workspaceOf('crowded')
    const users = await createMembers(opened.db, id, 20, 'owner')
    const rights = await Promise.all(
      users.map((userId) => allowed({ ...owner, userId }, 'member.manage', 'crowded')),
    )
    const outcomes = await Promise.all(
      rights.map((by, index) => changeRole(by, users[(index + 1) % 20] ?? '', 'viewer')),
    )
    expect(await owners(id)).toBeGreaterThanOrEqual(1)
    expect(outcomes.filter(({ ok }) => ok).length).toBe(20 - (await owners(id)))
  })

  test('twenty owners who step down at once leave one', async () => {
    const id = await workspaceOf('tired')
    const users = await createMembers(opened.db, id, 20, 'owner')
    const outcomes = await Promise.all(
      users.map(async (userId) =>
        changeRole(await allowed({ ...owner, userId }, 'member.manage', 'tired'), userId, 'viewer'),
      ),
    )
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(19)
    expect(outcomes.filter((one) => !one.ok && one.error === 'last-owner')).toHaveLength(1)
    expect(await owners(id)).toBe(1)
    // Written only with what it tells of: the refused change left no trace.
    expect(
      await opened.db.auditEvent.count({ where: { workspaceId: id, action: 'member.change-role' } }),
    ).toBe(19)
  })

  test('the database itself keeps an owner, against twenty writers that do not ask', async () => {
    const id = await workspaceOf('direct')
    const users = await createMembers(opened.db, id, 20, 'owner')
    const outcomes = await Promise.allSettled(
      users.map((userId, index) =>
        index % 2 === 0
          ? opened.db.membership.deleteMany({ where: { workspaceId: id, userId } })
          : opened.db.user.delete({ where: { id: userId } }),
      ),
    )
    expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(1)
    expect(await owners(id)).toBe(1)
  })

  test('a changed role and a removal hold on the next request', async () => {
    const editor = await join(owner, 'first', 'editor@example.org', 'editor')
    const by = await allowed(owner, 'member.manage', 'first')
    const may = (action: 'agent.write' | 'agent.read') => authorize(editor, action, { workspace: 'first' })
    expect(await may('agent.write')).toMatchObject({ ok: true, value: { role: 'editor' } })
    await changeRole(by, editor.userId, 'viewer')
    expect(await may('agent.write')).toEqual({ ok: false, error: 'not-found' })
    expect((await may('agent.read')).ok).toBe(true)
    await removeMember(by, editor.userId)
    expect(await may('agent.read')).toEqual({ ok: false, error: 'sign-in' })
  })

  test('another role or none ends the sessions of whom it is given, and of nobody else', async () => {
    const by = await allowed(owner, 'member.manage', 'first')
    const sessionsOf = (userId: string) => opened.db.session.count({ where: { userId } })
    const member = await join(owner, 'first', 'ended@example.org', 'editor')
    const other = await join(owner, 'first', 'untouched@example.org', 'editor')
    await changeRole(by, member.userId, 'editor')
    expect(await sessionsOf(member.userId)).toBe(1)
    await changeRole(by, member.userId, 'viewer')
    expect(await sessionsOf(member.userId)).toBe(0)
    await removeMember(by, other.userId)
    expect(await sessionsOf(other.userId)).toBe(0)
    const second = await join(owner, 'first', 'stepping-down@example.org', 'owner')
    await changeRole(await allowed(second, 'member.manage', 'first'), second.userId, 'viewer')
    expect([await sessionsOf(second.userId), await sessionsOf(owner.userId)]).toEqual([1, 1])
  })

  test('a right that was proven before a demotion is worth nothing after it', async () => {
    const second = await join(owner, 'first', 'second@example.org', 'owner')
    const stale = await allowed(second, 'member.manage', 'first')
    await changeRole(await allowed(owner, 'member.manage', 'first'), second.userId, 'viewer')
    expect(await changeRole(stale, owner.userId, 'viewer')).toEqual({ ok: false, error: 'no-longer-owner' })
  })

  test('a member of another workspace is nobody here', async () => {
    const [stranger = ''] = await createMembers(opened.db, await workspaceOf('elsewhere'), 1, 'owner')
    const by = await allowed(owner, 'member.manage', 'first')
    expect(await changeRole(by, stranger, 'viewer')).toEqual({ ok: false, error: 'no-such-member' })
    const listed = await listMembers(await allowed(owner, 'member.read', 'first'))
    expect(listed.map(({ userId }) => userId)).not.toContain(stranger)
  })

  test('nobody rewrites the audit log, neither the app nor who owns the table', async () => {
    await expect(opened.db.auditEvent.deleteMany({})).rejects.toThrow(/denied/)
    await expect(opened.db.auditEvent.updateMany({ data: { action: 'other' } })).rejects.toThrow(/denied/)
    for (const statement of [
      'DELETE FROM audit_events',
      `UPDATE audit_events SET action = ''`,
      'TRUNCATE audit_events',
    ])
      await expect(query(opened.ownerUrl, statement)).rejects.toThrow(/append-only/)
    expect(await opened.db.auditEvent.count({ where: { workspaceId } })).toBeGreaterThan(0)
  })
})
