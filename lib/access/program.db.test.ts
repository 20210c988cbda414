import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { authorize } from '@/lib/access/authorize'
import { findProgram } from '@/lib/access/program'
import type { Scope } from '@/lib/access/scopes'
import { endingOf, hashToken, newToken } from '@/lib/access/token-text'
import { openTestDatabase, SERVERS, type TestDatabase } from '@/lib/db/testing/database'
import { registry } from '@/lib/registry'
import { createPerson } from '@/lib/workspaces/testing/people'

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000
const inMs = (ms: number) => new Date(Date.now() + ms)
const NO_TOKEN = { ok: false, error: 'no-token' }

describe.each(SERVERS)('the program behind a request, on the %s Postgres', (which) => {
  let opened: TestDatabase
  let workspaceId = ''
  let userId = ''
  beforeAll(async () => {
    opened = await openTestDatabase(which)
    workspaceId = (await opened.db.workspace.create({ data: { slug: 'here', publicName: 'Here' } })).id
    userId = (await createPerson(opened.db, workspaceId, 'owner')).userId
  })
  beforeEach(() => opened.db.rateLimit.deleteMany())
  afterEach(() => vi.useRealTimers())
  afterAll(() => opened?.close())

  type Stored = { scopes?: Scope[]; createdAt?: Date; expiresAt?: Date; revokedAt?: Date; lastUsedAt?: Date }
  const store = async (given: Stored = {}) => {
    const token = newToken()
    const { id } = await opened.db.apiToken.create({
      data: {
        workspaceId,
        userId,
        name: 'A program',
        tokenHash: hashToken(token),
        ending: endingOf(token),
        scopes: ['read'],
        expiresAt: inMs(DAY_MS),
        ...given,
      },
    })
    return { id, token }
  }
  const withHeader = (authorization: string) => findProgram(new Headers({ authorization }))
  const show = (token: string) => withHeader(`Bearer ${token}`)
  const lastUse = async (id: string) =>
    (await opened.db.apiToken.findUniqueOrThrow({ where: { id }, select: { lastUsedAt: true } })).lastUsedAt
  const from = <T>(clientAddress: string, work: () => T): T =>
    registry().requests.run({ requestId: crypto.randomUUID(), clientAddress, nonce: '' }, work)

  test('acts for who made its token, in its workspace and its scopes', async () => {
    const { id, token } = await store({ scopes: ['read', 'audit'] })
    const program = {
      kind: 'program',
      tokenId: id,
      userId,
      workspace: 'here',
      scopes: ['read', 'audit'],
    }
    for (const scheme of ['Bearer', 'bearer', 'BEARER'])
      expect(await withHeader(`${scheme} ${token}`)).toEqual({ ok: true, value: program })
  })

  test('is nobody with a token that is revoked, expired, unknown, malformed or not where it belongs', async () => {
    const { token } = await store()
    const [revoked, expired] = [
      await store({ revokedAt: inMs(0) }),
      await store({ createdAt: inMs(-2 * DAY_MS), expiresAt: inMs(-1_000) }),
    ]
    const changed = token.slice(0, -1) + (token.endsWith('0') ? '1' : '0')
    for (const wrong of [
      revoked.token,
      expired.token,
      newToken(),
      changed,
      '',
      'x'.repeat(5_000),
      `${token},`,
    ])
      expect(await show(wrong), wrong).toEqual(NO_TOKEN)
    for (const header of [token, `Basic ${token}`, `Bearer  ${token}`, `Bearer ${token} x`, 'Bearer'])
      expect(await withHeader(header), header).toEqual(NO_TOKEN)
    expect(await findProgram(new Headers())).toEqual(NO_TOKEN)
    expect(await findProgram(new Headers({ cookie: `token=${token}` }))).toEqual(NO_TOKEN)
  })

  test('is judged by the clock of the database and by no other', async () => {
    const [valid, expired] = [
      await store(),
      await store({ createdAt: inMs(-2 * DAY_MS), expiresAt: inMs(-1_000) }),
    ]
    vi.useFakeTimers({ toFake: ['Date'] })
    vi.setSystemTime(inMs(400 * DAY_MS))
    expect((await show(valid.token)).ok).toBe(true)
    vi.setSystemTime(inMs(-800 * DAY_MS))
    expect(await show(expired.token)).toEqual(NO_TOKEN)
  })

  test('is over on the request after its token was revoked', async () => {
    const { id, token } = await store()
    expect((await show(token)).ok).toBe(true)
    await opened.db.apiToken.update({ where: { id }, data: { revokedAt: new Date() } })
    expect(await show(token)).toEqual(NO_TOKEN)
  })

  test('writes down its last use to the minute, and nothing when it is refused', async () => {
    const { id, token } = await store()
    expect(await lastUse(id)).toBeNull()
    await show(token)
    const first = await lastUse(id)
    expect(Math.abs(Date.now() - (first?.getTime() ?? 0))).toBeLessThan(MINUTE_MS)
    await show(token)
    expect(await lastUse(id)).toEqual(first)
    const longAgo = inMs(-MINUTE_MS - 1_000)
    await opened.db.apiToken.update({ where: { id }, data: { lastUsedAt: longAgo } })
    await show(token)
    expect((await lastUse(id))?.getTime()).toBeGreaterThan(longAgo.getTime() + MINUTE_MS)
    const revoked = await store({ revokedAt: inMs(0) })
    await show(revoked.token)
    expect(await lastUse(revoked.id)).toBeNull()
  })

  test('marks the request, so that what it changes is told as done with its token', async () => {
    const { id, token } = await store()
    const marked = await from('192.0.2.1', async () => {
      await show(token)
      return registry().requests.getStore()?.tokenId
    })
    expect(marked).toBe(id)
  })

  test('an address guesses thirty times a minute; tokens that work and texts that are none are not counted', async () => {
    const { token } = await store()
    const guess = () => from('192.0.2.7', () => show(newToken()))
    for (let times = 0; times < 40; times++) await from('192.0.2.7', () => show('fullscore_mistyped'))
    for (let times = 0; times < 40; times++)
      expect((await from('192.0.2.7', () => show(token))).ok).toBe(true)
    for (let times = 0; times < 30; times++) expect(await guess()).toEqual(NO_TOKEN)
    expect(await guess()).toEqual({ ok: false, error: { retryAfterSeconds: expect.any(Number) } })
    expect((await from('192.0.2.7', () => show(token))).ok).toBe(true)
    expect(await from('192.0.2.8', () => show(newToken()))).toEqual(NO_TOKEN)
    expect(await opened.db.auditEvent.count()).toBe(0)
  })

  test('may never do more than its maker may at that moment, and nothing elsewhere', async () => {
    await opened.db.workspace.create({ data: { slug: 'elsewhere', publicName: 'Elsewhere' } })
    const maker = await createPerson(opened.db, workspaceId, 'owner')
    const { id, token } = await store({ scopes: ['read', 'write', 'audit'] })
    await opened.db.apiToken.update({ where: { id }, data: { userId: maker.userId } })
    const may = async (action: Parameters<typeof authorize>[1], workspace = 'here') => {
      const found = await show(token)
      if (!found.ok) return found.error
      const right = await authorize(found.value, action, { workspace })
      return right.ok ? right.value.role : right.error
    }
    const where = { workspaceId_userId: { workspaceId, userId: maker.userId } }
    const become = (role: string) => opened.db.membership.update({ where, data: { role } })
    expect([await may('agent.read'), await may('agent.write'), await may('audit.read')]).toEqual(
      Array(3).fill('owner'),
    )
    await become('editor')
    expect([await may('agent.read'), await may('agent.write'), await may('audit.read')]).toEqual([
      'editor',
      'editor',
      'not-found',
    ])
    await become('viewer')
    expect([await may('agent.read'), await may('agent.write'), await may('audit.read')]).toEqual([
      'viewer',
      'not-found',
      'not-found',
    ])
    await opened.db.membership.delete({ where })
    for (const action of ['agent.read', 'agent.write', 'audit.read', 'token.manage'] as const)
      expect(await may(action)).toBe('sign-in')
    expect(await may('agent.read', 'elsewhere')).toBe('sign-in')
    await opened.db.user.delete({ where: { id: maker.userId } })
    expect(await may('agent.read')).toBe('no-token')
  })
})
