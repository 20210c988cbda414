import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { hashPassword } from '@/lib/accounts/password'
import { listAgent, setVisibility, unlistAgent } from '@/lib/agents/publishing/show'
import { withdrawRevision } from '@/lib/agents/publishing/withdraw'
import { groundOn } from '@/lib/agents/testing/ground'
import { publishNext } from '@/lib/agents/testing/writing'
import { deleteAgent, restoreAgent } from '@/lib/agents/trash'
import { SERVERS } from '@/lib/db/testing/database'
import { changeShare } from '@/lib/shares/change'
import { findShared, readSharedReport } from '@/lib/shares/find'
import { grantFor, isGranted } from '@/lib/shares/grants'
import { listShares } from '@/lib/shares/list'
import { revokeShare } from '@/lib/shares/revoke'
import { published, share } from '@/lib/shares/testing/sharing'
import { newShareToken } from '@/lib/shares/token'
import { countView, flushViews } from '@/lib/shares/views'

describe.each(SERVERS)('links as their readers find them, on the %s Postgres', (which) => {
  const ground = groundOn(which)

  const reportAt = async (token: string) => {
    const subject = (await findShared(token))?.subject
    return subject?.kind === 'report' ? readSharedReport(subject) : null
  }
  const numberAt = async (token: string) => (await reportAt(token))?.number ?? null
  const withdraw = async (agentId: string, number: number) =>
    withdrawRevision(await ground.team.as('owner', 'revision.withdraw'), agentId, number)
  const editor = () => ground.team.as('editor', 'agent.share')

  test('the latest is followed and a pinned revision stays, until it is withdrawn', async () => {
    const agentId = await published(ground.team, 'followed')
    const [latest, pinned] = [
      await share(ground.team, agentId),
      await share(ground.team, agentId, { number: 1 }),
    ]
    const both = async () => [await numberAt(latest.token), await numberAt(pinned.token)]
    expect(await both()).toEqual([1, 1])
    await publishNext(ground.team, agentId, 6)
    expect(await both()).toEqual([2, 1])
    await withdraw(agentId, 1)
    expect(await both()).toEqual([2, null])
    await withdraw(agentId, 2)
    expect(await both()).toEqual([null, null])
  })

  test('private, in the trash, revoked or expired opens nothing, at the next question', async () => {
    const agentId = await published(ground.team, 'closable')
    const { id, token } = await share(ground.team, agentId)
    const owner = await ground.team.as('owner', 'agent.write')
    const show = async (visibility: 'private' | 'link') =>
      setVisibility(await ground.team.as('editor', 'agent.publish'), agentId, visibility)
    expect(await numberAt(token)).toBe(1)
    await show('private')
    expect(await numberAt(token)).toBeNull()
    await show('link')
    expect(await numberAt(token)).toBe(1)
    await deleteAgent(owner, agentId)
    expect(await numberAt(token)).toBeNull()
    await restoreAgent(owner, agentId)
    expect(await numberAt(token)).toBe(1)
    const lister = await ground.team.as('owner', 'agent.list')
    await listAgent(lister, agentId, `closable-${randomUUID()}`)
    expect(await numberAt(token)).toBe(1)
    await unlistAgent(lister, agentId, 'private')
    expect(await numberAt(token)).toBeNull()
    await show('link')
    await ground.opened.db.$executeRaw`UPDATE shares SET expires_at = now() WHERE id = ${id}::uuid`
    expect(await numberAt(token)).toBeNull()
    await ground.opened.db
      .$executeRaw`UPDATE shares SET expires_at = now() + interval '1 minute' WHERE id = ${id}::uuid`
    expect(await numberAt(token)).toBe(1)
    await revokeShare(await editor(), id)
    expect(await numberAt(token)).toBeNull()
  })

  test('whether a link is over is what the clock of the database says, and not the clock here', async () => {
    const agentId = await published(ground.team, 'clocked')
    const { token } = await share(ground.team, agentId, { expiresAt: new Date(Date.now() + 60_000) })
    const { now } = Date
    Date.now = () => now() + 86_400_000
    try {
      expect(await numberAt(token)).toBe(1)
    } finally {
      Date.now = now
    }
  })

  test('what is stored of a link opens nothing', async () => {
    await share(ground.team, await published(ground.team, 'dumped'))
    const stored = await ground.opened.db.share.findMany({ select: { tokenHash: true, id: true } })
    expect(stored.length).toBeGreaterThan(0)
    for (const { tokenHash, id } of stored)
      for (const text of [tokenHash, id]) expect(await findShared(text)).toBeNull()
  })

  test('no token that chance makes opens anything', async () => {
    const count = Number(process.env['TOKENS'] ?? 2_000)
    let hits = 0
    for (let asked = 0; asked < count; asked += 100) {
      const found = await Promise.all(Array.from({ length: 100 }, () => findShared(newShareToken())))
      hits += found.filter((one) => one !== null).length
    }
    expect(hits).toBe(0)
  })

  test('a reader gets one revision: no note, and not even that there are others', async () => {
    const agentId = await published(ground.team, 'alone')
    await publishNext(ground.team, agentId, 6)
    const { token } = await share(ground.team, agentId)
    expect(await reportAt(token)).toMatchObject({ number: 2, note: '', revisions: [], publisher: 'A team' })
  })

  test('a password opens its own link for a while, and another password ends that', async () => {
    const passwordHash = await hashPassword('violet harbour')
    const agentId = await published(ground.team, 'closed')
    const [one, other] = [
      await share(ground.team, agentId, { passwordHash }),
      await share(ground.team, agentId, { passwordHash }),
    ]
    const at = async (token: string) => {
      const found = await findShared(token)
      if (!found) throw new Error('there is no such link')
      return found
    }
    const granted = await grantFor(await at(one.token), 'violet harbour')
    if (!granted.ok) throw new Error('refused')
    expect(granted.value).toMatch(
      /^share-[\w-]{16}=\d{13}\.[\w-]{43}; Path=\/; Max-Age=43200; HttpOnly; SameSite=Lax$/,
    )
    for (const id of [one.id, agentId, ground.team.workspaceId]) expect(granted.value).not.toContain(id)
    const cookie = granted.value.split(';')[0] ?? ''
    expect(isGranted(await at(one.token), null)).toBe(false)
    expect(isGranted(await at(one.token), `theme=dark; ${cookie}`)).toBe(true)
    expect(isGranted(await at(other.token), cookie)).toBe(false)
    const [name = '', value = ''] = cookie.split('=')
    const later = String(Number(value.slice(0, 13)) + 1)
    for (const forged of [
      `${later}${value.slice(13)}`,
      value.slice(0, -1),
      '',
      value.slice(0, 13),
      `${value}A`,
    ])
      expect(isGranted(await at(one.token), `${name}=${forged}`)).toBe(false)
    const { now } = Date
    Date.now = () => now() + 12 * 3_600_000 + 1_000
    try {
      expect(isGranted(await at(one.token), cookie)).toBe(false)
    } finally {
      Date.now = now
    }
    // The same password, typed anew, is another hash: whoever sets it anew means everybody to type it again.
    await changeShare(await editor(), one.id, { passwordHash: await hashPassword('violet harbour') })
    expect(isGranted(await at(one.token), cookie)).toBe(false)
    await changeShare(await editor(), one.id, { passwordHash: null })
    expect(isGranted(await at(one.token), null)).toBe(true)
  })

  test('after five guesses of a minute even the right password is not looked at, for this link alone', async () => {
    const passwordHash = await hashPassword('violet harbour')
    const agentId = await published(ground.team, 'guessed')
    const [one, other] = [
      await share(ground.team, agentId, { passwordHash }),
      await share(ground.team, agentId, { passwordHash }),
    ]
    const [found, another] = [await findShared(one.token), await findShared(other.token)]
    if (!found || !another) throw new Error('there is no such link')
    for (const guess of ['', 'wrong', 'x'.repeat(5_000), '\0', 'violet harbour '])
      expect(await grantFor(found, guess)).toEqual({ ok: false, error: 'wrong' })
    expect(await grantFor(found, 'violet harbour')).toMatchObject({
      ok: false,
      error: { retryAfterSeconds: expect.any(Number) },
    })
    expect(await grantFor(another, 'violet harbour')).toMatchObject({ ok: true })
    const log = await ground.opened.db.auditEvent.findMany({ where: { subjectId: one.id } })
    const refused = log.filter(({ action }) => action === 'share.password-refused')
    expect(refused).toHaveLength(5)
    expect(refused.map(({ workspaceId }) => workspaceId)).toEqual(Array(5).fill(ground.team.workspaceId))
    expect(JSON.stringify(log)).not.toContain('wrong')
  })

  test('views are counted by day, by whoever reads, and nothing else is known of them', async () => {
    const agentId = await published(ground.team, 'read')
    const [one, other] = [await share(ground.team, agentId), await share(ground.team, agentId)]
    const today = new Date().toISOString().slice(0, 10)
    for (let reader = 0; reader < 500; reader += 1) countView(one.id)
    await flushViews()
    for (let reader = 0; reader < 20; reader += 1) countView(one.id)
    countView(other.id)
    countView(randomUUID())
    await flushViews()
    await ground.opened.db.shareView.create({
      data: { shareId: one.id, workspaceId: ground.team.workspaceId, day: new Date('2025-01-01'), count: 3 },
    })
    const { shares } = await listShares(await ground.team.as('viewer', 'agent.read'), { agentId })
    expect(shares.find(({ id }) => id === one.id)?.views).toEqual({
      total: 523,
      days: [{ day: today, count: 520 }],
    })
    expect(shares.find(({ id }) => id === other.id)?.views).toEqual({
      total: 1,
      days: [{ day: today, count: 1 }],
    })
  })
})
