import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Authorized } from '@/lib/access/authorize'
import { changeSlug } from '@/lib/agents/change-slug'
import { copyAgent } from '@/lib/agents/copy'
import { createNamedAgent } from '@/lib/agents/create'
import { getDraft } from '@/lib/agents/drafts/draft'
import { findAgent } from '@/lib/agents/find'
import { type AgentPage, listAgents } from '@/lib/agents/lists/list'
import { AGENT_SORTS, type AgentCursor, type AgentSort, agentCursorSchema } from '@/lib/agents/lists/sorts'
import { documentWith } from '@/lib/agents/testing/documents'
import { createTeam, publishNext, type Team, write } from '@/lib/agents/testing/writing'
import { openTestDatabase, SERVERS, type TestDatabase } from '@/lib/db/testing/database'

describe.each(SERVERS)('agents and their addresses, on the %s Postgres', (which) => {
  let opened: TestDatabase
  let team: Team
  let others: Team
  beforeAll(async () => {
    opened = await openTestDatabase(which)
    team = await createTeam(opened.db)
    others = await createTeam(opened.db)
  })
  afterAll(() => opened?.close())

  const writer = (by = team) => by.as('editor', 'agent.write')
  const named = async (name: string) => createNamedAgent(await writer(), documentWith({ name }), 'scratch')
  const where = async (slug: string) => (await findAgent(await team.as('viewer', 'agent.read'), slug))?.slug

  test('an address comes from the name, and one that is taken gets a number', async () => {
    expect([await named('Mail Agent'), await named('Mail agent!'), await named('mail-agent')]).toEqual([
      'mail-agent',
      'mail-agent-2',
      'mail-agent-3',
    ])
    expect([await named('Письмо'), await named('x'.repeat(120)), await named('x'.repeat(119))]).toEqual([
      'agent',
      'x'.repeat(80),
      `${'x'.repeat(78)}-2`,
    ])
  })

  test('no agent gets the address of a page', async () => {
    expect(await named('New')).toBe('new-2')
    const agentId = await write(team, 'old-one')
    expect(await changeSlug(await writer(), agentId, 'new')).toEqual({ ok: false, error: 'slug-taken' })
  })

  test('agents of one name that are made at the same moment get an address each, however many', async () => {
    const slugs = await Promise.all(Array.from({ length: 150 }, () => named('Crowd')))
    expect(new Set(slugs).size).toBe(150)
  })

  test('a former address leads to the present one, until another agent is given it', async () => {
    const agentId = await write(team, 'before')
    expect(await changeSlug(await writer(), agentId, 'after')).toMatchObject({ ok: true })
    expect([await where('before'), await where('after')]).toEqual(['after', 'after'])
    expect(await changeSlug(await writer(), agentId, 'before')).toMatchObject({ ok: true })
    expect([await where('before'), await where('after')]).toEqual(['before', 'before'])
    const other = await write(team, 'third')
    await changeSlug(await writer(), other, 'after')
    expect(await where('after')).toBe('after')
    expect(await where('third')).toBe('after')
  })

  test('a new agent does not take a former address by itself', async () => {
    const agentId = await write(team, 'moved')
    await changeSlug(await writer(), agentId, 'moved-on')
    expect(await named('Moved')).toBe('moved-2')
    expect(await where('moved')).toBe('moved-on')
  })

  test('an address that another agent has is refused, also to two at the same moment', async () => {
    const [one, two] = [await write(team, 'one'), await write(team, 'two')]
    expect(await changeSlug(await writer(), one, 'two')).toEqual({ ok: false, error: 'slug-taken' })
    const outcomes = await Promise.all(
      [one, two].map(async (agentId) => changeSlug(await writer(), agentId, 'both')),
    )
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await changeSlug(await writer(others), one, 'elsewhere')).toEqual({
      ok: false,
      error: 'not-found',
    })
  })

  test('a copy begins with the text of the other, and leaves that as it is', async () => {
    const agentId = await write(team, 'template', documentWith({ name: 'x'.repeat(120) }))
    const copied = await copyAgent(await writer(), agentId)
    expect(copied).toMatchObject({ ok: true })
    const found = await findAgent(await team.as('viewer', 'agent.read'), copied.ok ? copied.value : '')
    const draft = await getDraft(await team.as('viewer', 'agent.read'), found?.agentId ?? '')
    expect(draft?.document.name).toBe(`${'x'.repeat(113)} (copy)`)
    expect(await copyAgent(await writer(others), agentId)).toEqual({ ok: false, error: 'not-found' })
  })

  const walk = async (right: Authorized<'agent.read'>, sort?: AgentSort): Promise<readonly string[]> => {
    const walked: string[] = []
    let page: AgentPage | undefined
    do {
      const after: AgentCursor | undefined = page && agentCursorSchema.parse(page.nextCursor)
      page = await listAgents(right, { ...(sort && { sort }), cursor: after, rowsMax: 3 })
      walked.push(...page.agents.map(({ slug }) => slug))
    } while (page.nextCursor !== null)
    return walked
  }

  test.each([
    '',
    'x',
    '2026-10-01T00:00:00.000Z',
    '2026-10-01T00:00:00.000Z_1',
    ...[
      { sort: 'updated', at: '2026-99-01T00:00:00.000Z', id: crypto.randomUUID() },
      { sort: 'updated', at: '0000-01-01T00:00:00.000Z', id: crypto.randomUUID() },
      { sort: 'score', at: 101, id: crypto.randomUUID() },
      { sort: 'name', at: 'a', id: 'x' },
      { sort: 'name', at: 'a', id: crypto.randomUUID(), more: 1 },
    ].map((place) => Buffer.from(JSON.stringify(place)).toString('base64url')),
  ])('%j is no place in the list', (text) => {
    expect(agentCursorSchema.safeParse(text).success).toBe(false)
  })

  test('agents that were saved in the same moment are each listed once', async () => {
    const own = await createTeam(opened.db)
    const slugs = Array.from({ length: 7 }, (_, index) => `twin-${index}`)
    for (const slug of slugs) await write(own, slug)
    await opened.db.draft.updateMany({
      where: { workspaceId: own.workspaceId },
      data: { updatedAt: new Date() },
    })
    expect([...(await walk(await own.as('viewer', 'agent.read')))].sort()).toEqual(slugs)
  })

  test.each(AGENT_SORTS)('sorted by %s the list walks through every agent once', async (sort) => {
    const own = await createTeam(opened.db)
    const slugs = ['delta', 'Alpha', 'charlie', 'bravo', 'echo', 'Zulu', 'alpha'].map((name, index) => ({
      name,
      slug: `agent-${index}`,
    }))
    for (const { slug, name } of slugs) await write(own, slug, documentWith({ name }))
    const right = await own.as('viewer', 'agent.read')
    for (const [slug, base] of [
      ['agent-1', 9],
      ['agent-4', 2],
    ] as const)
      await publishNext(own, (await findAgent(right, slug))?.agentId ?? '', base)
    const walked = await walk(right, sort)
    expect(new Set(walked).size).toBe(7)
    const reversed = await walk(
      right,
      sort.startsWith('-') ? (sort.slice(1) as AgentSort) : (`-${sort}` as AgentSort),
    )
    expect(reversed.toReversed()).toEqual(walked)
    if (sort === '-score') expect(walked.slice(0, 2)).toEqual(['agent-1', 'agent-4'])
  })

  test('the list walks through every agent once, the last saved first, with what is published of each', async () => {
    const own = await createTeam(opened.db)
    const slugs = Array.from({ length: 7 }, (_, index) => `agent-${index}`)
    for (const slug of slugs) await write(own, slug)
    const right = await own.as('viewer', 'agent.read')
    const first = await findAgent(right, 'agent-0')
    await publishNext(own, first?.agentId ?? '', 9)
    const walked = await walk(right)
    expect(walked).toEqual(['agent-0', ...slugs.slice(1).reverse()])
    const page = await listAgents(right)
    expect(page.agents.at(0)).toMatchObject({
      draft: 'published',
      latest: { number: 1, severity: 'Critical' },
    })
    expect(page.agents.at(1)).toMatchObject({ draft: 'draft-only', latest: null, name: 'agent-6' })
  })
})
