import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Person } from '@/lib/access/actor'
import type { Authorized } from '@/lib/access/authorize'
import { findProgram } from '@/lib/access/program'
import { hashToken } from '@/lib/access/token-text'
import { exportAccount } from '@/lib/accounts/export'
import { openTestDatabase, SERVERS, type TestDatabase } from '@/lib/db/testing/database'
import { createToken, type NewToken, OPEN_TOKENS_MAX } from '@/lib/tokens/create'
import { listTokens } from '@/lib/tokens/list'
import { revokeToken } from '@/lib/tokens/revoke'
import { sweepTokens } from '@/lib/tokens/sweep'
import { removeMember } from '@/lib/workspaces/members'
import { allowed, createPerson } from '@/lib/workspaces/testing/people'

const DAY_MS = 86_400_000
const inDays = (days: number) => new Date(Date.now() + days * DAY_MS)
const CI: NewToken = { name: 'CI', scopes: ['read', 'write'], lifetimeDays: 30 }

describe.each(SERVERS)('tokens of a workspace, on the %s Postgres', (which) => {
  let opened: TestDatabase
  beforeAll(async () => {
    opened = await openTestDatabase(which)
  })
  afterAll(() => opened?.close())

  type Team = { id: string; owner: Person; right: Authorized<'token.manage'> }
  const team = async (slug: string): Promise<Team> => {
    const { id } = await opened.db.workspace.create({ data: { slug, publicName: slug } })
    const owner = await createPerson(opened.db, id, 'owner')
    return { id, owner, right: await allowed(owner, 'token.manage', slug) }
  }
  const make = async (right: Authorized<'token.manage'>, given: NewToken = CI) => {
    const made = await createToken(right, given)
    if (!made.ok) throw new Error(made.error)
    return made.value
  }
  const show = (token: string) => findProgram(new Headers({ authorization: `Bearer ${token}` }))
  const eventsOf = (subjectId: string) =>
    opened.db.auditEvent.findMany({ where: { subjectId }, orderBy: { at: 'asc' } })

  test('who is taken out of the workspace and let in again begins without the tokens of before', async () => {
    const { id, owner } = await team('taken-out')
    const colleague = await createPerson(opened.db, id, 'owner')
    const made = await make(await allowed(colleague, 'token.manage', 'taken-out'))
    await removeMember(await allowed(owner, 'member.manage', 'taken-out'), colleague.userId)
    await opened.db.membership.create({
      data: { workspaceId: id, userId: colleague.userId, role: 'owner' },
    })
    expect(await show(made.token)).toEqual({ ok: false, error: 'no-token' })
    expect((await eventsOf(made.id)).at(-1)).toMatchObject({ action: 'token.revoke', actorId: owner.userId })
  })

  test('a made token works at once, and nowhere is kept what would open anything', async () => {
    const { id, owner, right } = await team('making')
    const made = await make(right)
    expect(await show(made.token)).toMatchObject({
      ok: true,
      value: { workspace: 'making', userId: owner.userId, scopes: ['read', 'write'] },
    })
    const { expiresAt, createdAt, ...stored } = await opened.db.apiToken.findUniqueOrThrow({
      where: { id: made.id },
    })
    expect(stored).toMatchObject({
      workspaceId: id,
      name: 'CI',
      tokenHash: hashToken(made.token),
      ending: made.token.slice(-4),
      revokedAt: null,
    })
    expect(Math.round((expiresAt.getTime() - createdAt.getTime()) / DAY_MS)).toBe(30)
    const kept = JSON.stringify([
      stored,
      await eventsOf(made.id),
      await listTokens(right),
      await exportAccount(owner),
    ])
    expect(kept).toContain('"CI"')
    expect(kept).not.toContain(made.token.slice(10, 30))
  })

  test('the list says whose a token is, since and until when, and no more than that', async () => {
    const { right } = await team('listing')
    const first = await make(right)
    const second = await make(right, { name: 'Reader', scopes: ['read'], lifetimeDays: 7 })
    await show(first.token)
    const lines = await listTokens(right)
    expect(lines.map(({ name }) => name)).toEqual(['Reader', 'CI'])
    expect(lines[0]).toEqual({
      id: second.id,
      name: 'Reader',
      ending: second.token.slice(-4),
      scopes: ['read'],
      madeBy: 'Member 0',
      madeAt: expect.any(Date),
      expiresAt: expect.any(Date),
      isExpired: false,
      lastUsedAt: null,
      makerRole: 'owner',
      idleScopes: [],
    })
    expect(lines[1]?.lastUsedAt).toBeInstanceOf(Date)
  })

  test('a revoked token opens nothing on the next request, leaves the list, and is revoked once', async () => {
    const { right } = await team('revoking')
    const { id, token } = await make(right)
    expect((await show(token)).ok).toBe(true)
    const outcomes = await Promise.all([1, 2, 3, 4, 5].map(() => revokeToken(right, id)))
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await show(token)).toEqual({ ok: false, error: 'no-token' })
    expect(await listTokens(right)).toEqual([])
    expect((await eventsOf(id)).map(({ action, detail }) => [action, detail])).toEqual([
      ['token.create', { scopes: 'read, write', days: 30 }],
      ['token.revoke', {}],
    ])
  })

  test('a token of another workspace is neither listed nor there to be revoked', async () => {
    const [mine, theirs] = [await team('mine'), await team('theirs')]
    const { id, token } = await make(theirs.right)
    expect(await listTokens(mine.right)).toEqual([])
    expect(await revokeToken(mine.right, id)).toEqual({ ok: false, error: 'no-such-token' })
    expect(await revokeToken(mine.right, crypto.randomUUID())).toEqual({ ok: false, error: 'no-such-token' })
    expect((await show(token)).ok).toBe(true)
  })

  test('the list says what a token lost with its maker’s role, and that nothing is left without one', async () => {
    const { id, right } = await team('losing')
    const maker = await createPerson(opened.db, id, 'owner')
    const other = await team('keeping')
    await opened.db.membership.create({
      data: { workspaceId: other.id, userId: maker.userId, role: 'owner' },
    })
    await make(await allowed(maker, 'token.manage', 'losing'), {
      name: 'All',
      scopes: ['read', 'write', 'audit'],
      lifetimeDays: 365,
    })
    const where = { workspaceId_userId: { workspaceId: id, userId: maker.userId } }
    const shown = async () => {
      const [line, ...others] = await listTokens(right)
      expect(others).toEqual([])
      return [line?.makerRole, line?.idleScopes]
    }
    expect(await shown()).toEqual(['owner', []])
    await opened.db.membership.update({ where, data: { role: 'editor' } })
    expect(await shown()).toEqual(['editor', ['audit']])
    await opened.db.membership.update({ where, data: { role: 'viewer' } })
    expect(await shown()).toEqual(['viewer', ['write', 'audit']])
    await opened.db.membership.delete({ where })
    expect(await shown()).toEqual([null, ['read', 'write', 'audit']])
  })

  test(`a workspace has ${OPEN_TOKENS_MAX} tokens at most, however many are made at once; those that are over do not count`, async () => {
    const { id, owner, right } = await team('full')
    const rows = (count: number, kind: string, more: object) =>
      opened.db.apiToken.createMany({
        data: Array.from({ length: count }, (_, index) => ({
          workspaceId: id,
          userId: owner.userId,
          name: kind,
          tokenHash: `${kind} ${index}`,
          ending: 'abcd',
          scopes: ['read'],
          expiresAt: inDays(1),
          ...more,
        })),
      })
    await rows(OPEN_TOKENS_MAX - 3, 'open', {})
    await rows(5, 'revoked', { revokedAt: inDays(0) })
    await rows(5, 'expired', { createdAt: inDays(-9), expiresAt: inDays(-1) })
    const lines = await listTokens(right)
    expect(lines).toHaveLength(OPEN_TOKENS_MAX)
    expect(lines.slice(-3).map(({ isExpired }) => isExpired)).toEqual([true, true, true])
    expect(lines.filter(({ isExpired }) => isExpired)).toHaveLength(3)
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => createToken(right, CI)))
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(3)
    expect(outcomes.find(({ ok }) => !ok)).toEqual({ ok: false, error: 'too-many-tokens' })
    expect(await opened.db.auditEvent.count({ where: { workspaceId: id } })).toBe(3)
    await revokeToken(right, lines[0]?.id ?? '')
    expect((await createToken(right, CI)).ok).toBe(true)
  })

  test('a sweep takes tokens that were over a year ago and keys of yesterday, and nothing else', async () => {
    const { id, owner } = await team('swept')
    const row = (name: string, created: number, expires: number, revoked?: number) => ({
      workspaceId: id,
      userId: owner.userId,
      name,
      tokenHash: name,
      ending: 'abcd',
      scopes: ['read'],
      createdAt: inDays(created),
      expiresAt: inDays(expires),
      ...(revoked !== undefined && { revokedAt: inDays(revoked) }),
    })
    const stored = await opened.db.apiToken.createManyAndReturn({
      data: [
        row('open', -1, 364),
        row('expired', -400, -364),
        row('expired long ago', -760, -370),
        row('revoked', -400, -35, -360),
        row('revoked long ago', -400, -35, -370),
      ],
    })
    const key = (tokenId: string, keyHash: string, hours: number) => ({
      tokenId,
      keyHash,
      bodyHash: '',
      createdAt: inDays(-hours / 24),
    })
    const tokenId = stored[0]?.id ?? ''
    await opened.db.idempotencyKey.createMany({
      data: [key(tokenId, 'old', 24.1), key(tokenId, 'new', 23.9)],
    })
    await sweepTokens()
    const left = await opened.db.apiToken.findMany({ where: { workspaceId: id }, select: { name: true } })
    expect(left.map(({ name }) => name).sort()).toEqual(['expired', 'open', 'revoked'])
    expect((await opened.db.idempotencyKey.findMany()).map(({ keyHash }) => keyHash)).toEqual(['new'])
  })

  test('tokens go with the account that made them, and the log stays', async () => {
    const { id, right } = await team('leaving')
    const maker = await createPerson(opened.db, id, 'owner')
    const made = await make(await allowed(maker, 'token.manage', 'leaving'))
    await opened.db.user.delete({ where: { id: maker.userId } })
    expect(await show(made.token)).toEqual({ ok: false, error: 'no-token' })
    expect(await listTokens(right)).toEqual([])
    expect(await eventsOf(made.id)).toHaveLength(1)
  })
})
