import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { saveDraft } from '@/lib/agents/drafts/draft'
import { publishRevision } from '@/lib/agents/publishing/publish'
import { listAgent, setVisibility } from '@/lib/agents/publishing/show'
import { withdrawRevision } from '@/lib/agents/publishing/withdraw'
import { documentWith } from '@/lib/agents/testing/documents'
import { createTeam, publishNext, type Team, write } from '@/lib/agents/testing/writing'
import { deleteAgent, restoreAgent } from '@/lib/agents/trash'
import { BADGES_MAX, createBadge } from '@/lib/badges/create'
import { findBadge, findListedBadge } from '@/lib/badges/find'
import { listBadges } from '@/lib/badges/list'
import { removeBadge } from '@/lib/badges/remove'
import { openTestDatabase, SERVERS, type TestDatabase } from '@/lib/db/testing/database'

describe.each(SERVERS)('badge addresses, on the %s Postgres', (which) => {
  let opened: TestDatabase
  let team: Team
  let others: Team
  beforeAll(async () => {
    opened = await openTestDatabase(which)
    team = await createTeam(opened.db)
    others = await createTeam(opened.db)
  })
  afterAll(() => opened?.close())

  const show = async (agentId: string, visibility: 'private' | 'link') =>
    setVisibility(await team.as('editor', 'agent.publish'), agentId, visibility)
  const published = async (slug: string): Promise<string> => {
    const agentId = await write(team, slug)
    await publishNext(team, agentId)
    await show(agentId, 'link')
    return agentId
  }
  const make = async (agentId: string, number?: number, by = team) =>
    createBadge(await by.as('editor', 'agent.share'), { agentId, number })
  const made = async (agentId: string, number?: number): Promise<string> => {
    const badge = await make(agentId, number)
    if (!badge.ok) throw new Error(badge.error)
    return badge.value
  }
  const withdraw = async (agentId: string, number: number) =>
    withdrawRevision(await team.as('owner', 'revision.withdraw'), agentId, number)
  const lines = async (agentId: string, by = team) => listBadges(await by.as('viewer', 'agent.read'), agentId)
  /** As if it had been published so long ago; a trigger keeps revisions from being changed otherwise. */
  const outdateAfter = (days: number) =>
    opened.db.workspace.update({ where: { id: team.workspaceId }, data: { outdatedAfterDays: days } })

  test('a badge shows the latest revision or the pinned one, and names nobody', async () => {
    const agentId = await published('shown')
    const [latest, pinned] = [await made(agentId), await made(agentId, 1)]
    expect(latest).toMatch(/^[\w-]{27}$/)
    const first = { score: 5, severity: 'Medium', isOutdated: false }
    expect(await findBadge(latest)).toEqual(first)
    expect(await findBadge(pinned)).toEqual(first)
    await publishNext(team, agentId, 9.5)
    expect(await findBadge(latest)).toEqual({ score: 9.5, severity: 'Critical', isOutdated: false })
    expect(await findBadge(pinned)).toEqual({ ...first, isOutdated: true })
  })

  test('a draft that nobody has published changes nothing about a badge', async () => {
    const agentId = await published('drafted')
    const codes = [await made(agentId), await made(agentId, 1)]
    const before = await Promise.all(codes.map(findBadge))
    const { version } = await opened.db.draft.findUniqueOrThrow({ where: { agentId } })
    const right = await team.as('editor', 'agent.write')
    const saved = await saveDraft(right, { agentId, version, document: documentWith({ base: 10 }) })
    expect(saved.ok).toBe(true)
    expect(await Promise.all(codes.map(findBadge))).toEqual(before)
  })

  test('a badge is outdated when its revision is older than the workspace lets one become', async () => {
    const agentId = await write(team, 'aged')
    await show(agentId, 'link')
    await publishRevision(opened.db, {
      workspaceId: team.workspaceId,
      agentId,
      document: documentWith({}),
      note: '',
      byline: '',
      publishedAt: new Date(Date.now() - 10 * 86_400_000),
    })
    await listAgent(await team.as('owner', 'agent.list'), agentId, 'aged')
    const code = await made(agentId)
    const seen = async () => [
      (await findBadge(code))?.isOutdated,
      (await findListedBadge('aged'))?.isOutdated,
    ]
    await outdateAfter(11)
    expect(await seen()).toEqual([false, false])
    await outdateAfter(9)
    expect(await seen()).toEqual([true, true])
    await outdateAfter(180)
  })

  test('nothing is shown while the agent is private or in the trash, and it is shown again after', async () => {
    const agentId = await published('hidden')
    const code = await made(agentId)
    await show(agentId, 'private')
    expect(await findBadge(code)).toBeUndefined()
    await show(agentId, 'link')
    expect(await findBadge(code)).toBeDefined()
    await deleteAgent(await team.as('editor', 'agent.write'), agentId)
    expect(await findBadge(code)).toBeUndefined()
    await restoreAgent(await team.as('editor', 'agent.write'), agentId)
    expect(await findBadge(code)).toBeDefined()
  })

  test('a withdrawn revision is not shown, and the latest falls back to the one before', async () => {
    const agentId = await published('leaky')
    await publishNext(team, agentId, 9.5)
    const [latest, first, second] = [await made(agentId), await made(agentId, 1), await made(agentId, 2)]
    await withdraw(agentId, 2)
    expect(await findBadge(second)).toBeUndefined()
    expect(await findBadge(latest)).toMatchObject({ score: 5, isOutdated: false })
    expect(await findBadge(first)).toMatchObject({ score: 5, isOutdated: false })
    expect((await lines(agentId)).map(({ isWithdrawn }) => isWithdrawn)).toEqual([true, false, false])
    expect(await make(agentId, 2)).toEqual({ ok: false, error: 'no-revision' })
    expect(await make(agentId, 3)).toEqual({ ok: false, error: 'no-revision' })
    await withdraw(agentId, 1)
    expect(await findBadge(latest)).toBeUndefined()
  })

  test('a removed badge is gone on the next request', async () => {
    const agentId = await published('removed')
    const code = await made(agentId)
    const [line] = await lines(agentId)
    const badgeId = line?.id ?? ''
    const right = await team.as('editor', 'agent.share')
    expect(await removeBadge(right, { agentId, badgeId })).toEqual({ ok: true, value: undefined })
    expect(await findBadge(code)).toBeUndefined()
    expect(await removeBadge(right, { agentId, badgeId })).toEqual({ ok: false, error: 'not-found' })
    const told = await opened.db.auditEvent.findMany({
      where: { subjectId: badgeId },
      orderBy: { id: 'asc' },
      select: { action: true, detail: true },
    })
    expect(told).toEqual([
      { action: 'badge.create', detail: { agentId } },
      { action: 'badge.remove', detail: { agentId } },
    ])
  })

  test('an agent has at most twenty, however many are asked for at once', async () => {
    const agentId = await published('crowded')
    const outcomes = await Promise.all(Array.from({ length: BADGES_MAX + 4 }, () => make(agentId)))
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(BADGES_MAX)
    expect(await make(agentId)).toEqual({ ok: false, error: 'too-many' })
    expect(await lines(agentId)).toHaveLength(BADGES_MAX)
  })

  test("nothing of another workspace's can be shown, seen or removed", async () => {
    const agentId = await published('guarded')
    const code = await made(agentId)
    const [line] = await lines(agentId)
    expect(await make(agentId, undefined, others)).toEqual({ ok: false, error: 'not-found' })
    expect(await lines(agentId, others)).toEqual([])
    const thief = await others.as('owner', 'agent.share')
    const badge = { agentId, badgeId: line?.id ?? '' }
    expect(await removeBadge(thief, badge)).toEqual({ ok: false, error: 'not-found' })
    expect(await findBadge(code)).toBeDefined()
  })

  test('what is no code finds nothing, and neither does one that was never given', async () => {
    const strange = ['', 'x', 'a'.repeat(26), 'a'.repeat(28), `${'a'.repeat(26)}\0`, `${'a'.repeat(26)}%`]
    for (const code of [...strange, 'a'.repeat(27), 'a'.repeat(100_000)])
      expect(await findBadge(code)).toBeUndefined()
  })
})
