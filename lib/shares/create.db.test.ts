import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { setVisibility } from '@/lib/agents/publishing/show'
import { withdrawRevision } from '@/lib/agents/publishing/withdraw'
import { createTeam, publishNext, type Team, write } from '@/lib/agents/testing/writing'
import { deleteAgent } from '@/lib/agents/trash'
import { openTestDatabase, SERVERS, type TestDatabase } from '@/lib/db/testing/database'
import { changeShare } from '@/lib/shares/change'
import { createShare, OPEN_SHARES_MAX } from '@/lib/shares/create'
import { listShares } from '@/lib/shares/list'
import { revokeShare, revokeShares } from '@/lib/shares/revoke'
import { newShare, published, share } from '@/lib/shares/testing/sharing'

describe.each(SERVERS)('links as members make them, on the %s Postgres', (which) => {
  let opened: TestDatabase
  let team: Team
  let others: Team
  beforeAll(async () => {
    opened = await openTestDatabase(which)
    team = await createTeam(opened.db)
    others = await createTeam(opened.db)
  })
  afterAll(() => opened?.close())

  const create = async (agentId: string, wanted = {}, by = team) =>
    createShare(await by.as('editor', 'agent.share'), newShare(agentId, wanted))
  const revoke = async (id: string, by = team) => revokeShare(await by.as('editor', 'agent.share'), id)
  const list = async (of: { agentId?: string }, by = team) =>
    (await listShares(await by.as('viewer', 'agent.read'), of)).shares
  const logOf = (subjectId: string) =>
    opened.db.auditEvent.findMany({
      where: { subjectId, action: { startsWith: 'share.' } },
      orderBy: { id: 'asc' },
      select: { action: true, detail: true },
    })

  test('the address is told once: neither the row, the log nor a list holds what opens the link', async () => {
    const agentId = await published(team, 'secretive')
    const made = await create(agentId, { label: 'For the auditors', passwordHash: '$argon2id$of-it' })
    if (!made.ok) throw new Error(made.error)
    const { id, url } = made.value
    expect(url).toMatch(/^http:\/\/localhost:3000\/r\/[A-Za-z0-9_-]{32}$/)
    const token = url.slice(-32)
    const stored = await opened.db.share.findUniqueOrThrow({ where: { id } })
    const shown = await list({ agentId })
    expect(shown).toMatchObject([{ id, label: 'For the auditors', state: 'open', hasPassword: true }])
    for (const held of [stored, shown, await logOf(id)]) expect(JSON.stringify(held)).not.toContain(token)
    for (const held of [shown, await logOf(id)]) expect(JSON.stringify(held)).not.toContain('argon2')
  })

  test('a link to a private agent lets links open it, which the log tells; a listed one stays listed', async () => {
    const agentId = await published(team, 'opened')
    await share(team, agentId)
    expect((await opened.db.agent.findUniqueOrThrow({ where: { id: agentId } })).visibility).toBe('link')
    await share(team, agentId)
    const changes = await opened.db.auditEvent.findMany({
      where: { subjectId: agentId, action: 'agent.change-visibility' },
      select: { detail: true },
    })
    expect(changes).toEqual([{ detail: { before: 'private', after: 'link' } }])
    await opened.db.agent.update({ where: { id: agentId }, data: { visibility: 'listed' } })
    await share(team, agentId)
    expect((await opened.db.agent.findUniqueOrThrow({ where: { id: agentId } })).visibility).toBe('listed')
  })

  test('what nobody could read is not shared, and stays private', async () => {
    const agentId = await write(team, 'unpublished')
    expect(await create(agentId)).toEqual({ ok: false, error: 'unpublished' })
    await publishNext(team, agentId)
    for (const number of [2, 0, -1, 1.5, 2 ** 31])
      expect(await create(agentId, { number })).toEqual({ ok: false, error: 'unpublished' })
    await withdrawRevision(await team.as('owner', 'revision.withdraw'), agentId, 1)
    expect(await create(agentId)).toEqual({ ok: false, error: 'unpublished' })
    expect(await create(agentId, { number: 1 })).toEqual({ ok: false, error: 'unpublished' })
    expect((await opened.db.agent.findUniqueOrThrow({ where: { id: agentId } })).visibility).toBe('private')
    expect(await opened.db.share.count({ where: { agentId } })).toBe(0)
  })

  test('nothing of another workspace, of the trash or of nowhere is shared, changed or revoked', async () => {
    const agentId = await published(team, 'guarded')
    const { id } = await share(team, agentId)
    const gone = { ok: false, error: 'not-found' }
    expect(await create(agentId, {}, others)).toEqual(gone)
    expect(await create(randomUUID())).toEqual(gone)
    expect(await revoke(id, others)).toEqual(gone)
    const thief = await others.as('owner', 'agent.share')
    expect(await changeShare(thief, id, { label: 'Mine' })).toEqual(gone)
    expect(await revokeShares(thief, { agentId })).toBe(0)
    expect(await revokeShares(thief, {})).toBe(0)
    expect(await list({ agentId }, others)).toEqual([])
    await deleteAgent(await team.as('owner', 'agent.write'), agentId)
    expect(await create(agentId)).toEqual(gone)
    expect(await list({ agentId })).toMatchObject([{ id, label: '', state: 'trash' }])
  })

  test('a revoked link is revoked once, is listed no more, and cannot be changed back into one', async () => {
    const agentId = await published(team, 'revoked')
    const { id } = await share(team, agentId)
    expect(await Promise.all(Array.from({ length: 5 }, () => revoke(id)))).toContainEqual({
      ok: true,
      value: undefined,
    })
    expect(await revoke(id)).toEqual({ ok: false, error: 'not-found' })
    expect(await list({ agentId })).toEqual([])
    const right = await team.as('editor', 'agent.share')
    expect(await changeShare(right, id, { expiresAt: null })).toEqual({ ok: false, error: 'not-found' })
    expect((await logOf(id)).map(({ action }) => action)).toEqual(['share.create', 'share.revoke'])
  })

  test('all links of one agent are revoked at once, and those of others work on', async () => {
    const [one, other] = [await published(team, 'many'), await published(team, 'kept')]
    const ids = [await share(team, one), await share(team, one), await share(team, one)].map(({ id }) => id)
    await share(team, other)
    expect(await revokeShares(await team.as('editor', 'agent.share'), { agentId: one })).toBe(3)
    expect(await list({ agentId: one })).toEqual([])
    expect(await list({ agentId: other })).toHaveLength(1)
    for (const id of ids)
      expect((await logOf(id)).map(({ action }) => action)).toEqual(['share.create', 'share.revoke'])
  })

  test('the log names what of a link changed and not to what, and what did not change is no event', async () => {
    const agentId = await published(team, 'changed')
    const { id } = await share(team, agentId)
    const right = await team.as('editor', 'agent.share')
    const expiresAt = new Date(Date.now() + 86_400_000)
    await changeShare(right, id, { label: 'Canary label', passwordHash: 'canary-hash', expiresAt })
    await changeShare(right, id, { label: 'Canary label', expiresAt: new Date(expiresAt) })
    await changeShare(right, id, { passwordHash: null })
    expect(await list({ agentId })).toMatchObject([{ label: 'Canary label', hasPassword: false, expiresAt }])
    expect((await logOf(id)).slice(1)).toEqual([
      { action: 'share.change', detail: { changed: 'the label and the expiry and the password' } },
      { action: 'share.change', detail: { changed: 'the password' } },
    ])
  })

  test('a list says of each link whether it opens something, and why not', async () => {
    const agentId = await published(team, 'stateful')
    await publishNext(team, agentId)
    await share(team, agentId, { label: 'latest' })
    await share(team, agentId, { label: 'pinned', number: 1 })
    await share(team, agentId, { label: 'over', expiresAt: new Date(Date.now() - 1_000) })
    const states = async () =>
      Object.fromEntries((await list({ agentId })).map(({ label, state }) => [label, state]))
    expect(await states()).toEqual({ latest: 'open', pinned: 'open', over: 'expired' })
    await withdrawRevision(await team.as('owner', 'revision.withdraw'), agentId, 1)
    expect(await states()).toEqual({ latest: 'open', pinned: 'withdrawn', over: 'expired' })
    await setVisibility(await team.as('editor', 'agent.publish'), agentId, 'private')
    expect(await states()).toEqual({ latest: 'private', pinned: 'private', over: 'expired' })
  })

  test('pages of a list meet without a gap, also where links were made at the same moment', async () => {
    const crew = await createTeam(opened.db)
    const agentId = await published(crew, 'paged')
    const made = []
    for (let index = 0; index < 7; index += 1) made.push((await share(crew, agentId)).id)
    await opened.db.share.updateMany({
      where: { id: { in: made.slice(1, 5) } },
      data: { createdAt: new Date() },
    })
    const right = await crew.as('viewer', 'agent.read')
    const seen: string[] = []
    let after: { at: string; id: string } | undefined
    for (let pages = 0; pages < 10; pages += 1) {
      const page = await listShares(right, {}, after, 2)
      expect(page.shares.length).toBeLessThanOrEqual(2)
      seen.push(...page.shares.map(({ id }) => id))
      if (page.nextCursor === null) break
      const [at = '', id = ''] = page.nextCursor.split('_')
      after = { at, id }
    }
    expect(seen).toEqual((await listShares(right, {})).shares.map(({ id }) => id))
    expect([...seen].sort()).toEqual([...made].sort())
  })

  test('of two who make the last link at the same moment one is refused; what is over counts no more', async () => {
    const crew = await createTeam(opened.db)
    const [agentId, another] = [await published(crew, 'crowded'), await published(crew, 'crowded-too')]
    await opened.db.share.createMany({
      data: Array.from({ length: OPEN_SHARES_MAX - 1 }, () => ({
        workspaceId: crew.workspaceId,
        agentId,
        tokenHash: randomUUID(),
        label: '',
      })),
    })
    const outcomes = await Promise.all([create(agentId, {}, crew), create(another, {}, crew)])
    expect(outcomes.map(({ ok }) => ok).sort()).toEqual([false, true])
    expect(outcomes).toContainEqual({ ok: false, error: 'too-many' })
    const [one, other] = await opened.db.share.findMany({ where: { agentId }, take: 2 })
    await opened.db.share.update({ where: { id: one?.id ?? '' }, data: { revokedAt: new Date() } })
    expect(await create(agentId, {}, crew)).toMatchObject({ ok: true })
    await opened.db.share.update({ where: { id: other?.id ?? '' }, data: { expiresAt: new Date(0) } })
    expect(await create(agentId, {}, crew)).toMatchObject({ ok: true })
    expect(await revokeShares(await crew.as('editor', 'agent.share'), {})).toBe(OPEN_SHARES_MAX + 1)
  })
})
