import { createHash, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTeam } from '@/lib/agents/testing/writing'
import { err, ok } from '@/lib/base/result'
import { openTestDatabase, SERVERS, type TestDatabase } from '@/lib/db/testing/database'
import { once, type Repeatable, type Transaction } from '@/lib/tokens/once'

describe.each(SERVERS)('requests that may be repeated, on the %s Postgres', (which) => {
  let opened: TestDatabase
  let tokenId: string
  let workspaceId: string

  beforeAll(async () => {
    opened = await openTestDatabase(which)
    const team = await createTeam(opened.db)
    workspaceId = team.workspaceId
    const { userId } = await team.as('owner', 'token.manage')
    tokenId = (
      await opened.db.apiToken.create({
        data: {
          workspaceId,
          userId,
          name: 'CI',
          tokenHash: randomUUID(),
          ending: 'abcd',
          scopes: ['write'],
          expiresAt: new Date(Date.now() + 86_400_000),
        },
      })
    ).id
  })
  afterAll(() => opened.close())

  const request = (content = 'a document', key: string = randomUUID()): Repeatable => ({
    tokenId,
    key,
    content,
  })
  const agents = () => opened.db.agent.count({ where: { workspaceId } })
  const make = async (tx: Transaction) => {
    const { slug } = await tx.agent.create({ data: { workspaceId, slug: `agent-${randomUUID()}` } })
    return ok({ slug, secret: 'https://example.org/r/a-token-shown-once' })
  }

  test('twenty at the same time with one key are done once, and all are given the same', async () => {
    const before = await agents()
    const repeated = request()
    const given = await Promise.all(Array.from({ length: 20 }, () => once(repeated, make)))
    expect(await agents()).toBe(before + 1)
    const values = given.map((one) => (one.ok ? JSON.stringify(one.value.value) : one.error))
    expect(new Set(values).size).toBe(1)
    expect(given.filter((one) => one.ok && !one.value.isRepeated)).toHaveLength(1)
  })

  test('without a key each is done', async () => {
    const before = await agents()
    await once(undefined, make)
    await once(undefined, make)
    expect(await agents()).toBe(before + 2)
  })

  test('the same key with other content is refused and does nothing', async () => {
    const first = request()
    await once(first, make)
    const before = await agents()
    expect(await once({ ...first, content: 'another document' }, make)).toEqual({
      ok: false,
      error: 'other-content',
    })
    expect(await agents()).toBe(before)
  })

  test('the same key of another token is another key', async () => {
    const { id: _, ...token } = await opened.db.apiToken.findUniqueOrThrow({ where: { id: tokenId } })
    const other = await opened.db.apiToken.create({ data: { ...token, tokenHash: randomUUID() } })
    const first = request()
    await once(first, make)
    const before = await agents()
    expect(await once({ ...first, tokenId: other.id }, make)).toMatchObject({ value: { isRepeated: false } })
    expect(await agents()).toBe(before + 1)
  })

  test('a refused request leaves neither its work nor its key behind', async () => {
    const refused = request()
    const before = await agents()
    const refusal = await once<{ slug: string }, 'full'>(refused, async (tx) => {
      await make(tx)
      return err('full')
    })
    expect(refusal).toEqual({ ok: false, error: 'full' })
    expect(await agents()).toBe(before)
    expect(await once(refused, make)).toMatchObject({ value: { isRepeated: false } })
  })

  test('a key is free again after a day', async () => {
    const old = request()
    await once(old, make)
    await opened.db.$executeRaw`UPDATE idempotency_keys SET created_at = now() - interval '24 hours 1 second'`
    expect(await once({ ...old, content: 'another document' }, make)).toMatchObject({
      value: { isRepeated: false },
    })
  })

  test('neither the key nor what was given can be read in the database', async () => {
    const secret = request('a document', 'a-key-that-nobody-else-knows')
    await once(secret, make)
    const rows = await opened.db.idempotencyKey.findMany({ where: { tokenId } })
    const stored = rows.map(
      ({ answer, ...row }) => `${JSON.stringify(row)}${Buffer.from(answer ?? []).toString('latin1')}`,
    )
    expect(stored.length).toBeGreaterThan(0)
    for (const row of stored) {
      expect(row).not.toContain(secret.key)
      expect(row).not.toContain('shown-once')
      expect(row).not.toContain('a document')
    }
  })

  test('nobody who reads the database can try out what was sent, such as the password of a link', async () => {
    const secret = request('a password')
    await once(secret, make)
    const stored = JSON.stringify(await opened.db.idempotencyKey.findMany({ where: { tokenId } }))
    for (const encoding of ['base64url', 'base64', 'hex'] as const)
      expect(stored).not.toContain(createHash('sha256').update(secret.content).digest(encoding))
  })
})
