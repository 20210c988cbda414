import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Person } from '@/lib/access/actor'
import { authorize } from '@/lib/access/authorize'
import { openTestDatabase, SERVERS, type TestDatabase } from '@/lib/db/testing/database'
import {
  createAnotherWorkspace,
  mayCreateWorkspace,
  OWNED_WORKSPACES_MAX,
} from '@/lib/workspaces/create-another'
import { join, setUp, signedIn } from '@/lib/workspaces/testing/people'

describe.each(SERVERS)('another workspace, on the %s Postgres', (which) => {
  let opened: TestDatabase
  let owner: Person
  beforeAll(async () => {
    opened = await openTestDatabase(which)
    owner = await signedIn((await setUp()).cookies)
  })
  afterAll(() => opened?.close())

  const create = (person: Person, slug: string) => createAnotherWorkspace(person, { slug, publicName: slug })

  test('belongs to the owner who makes it; an editor makes none', async () => {
    const editor = await join(owner, 'first', 'editor@example.org', 'editor')
    expect([await mayCreateWorkspace(owner), await mayCreateWorkspace(editor)]).toEqual([true, false])
    expect(await create(editor, 'second')).toEqual({ ok: false, error: 'no-owner' })
    expect((await create(owner, 'second')).ok).toBe(true)
    expect(await authorize(owner, 'member.manage', { workspace: 'second' })).toMatchObject({ ok: true })
    expect(await authorize(editor, 'workspace.read', { workspace: 'second' })).toMatchObject({ ok: false })
    expect(await create(owner, 'second')).toEqual({ ok: false, error: 'slug-taken' })
  })

  test('twenty are all that one person owns, also when many are asked for at once', async () => {
    const before = await opened.db.membership.count({ where: { userId: owner.userId } })
    const outcomes = await Promise.all(
      Array.from({ length: OWNED_WORKSPACES_MAX + 4 }, (_, index) => create(owner, `many-${index}`)),
    )
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(OWNED_WORKSPACES_MAX - before)
    expect(outcomes.filter((one) => !one.ok && one.error === 'too-many')).toHaveLength(before + 4)
  })
})
