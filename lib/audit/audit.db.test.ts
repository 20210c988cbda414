import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Authorized } from '@/lib/access/authorize'
import { createAgent } from '@/lib/agents/create'
import { documentWith } from '@/lib/agents/testing/documents'
import { AUDIT_CSV_HEAD, exportAudit } from '@/lib/audit/export-csv'
import { type AuditPlace, auditFilterSchema } from '@/lib/audit/filter'
import { listAudit } from '@/lib/audit/queries'
import { openTestDatabase, SERVERS, type TestDatabase } from '@/lib/db/testing/database'
import { registry } from '@/lib/registry'
import { createToken } from '@/lib/tokens/create'
import { createInvitation } from '@/lib/workspaces/invitations'
import { changeRole, removeMember } from '@/lib/workspaces/members'
import { allowed, createMembers, createPerson } from '@/lib/workspaces/testing/people'

describe.each(SERVERS)('the audit log, on the %s Postgres', (which) => {
  let opened: TestDatabase
  let right: Authorized<'audit.read'>
  let ownerId: string
  let editorId = ''
  let agentId = ''
  beforeAll(async () => {
    opened = await openTestDatabase(which)
    const { id } = await opened.db.workspace.create({ data: { slug: 'here', publicName: 'Here' } })
    const owner = await createPerson(opened.db, id, 'owner')
    ownerId = owner.userId
    right = await allowed(owner, 'audit.read', 'here')
    ;[editorId = ''] = await createMembers(opened.db, id, 1, 'editor')
    await opened.db.user.update({ where: { id: ownerId }, data: { name: 'Ada' } })
    await opened.db.user.update({ where: { id: editorId }, data: { name: 'Eve' } })
    const manage = await allowed(owner, 'member.manage', 'here')
    await createInvitation(manage, { email: 'guest@example.org', role: 'viewer' })
    await changeRole(manage, editorId, 'viewer')
    const made = await createAgent(
      await allowed(owner, 'agent.write', 'here'),
      { slug: 'mail-agent', document: documentWith({ name: 'Mail agent' }) },
      'scratch',
    )
    agentId = made.ok ? made.value : ''
    await removeMember(manage, editorId)
  })
  afterAll(() => opened?.close())

  const sentences = async (query: Readonly<Record<string, string>>) =>
    (await listAudit(right, auditFilterSchema.parse(query))).entries.map(({ sentence }) => sentence)

  test('tells each row in a plain sentence, the newest first', async () => {
    expect(await sentences({})).toEqual([
      'Ada removed Eve, who was viewer',
      'Ada made Mail agent from scratch',
      'Ada changed the role of Eve from editor to viewer',
      'Ada invited guest@example.org as viewer',
    ])
  })

  test('is filtered by person, action, subject and day', async () => {
    const today = new Date().toISOString().slice(0, 10)
    expect(await sentences({ person: ownerId })).toHaveLength(4)
    expect(await sentences({ person: editorId })).toEqual([])
    expect(await sentences({ action: 'agent.create' })).toEqual(['Ada made Mail agent from scratch'])
    expect(await sentences({ subject: 'invitation' })).toEqual(['Ada invited guest@example.org as viewer'])
    expect(await sentences({ subject: `agent:${agentId}` })).toHaveLength(1)
    expect(await sentences({ subject: `agent:${editorId}` })).toEqual([])
    expect(await sentences({ from: today, until: today })).toHaveLength(4)
    expect(await sentences({ until: '2020-01-01' })).toEqual([])
    expect(await sentences({ from: '2199-01-01' })).toEqual([])
  })

  test.each([
    { person: 'ada' },
    { action: 'agent.explode' },
    { action: '__proto__' },
    { subject: 'agent:1' },
    { subject: 'session' },
    { from: 'yesterday' },
    { from: '2026-02-30' },
    { from: '2026-02-02', until: '2026-02-01' },
    { until: '9999-12-31' },
    { q: 'x' },
  ])('a wrong filter is refused: %j', (query) => {
    expect(auditFilterSchema.safeParse(query).success).toBe(false)
  })

  test('no row of another workspace is listed or named', async () => {
    const { id } = await opened.db.workspace.create({ data: { slug: 'elsewhere', publicName: 'Elsewhere' } })
    const stranger = await createPerson(opened.db, id, 'owner')
    const theirs = await allowed(stranger, 'audit.read', 'elsewhere')
    expect((await listAudit(theirs, {})).entries).toEqual([])
    await opened.db.auditEvent.create({
      data: {
        workspaceId: id,
        actorKind: 'system',
        action: 'agent.purge',
        subjectKind: 'agent',
        subjectId: agentId,
      },
    })
    const [row] = (await listAudit(theirs, {})).entries
    expect(row?.sentence).toBe('Fullscore removed an agent that is gone for good')
  })

  test('who is gone is a former member, and an action of another version is told by its name', async () => {
    const workspaceId = (await opened.db.workspace.create({ data: { slug: 'old', publicName: 'Old' } })).id
    const reader = await allowed(await createPerson(opened.db, workspaceId, 'owner'), 'audit.read', 'old')
    await opened.db.auditEvent.create({
      data: {
        workspaceId,
        actorKind: 'person',
        actorId: crypto.randomUUID(),
        action: 'agent.dream',
        subjectKind: 'workspace',
        subjectId: workspaceId,
      },
    })
    expect((await listAudit(reader, {})).entries[0]?.sentence).toBe(
      'former member: agent.dream of the workspace',
    )
  })

  test('what a program did is told as its maker’s, with the token it used, and found by the maker', async () => {
    const { id } = await opened.db.workspace.create({ data: { slug: 'robots', publicName: 'Robots' } })
    const maker = await createPerson(opened.db, id, 'owner')
    await opened.db.user.update({ where: { id: maker.userId }, data: { name: 'Grace' } })
    const made = await createToken(await allowed(maker, 'token.manage', 'robots'), {
      name: 'CI',
      scopes: ['write'],
      lifetimeDays: 7,
    })
    const tokenId = made.ok ? made.value.id : ''
    const write = await allowed(maker, 'agent.write', 'robots')
    const context = { requestId: crypto.randomUUID(), clientAddress: '192.0.2.1', nonce: '' }
    for (const [slug, used] of [
      ['first', tokenId],
      ['second', crypto.randomUUID()],
    ] as const)
      await registry().requests.run({ ...context, tokenId: used }, () =>
        createAgent(write, { slug, document: documentWith({ name: slug }) }, 'scratch'),
      )
    const reader = await allowed(maker, 'audit.read', 'robots')
    const { entries } = await listAudit(reader, auditFilterSchema.parse({ person: maker.userId }))
    expect(entries.map(({ sentence, who }) => [sentence, who])).toEqual([
      ['Grace, with a token that is gone, made second from scratch', 'Grace'],
      ['Grace, with the token “CI”, made first from scratch', 'Grace'],
      ['Grace made the token “CI” to write', 'Grace'],
    ])
    const pieces: string[] = []
    for await (const piece of exportAudit(reader, {})) pieces.push(piece)
    expect(pieces.join('')).toContain('Grace,"Grace, with the token “CI”, made first from scratch"')
  })

  test('pages and the table hold every row once, also those of one moment', async () => {
    const workspaceId = (await opened.db.workspace.create({ data: { slug: 'long', publicName: 'Long' } })).id
    const reader = await allowed(await createPerson(opened.db, workspaceId, 'owner'), 'audit.read', 'long')
    const moments = [new Date('2026-01-01T10:00:00.001Z'), new Date('2026-01-01T10:00:00.002Z')]
    await opened.db.auditEvent.createMany({
      data: Array.from({ length: 2_345 }, (_, index) => ({
        workspaceId,
        at: moments[index % 2] ?? new Date(0),
        actorKind: 'system',
        action: 'workspace.change-settings',
        subjectKind: 'workspace',
        subjectId: workspaceId,
        detail: { changed: `=row ${index}` },
        address: index === 7 ? '=cmd()' : null,
      })),
    })
    const seen = new Set<string>()
    let after: AuditPlace | undefined
    for (let pages = 0; pages < 100; pages++) {
      const page = await listAudit(reader, {}, after)
      for (const { id } of page.entries) seen.add(id)
      if (page.next === null) break
      after = page.next
    }
    expect(seen.size).toBe(2_345)
    const table = async (rowsMax?: number) => {
      const pieces: string[] = []
      for await (const piece of exportAudit(reader, {}, rowsMax)) pieces.push(piece)
      return pieces
    }
    const pieces = await table()
    expect(pieces).toHaveLength(3)
    const lines = pieces.join('').trimEnd().split('\r\n')
    expect(lines[0]?.split(',')).toHaveLength(AUDIT_CSV_HEAD.split(',').length)
    expect(new Set(lines).size).toBe(2_345)
    expect(lines.filter((line) => line.includes(",'=cmd(),"))).toHaveLength(1)
    expect((await table(1_500)).join('').trimEnd().split('\r\n')).toHaveLength(1_500)
  }, 30_000)
})
