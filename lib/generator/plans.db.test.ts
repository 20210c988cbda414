import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findCompared } from '@/lib/agents/find-compared'
import { exportAgents } from '@/lib/agents/lists/export-csv'
import { readAgentFilters } from '@/lib/agents/lists/filters'
import { findCandidates } from '@/lib/agents/lists/find-candidates'
import { countAgents, findAgents, listAgents } from '@/lib/agents/lists/list'
import { searchAgents } from '@/lib/agents/lists/search-agents'
import { AGENT_LIST_SORTS, AGENT_SORTS } from '@/lib/agents/lists/sorts'
import type { Team } from '@/lib/agents/testing/writing'
import { previewRun } from '@/lib/bulk/preview'
import { startRun } from '@/lib/bulk/start'
import { draftKeyOf } from '@/lib/compare/address'
import { AGENTS_MAX } from '@/lib/compare/compared-agent'
import { getAgentTrend } from '@/lib/dashboard/agent-trend'
import { getDashboard } from '@/lib/dashboard/dashboard'
import { listMoved } from '@/lib/dashboard/movement'
import { daysBefore } from '@/lib/dashboard/since'
import { listWeeks } from '@/lib/dashboard/weeks'
import { statementsOf } from '@/lib/db/statements'
import {
  AGENTS,
  type HundredThousand,
  openHundredThousand,
  RARE,
  WITH_TEXTS,
} from '@/lib/generator/testing/hundred-thousand'
import { FILES, LIMITS, QUESTIONS } from '@/lib/generator/testing/questions'
import { LARGE, READ_MAX, wasteOf } from '@/lib/generator/testing/waste'
import { librarySchema, SORTS } from '@/lib/library/filters'
import { findPublishedReports } from '@/lib/library/published-reports'
import { listLibrary } from '@/lib/library/queries'
import { searchLibrary } from '@/lib/library/search-library'
import { getLibraryStatistics } from '@/lib/library/statistics'
import { listCommonTags } from '@/lib/search/common-tags'
import { correctSearch } from '@/lib/search/correct'
import { LIBRARY_SCOPE } from '@/lib/search/facets'
import { MATCHES_MAX } from '@/lib/search/matches'

/**
 * What the app asks the database for, seen in the moment that it asks: whatever is added to one of these pages is held to
 * the same.
 */
describe(`at ${AGENTS.toLocaleString('en')} agents`, () => {
  let ground: HundredThousand
  beforeAll(async () => {
    ground = await openHundredThousand()
  }, 240_000)
  afterAll(() => ground?.close())

  test.each(LARGE)('there are many %s', async (table) => {
    expect(await ground.explainer.countRows(table)).toBeGreaterThan(READ_MAX)
  })

  const explained = async (work: () => Promise<unknown>) => {
    const statements = await statementsOf(work)
    expect(statements.length).toBeGreaterThan(0)
    return ground.explainer.explain(statements)
  }

  async function expectLookedUp(work: () => Promise<unknown>, whose: 'page' | 'all' = 'page'): Promise<void> {
    for (const plan of await explained(work)) expect(wasteOf(plan, whose), plan.text).toEqual([])
  }

  const asked = (query: Record<string, string>) => {
    const { filters, refused } = readAgentFilters(query)
    expect(refused).toEqual([])
    return filters
  }
  const right = (team: Team = ground.team) => team.as('viewer', 'agent.read')

  test.each(AGENT_SORTS)(
    'the API reads agents by %s along an index, from the first page to the last',
    async (sort) => {
      const reader = await right()
      await expectLookedUp(async () => {
        const { nextCursor } = await listAgents(reader, { sort })
        expect(nextCursor).not.toBeNull()
      })
    },
  )

  test.each(AGENT_LIST_SORTS)('the list by %s begins and goes on along an index', async (sort) => {
    const reader = await right()
    let cursor: string | null = null
    await expectLookedUp(async () => {
      for (let page = 0; page < 3; page += 1) {
        const found = await findAgents(reader, asked({ sort, ...(cursor !== null && { cursor }) }))
        cursor = found.nextCursor
        expect(cursor).not.toBeNull()
      }
    })
  })

  test.each(QUESTIONS)('what is filtered by %j is looked up, also by a small workspace', async (query) => {
    for (const team of [ground.team, ground.small]) {
      const reader = await right(team)
      await expectLookedUp(() => searchAgents(reader, asked(query)))
    }
  })

  test.each([
    { toolUse: '0.7..', identity: '0.4..' },
    { toolUse: '0.2..', identity: '0.2..' },
    { formula: 'aivss-0.8', visibility: 'private' },
    { openLayers: '1..3' },
  ])('what is as common as %j is counted by an index alone', async (query) => {
    const reader = await right()
    const [plan, ...more] = await explained(() => countAgents(reader, asked(query)))
    const read = plan?.readings.filter(({ kept, dropped }) => kept + dropped > 0)
    expect([read?.map(({ by }) => by), more]).toEqual([['Index Only Scan'], []])
  })

  test.each([
    { cvss: '..4', sort: '-score' },
    { toolUse: '..0.3', sort: '-score' },
    { toolUse: '0.9..', sort: 'score' },
    { draft: 'changed', sort: 'score' },
  ])('what stands behind thousands by its score, such as %j, is found in their index', async (query) => {
    const reader = await right()
    const [, plan] = await explained(() => findAgents(reader, asked(query)))
    const readings = plan?.readings.filter(({ table }) => table === 'agent_cards')
    expect(readings?.map(({ by }) => by)).toEqual(['Index Only Scan', 'Index Scan'])
    expect(readings?.at(-1)).toMatchObject({ kept: 51, dropped: 0 })
  })

  test.each([
    { formula: 'aivss-0.5', sort: '-score' },
    { draft: 'draft-only', sort: '-score' },
  ])('only the part of the scores where %j stands is read', async (query) => {
    const reader = await right()
    const [, plan] = await explained(() => findAgents(reader, asked(query)))
    const readings = plan?.readings.filter(({ table }) => table === 'agent_cards')
    expect(readings?.map(({ kept, dropped }) => [kept, dropped])).toEqual([
      [51, 0],
      [51, 0],
    ])
  })

  test.each(LIMITS)('what is filtered by %j is known to read more, and no agent twice', async (query) => {
    const reader = await right()
    for (const plan of await explained(() => findAgents(reader, asked(query))))
      for (const { kept, dropped } of plan.readings) expect(kept + dropped).toBeLessThanOrEqual(AGENTS)
  })

  test.each(FILES)('a file with all that is filtered by %j reads hardly an agent twice', async (query) => {
    const reader = await right()
    const plans = await explained(async () => {
      for await (const _ of exportAgents(reader, asked(query)));
    })
    const rows = plans.slice(1).reduce((sum, { given }) => sum + given, 0)
    const read = plans
      .flatMap(({ readings }) => readings)
      .reduce((sum, { kept, dropped }) => sum + kept + dropped, 0)
    expect(read).toBeLessThan(rows > MATCHES_MAX ? 2 * AGENTS : READ_MAX)
  })

  test.each(QUESTIONS)('a run over all that is filtered by %j reads what it is about', async (query) => {
    const right = await ground.team.as('editor', 'agent.write')
    const selection = { kind: 'matching', filters: asked(query) } as const
    const begin = { id: crypto.randomUUID(), deed: { kind: 'tag', tag: 'x' }, right, selection } as const
    // Whoever begins it was told of other agents, so that it is not begun.
    for (const work of [() => previewRun(right, selection), () => startRun({ ...begin, expected: 'others' })])
      await expectLookedUp(work, 'all')
  })

  test('all of the dashboard is read along indexes or from what is counted already', async () => {
    const [reader, auditor] = [await right(), await ground.team.as('owner', 'audit.read')]
    await expectLookedUp(() => getDashboard(reader, daysBefore(new Date(), 30), auditor))
    await expectLookedUp(() => getDashboard(reader, daysBefore(new Date(), 300), null))
    await expectLookedUp(() => listMoved(reader, daysBefore(new Date(), 90), 'rose', 2))
    await expectLookedUp(() => listWeeks(reader, 52))
  })

  test('the trend of an agent is read by its id', async () => {
    const [reader, agent] = [await right(), await ground.opened.db.agent.findFirstOrThrow()]
    await expectLookedUp(() => getAgentTrend(reader, agent.id))
  })

  test.each(['clodu', 'kubernets', 'xylophonik', 'zzyzx'])(
    'what was meant by “%s” is looked up',
    async (q) => {
      await expectLookedUp(() => correctSearch(ground.team.workspaceId, { q }))
      await expectLookedUp(() => correctSearch(LIBRARY_SCOPE, { q }))
    },
  )

  test.each(SORTS)('the library by %s begins and goes on along an index', async (sort) => {
    let cursor: string | null = null
    await expectLookedUp(async () => {
      for (let page = 0; page < 3; page += 1) {
        const found = await listLibrary(
          librarySchema.parse({ sort, limit: '100', ...(cursor !== null && { cursor }) }),
        )
        cursor = found.nextCursor
      }
    })
  })

  test.each(QUESTIONS.filter((query) => librarySchema.safeParse(query).success))(
    'what of the library is filtered by %j is looked up',
    async (query) => {
      await expectLookedUp(() => searchLibrary(librarySchema.parse(query)))
    },
  )

  test('of more than a thousand matches a thousand are ranked, each on one page, and more are counted', async () => {
    const reader = await right()
    const agents: string[] = []
    for (let cursor: string | undefined, isFirst = true; isFirst || cursor !== undefined; isFirst = false) {
      const page = await findAgents(reader, asked({ q: 'cloud', limit: '100', ...(cursor && { cursor }) }))
      expect(page.count).toBe(MATCHES_MAX + 1)
      agents.push(...page.agents.map(({ id }) => id))
      cursor = page.nextCursor ?? undefined
    }
    expect([agents.length, new Set(agents).size]).toEqual([MATCHES_MAX, MATCHES_MAX])
    const slugs: string[] = []
    for (let cursor: string | undefined, isFirst = true; isFirst || cursor !== undefined; isFirst = false) {
      const page = await listLibrary(librarySchema.parse({ q: 'cloud', limit: '100', cursor }))
      expect(page.count).toBe(MATCHES_MAX + 1)
      slugs.push(...page.rows.map(({ slug }) => slug))
      cursor = page.nextCursor ?? undefined
    }
    expect([slugs.length, new Set(slugs).size]).toEqual([MATCHES_MAX, MATCHES_MAX])
  })

  test('those that have the very words are ranked before what only begins with them', async () => {
    const reader = await right()
    const { db } = ground.opened
    const idsOf = async (q: string) => {
      const found: string[] = []
      for (let cursor: string | null = ''; cursor !== null; ) {
        const page = await findAgents(reader, asked({ q, limit: '100', ...(cursor && { cursor }) }))
        found.push(...page.agents.map(({ id }) => id))
        cursor = page.nextCursor
      }
      return found
    }
    const frequent = await idsOf('connector')
    const having = await db.$queryRaw`SELECT count(*)::int AS agents FROM agent_cards
      WHERE agent_id = ANY(${frequent}::uuid[]) AND words @@ '''connector'''::tsquery`
    expect([frequent.length, having]).toEqual([MATCHES_MAX, [{ agents: MATCHES_MAX }]])
    const { agentId } = await db.agentCard.findFirstOrThrow({ where: WITH_TEXTS })
    await db.$executeRaw`UPDATE agent_cards SET words = words || '''connecto'':9D'::tsvector
      WHERE agent_id = ${agentId}::uuid`
    const filledUp = await idsOf('connecto')
    expect(filledUp).toHaveLength(MATCHES_MAX)
    expect(filledUp).toContain(agentId)
  })

  test('the figures of the library are looked up, and of thousands of tags those that are offered', async () => {
    await expectLookedUp(getLibraryStatistics)
    for (const scope of [LIBRARY_SCOPE, ground.team.workspaceId, ground.small.workspaceId])
      for (const { readings } of await explained(() => listCommonTags(scope, 12)))
        expect(readings.map(({ kept, dropped }) => [kept, dropped])).toEqual([[12, 0]])
  })

  test('six listed agents are read for a comparison by their names', async () => {
    const listed = await ground.opened.db.listing.findMany({ where: WITH_TEXTS, take: AGENTS_MAX })
    await expectLookedUp(() => findPublishedReports(listed.map(({ slug }) => slug)))
  })

  test('agents of the workspace are found and read for a comparison by their names, also as drafts', async () => {
    const reader = await right()
    for (const q of [undefined, 'cloud', 'hipaa kubernetes', RARE, 'zzyzx'])
      await expectLookedUp(() => findCandidates(reader, q))
    const whole = await ground.opened.db.agentCard.findMany({ where: WITH_TEXTS, take: AGENTS_MAX })
    const names = whole.map(({ slug }) => slug)
    await expectLookedUp(() => findCompared(reader, names))
    await expectLookedUp(() => findCompared(reader, names.map(draftKeyOf)))
  })
})
