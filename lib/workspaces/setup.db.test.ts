import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { findActor } from '@/lib/access/session'
import { openTestDatabase, SERVERS, type TestDatabase } from '@/lib/db/testing/database'
import { createFirstOwner } from '@/lib/workspaces/setup'
import { isSetupOpen, renewSetupCode } from '@/lib/workspaces/setup-code'
import { browser, PASSWORD, setUp, signedIn } from '@/lib/workspaces/testing/people'

describe.each(SERVERS)('the first owner, on the %s Postgres', (which) => {
  let opened: TestDatabase
  beforeEach(async () => {
    opened = await openTestDatabase(which)
  })
  afterEach(() => opened?.close())

  const create = (code: string, email = 'first@example.org', slug = 'first') =>
    createFirstOwner(
      {
        code,
        account: { name: 'First', email, password: PASSWORD },
        workspace: { slug, publicName: 'First' },
      },
      browser(),
    )
  const fresh = async () => (await renewSetupCode()) ?? ''
  const nothingStored = async () =>
    expect([await opened.db.user.count(), await opened.db.workspace.count(), await isSetupOpen()]).toEqual([
      0,
      0,
      true,
    ])

  test('the code makes an owner with a workspace, signed in, and closes for good', async () => {
    const code = await fresh()
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/)
    const done = await create(code.toLowerCase().replaceAll('-', ' '))
    expect(done.ok && (await signedIn(done.value.cookies)).email).toBe('first@example.org')
    expect(await isSetupOpen()).toBe(false)
    expect(await renewSetupCode()).toBeUndefined()
    expect(await create(code, 'second@example.org', 'second')).toEqual({ ok: false, error: 'code' })
    expect(await opened.db.user.count()).toBe(1)
  })

  test('twenty people with the code at once make one owner', async () => {
    const code = await fresh()
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, (_, index) => create(code, `person-${index}@example.org`, `space-${index}`)),
    )
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect([await opened.db.user.count(), await opened.db.workspace.count()]).toEqual([1, 1])
  })

  test('a wrong, an expired and a replaced code do nothing', async () => {
    const old = await fresh()
    await fresh()
    expect(await create(old)).toEqual({ ok: false, error: 'code' })
    expect(await create('0000-0000-0000-0000')).toEqual({ ok: false, error: 'code' })
    expect(await create('')).toEqual({ ok: false, error: 'code' })
    const code = await fresh()
    await opened.db.setupCode.updateMany({ data: { expiresAt: new Date(Date.now() - 1_000) } })
    expect(await create(code)).toEqual({ ok: false, error: 'code' })
    await nothingStored()
  })

  test('what is refused after the code was right leaves the code usable', async () => {
    await opened.db.workspace.create({ data: { slug: 'taken', publicName: 'Taken' } })
    const code = await fresh()
    expect(await create(code, 'first@example.org', 'taken')).toEqual({ ok: false, error: 'slug-taken' })
    expect(await opened.db.user.count()).toBe(0)
    expect((await create(code)).ok).toBe(true)
  })

  test('a session of a stored user without the secret is nobody', async () => {
    const { cookies } = await setUp()
    const { token } = await opened.db.session.findFirstOrThrow()
    const [name = ''] = cookies[0]?.split('=') ?? []
    for (const forged of [
      token,
      `${token}.`,
      `${token}.${'A'.repeat(43)}=`,
      encodeURIComponent(`${token}.${token}`),
    ])
      expect(
        await findActor(new Headers({ cookie: `${name}=${forged}`, authorization: `Bearer ${token}` })),
      ).toEqual({
        kind: 'visitor',
      })
    expect((await signedIn(cookies)).email).toBe('owner@example.org')
  })
})
