import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { publishDraft } from '@/lib/agents/publishing/publish-draft'
import { listAgent, setVisibility, unlistAgent } from '@/lib/agents/publishing/show'
import { withdrawRevision } from '@/lib/agents/publishing/withdraw'
import { createTeam, publishNext, type Team, write } from '@/lib/agents/testing/writing'
import { deleteAgent, restoreAgent } from '@/lib/agents/trash'
import { openTestDatabase, SERVERS, type TestDatabase } from '@/lib/db/testing/database'
import { findListedName, findPublishedReport } from '@/lib/library/published-report'

describe.each(SERVERS)('what readers see of an agent, on the %s Postgres', (which) => {
  let opened: TestDatabase
  let team: Team
  let others: Team
  beforeAll(async () => {
    opened = await openTestDatabase(which)
    team = await createTeam(opened.db)
    others = await createTeam(opened.db)
  })
  afterAll(() => opened?.close())

  const list = async (agentId: string, name: string, by = team) =>
    listAgent(await by.as('owner', 'agent.list'), agentId, name)
  const unlist = async (agentId: string, by = team) =>
    unlistAgent(await by.as('owner', 'agent.list'), agentId, 'private')
  const withdraw = async (agentId: string, number: number, by = team) =>
    withdrawRevision(await by.as('owner', 'revision.withdraw'), agentId, number)
  const published = async (slug: string): Promise<string> => {
    const agentId = await write(team, slug)
    await publishNext(team, agentId)
    return agentId
  }
  const visibilityOf = async (id: string) =>
    (await opened.db.agent.findUniqueOrThrow({ where: { id } })).visibility
  const shown = async (name: string) => (await findPublishedReport(name))?.number ?? null

  test('listing shows the newest revision at once, and unlisting hides every one of them', async () => {
    const agentId = await published('open')
    await publishNext(team, agentId, 6)
    expect(await shown('open-name')).toBeNull()
    expect(await list(agentId, 'open-name')).toMatchObject({ ok: true })
    expect(await shown('open-name')).toBe(2)
    expect((await findPublishedReport('open-name', 1))?.number).toBe(1)
    expect(await unlist(agentId)).toMatchObject({ ok: true })
    expect(await shown('open-name')).toBeNull()
    expect(await findPublishedReport('open-name', 1)).toBeNull()
    expect(await visibilityOf(agentId)).toBe('private')
  })

  test('without a revision that can be read there is nothing to list, and no name is claimed', async () => {
    const agentId = await write(team, 'unwritten')
    expect(await list(agentId, 'unwritten')).toEqual({ ok: false, error: 'unpublished' })
    await publishNext(team, agentId)
    await withdraw(agentId, 1)
    expect(await list(agentId, 'unwritten')).toEqual({ ok: false, error: 'unpublished' })
    expect(await visibilityOf(agentId)).toBe('private')
    expect(await opened.db.publicName.count({ where: { agentId } })).toBe(0)
  })

  test('a public name belongs to whoever had it first, also while it is not listed', async () => {
    const first = await published('first')
    await list(first, 'wanted')
    await unlist(first)
    const second = await published('second')
    expect(await list(second, 'wanted')).toEqual({ ok: false, error: 'name-taken' })
    expect(await visibilityOf(second)).toBe('private')
    expect(await list(first, 'wanted')).toMatchObject({ ok: true })
  })

  test('of ten agents that want one name at the same moment one is listed', async () => {
    const agents = await Promise.all(Array.from({ length: 10 }, (_, index) => published(`rival-${index}`)))
    const outcomes = await Promise.all(agents.map((agentId) => list(agentId, 'contested')))
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await opened.db.listing.count({ where: { slug: 'contested' } })).toBe(1)
    expect(await opened.db.agent.count({ where: { id: { in: agents }, visibility: 'listed' } })).toBe(1)
  })

  test('a former public name leads to the present one, and to nothing while the agent is not listed', async () => {
    const agentId = await published('renamed')
    for (const name of ['old-name', 'new-name']) await list(agentId, name)
    expect(await findListedName('old-name')).toBe('new-name')
    expect(await shown('old-name')).toBeNull()
    expect(await shown('new-name')).toBe(1)
    await list(agentId, 'old-name')
    expect(await findListedName('new-name')).toBe('old-name')
    await unlist(agentId)
    for (const name of ['old-name', 'new-name', 'nobodys', '', 'A b']) {
      expect(await findListedName(name)).toBeUndefined()
      expect(await shown(name)).toBeNull()
    }
  })

  test('an editor moves between private and link, and takes nothing out of the library', async () => {
    const agentId = await published('linked')
    const set = async (visibility: 'private' | 'link', by = team) =>
      setVisibility(await by.as('editor', 'agent.publish'), agentId, visibility)
    expect(await set('link')).toMatchObject({ ok: true })
    expect(await set('link')).toMatchObject({ ok: true })
    expect(await visibilityOf(agentId)).toBe('link')
    expect(await set('private', others)).toEqual({ ok: false, error: 'not-found' })
    await list(agentId, 'linked')
    expect(await set('private')).toEqual({ ok: false, error: 'listed' })
    expect(await shown('linked')).toBe(1)
    const changes = await opened.db.auditEvent.findMany({
      where: { subjectId: agentId, action: { in: ['agent.change-visibility', 'agent.list'] } },
      orderBy: { id: 'asc' },
      select: { detail: true },
    })
    expect(changes.map(({ detail }) => detail)).toEqual([
      { before: 'private', after: 'link' },
      { before: 'link', publicName: 'linked', number: 1 },
    ])
  })

  test('what is published while listed is in the library at once', async () => {
    const agentId = await published('followed')
    await list(agentId, 'followed')
    await publishNext(team, agentId, 9)
    expect(await shown('followed')).toBe(2)
  })

  test('a withdrawn revision is nowhere, and the library falls back to the newest that is left', async () => {
    const agentId = await published('leaky')
    await publishNext(team, agentId, 6)
    await list(agentId, 'leaky')
    expect(await withdraw(agentId, 2)).toMatchObject({ ok: true })
    expect(await shown('leaky')).toBe(1)
    expect(await findPublishedReport('leaky', 2)).toBeNull()
    expect(await withdraw(agentId, 2)).toEqual({ ok: false, error: 'not-found' })
    await withdraw(agentId, 1)
    expect(await shown('leaky')).toBeNull()
    expect(await opened.db.listing.count({ where: { agentId } })).toBe(0)
    expect(await publishNext(team, agentId, 7)).toBe(3)
    expect(await shown('leaky')).toBe(3)
  })

  test('nothing of another workspace can be listed, unlisted, withdrawn, deleted or brought back', async () => {
    const agentId = await published('guarded')
    await list(agentId, 'guarded')
    const gone = { ok: false, error: 'not-found' }
    expect(await list(agentId, 'stolen', others)).toEqual(gone)
    expect(await unlist(agentId, others)).toEqual(gone)
    expect(await withdraw(agentId, 1, others)).toEqual(gone)
    const thief = await others.as('owner', 'agent.write')
    expect(await deleteAgent(thief, agentId)).toEqual(gone)
    await deleteAgent(await team.as('owner', 'agent.write'), agentId)
    expect(await restoreAgent(thief, agentId)).toEqual(gone)
    expect(await opened.db.publicName.count({ where: { slug: 'stolen' } })).toBe(0)
  })

  test('publishing, withdrawing, unlisting and deleting at once leave no face that should not be', async () => {
    for (let round = 1; round <= 12; round += 1) {
      const slug = `storm-${round}`
      const agentId = await published(slug)
      await list(agentId, slug)
      const owner = await team.as('owner', 'agent.write')
      const version = { agentId, version: 2, note: '', byline: '' }
      await Promise.all([
        publishDraft(await team.as('editor', 'agent.publish'), version),
        publishNext(team, agentId, 7).catch((error: Error) =>
          expect(error.message).toMatch(/no such|not-found|changed/),
        ),
        withdraw(agentId, 1),
        ...(round % 3 === 0 ? [unlist(agentId)] : []),
        ...(round % 3 === 1 ? [deleteAgent(owner, agentId)] : []),
      ])
      const agent = await opened.db.agent.findUniqueOrThrow({ where: { id: agentId } })
      const newest = await opened.db.revision.findFirst({
        where: { agentId, withdrawnAt: null },
        orderBy: { number: 'desc' },
      })
      const mayShow = agent.visibility === 'listed' && agent.deletedAt === null
      expect(await shown(slug)).toBe(mayShow ? (newest?.number ?? null) : null)
    }
  })
})
