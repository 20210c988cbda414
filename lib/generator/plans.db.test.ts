import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { readAgentFilters } from '@/lib/agents/filters'
import { findCandidates } from '@/lib/agents/find-candidates'
import { findCompared } from '@/lib/agents/find-compared'
import { countAgents, findAgents, listAgents } from '@/lib/agents/list'
import { AGENT_LIST_SORTS, AGENT_SORTS } from '@/lib/agents/sorts'
import { createTeam, type Team } from '@/lib/agents/testing/writing'
import { draftKeyOf } from '@/lib/compare/address'
import { AGENTS_MAX } from '@/lib/compare/compared-agent'
import { getAgentTrend } from '@/lib/dashboard/agent-trend'
import { getDashboard } from '@/lib/dashboard/dashboard'
import { listMoved } from '@/lib/dashboard/movement'
import { daysBefore } from '@/lib/dashboard/since'
import { listWeeks } from '@/lib/dashboard/weeks'
import { statementsOf } from '@/lib/db/statements'
import { openTestDatabase, type TestDatabase } from '@/lib/db/testing/database'
import { type Explained, type Explainer, openExplainer } from '@/lib/db/testing/statements'
import { fill } from '@/lib/generator/fill'
import { multiply } from '@/lib/generator/testing/multiply'
import { librarySchema, SORTS } from '@/lib/library/filters'
import { findPublishedReports } from '@/lib/library/published-reports'
import { countLibrary, listLibrary } from '@/lib/library/queries'
import { getLibraryStatistics } from '@/lib/library/statistics'
import { registry } from '@/lib/registry'
import { listCommonTags } from '@/lib/search/common-tags'
import { correctSearch } from '@/lib/search/correct'
import { LIBRARY_SCOPE } from '@/lib/search/facets'

const MADE = 2_000
const TIMES = 50
const AGENTS = MADE * TIMES
const LARGE = ['agents', 'agent_cards', 'drafts', 'revisions', 'listings', 'movements', 'public_names']
/** A filter that keeps more than this share of a table may as well read all of it. */
const SHARE_MAX = 1 / 20

/**
 * What the app asks the database for, seen in the moment that it asks: whatever is added to one of these pages is held to
 * the same.
 */
describe(`at ${AGENTS.toLocaleString('en')} agents`, () => {
  let opened: TestDatabase
  let team: Team
  let explainer: Explainer
  let sizes: ReadonlyMap<string, number>
  beforeAll(async () => {
    opened = await openTestDatabase('embedded')
    team = await createTeam(opened.db)
    const superuser = superuserOf(registry().databaseUrl, inject('servers').embedded?.adminUrl ?? '')
    await fill(
      registry().databaseUrl,
      {
        ...{ workspaceId: team.workspaceId, agents: MADE, seed: 3, listed: 0.5 },
        ...{ until: new Date(), authors: [], byline: 'The generator' },
      },
      () => {},
    )
    await multiply(superuser, TIMES)
    explainer = await openExplainer(registry().databaseUrl)
    sizes = new Map(
      await Promise.all(LARGE.map(async (table) => [table, await explainer.countRows(table)] as const)),
    )
  }, 240_000)
  afterAll(async () => {
    await explainer?.close()
    await opened?.close()
  })

  async function expectLookedUp(work: () => Promise<unknown>): Promise<void> {
    const statements = await statementsOf(work)
    expect(statements.length).toBeGreaterThan(0)
    for (const statement of statements) {
      const explained = await explainer.explain(statement)
      expect(scansOf(explained, sizes), `${statement.text}\n${explained.text}`).toEqual([])
    }
  }

  const asked = (query: Record<string, string>) => {
    const { filters, refused } = readAgentFilters(query)
    expect(refused).toEqual([])
    return filters
  }
  const right = () => team.as('viewer', 'agent.read')

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

  test.each<Record<string, string>>([
    { severity: 'Critical' },
    { severity: 'None' },
    { kind: 'other' },
    { tag: 'cloud' },
    { tag: 'hipaa', sort: '-score' },
    { toolUse: '0.8..', identity: '0.5..' },
    { toolUse: '0.95..', opacity: '0.9..', sort: 'name' },
    { score: '9..', formula: 'aivss-0.5' },
    { uncertain: 'L3', openLayers: '6..' },
    { draft: 'changed', visibility: 'listed' },
    { published: '2026-01-01..2026-01-31' },
    { outdated: 'yes', sort: '-score' },
    { q: 'cloud' },
    { q: 'cloud', sort: 'name' },
    { q: 'sec' },
    { q: 'hipaa kubernetes' },
    { q: 'cloud', severity: 'High', kind: 'skill' },
    { severity: 'Low', sort: '-score' },
    { toolUse: '0..0.2', sort: '-score' },
    { cvss: '9.8..', mitigation: '..0.3' },
  ])('what is filtered by %j is looked up', async (filters) => {
    const reader = await right()
    await expectLookedUp(() => findAgents(reader, asked(filters)))
    await expectLookedUp(() => countAgents(reader, asked(filters)))
  })

  test('all of the dashboard is read along indexes or from what is counted already', async () => {
    const [reader, auditor] = [await right(), await team.as('owner', 'audit.read')]
    await expectLookedUp(() => getDashboard(reader, daysBefore(new Date(), 30), auditor))
    await expectLookedUp(() => getDashboard(reader, daysBefore(new Date(), 300), null))
    await expectLookedUp(() => listMoved(reader, daysBefore(new Date(), 90), 'rose', 2))
    await expectLookedUp(() => listWeeks(reader, 52))
  })

  test('the trend of an agent is read by its id', async () => {
    const [reader, agent] = [await right(), await opened.db.agent.findFirstOrThrow()]
    await expectLookedUp(() => getAgentTrend(reader, agent.id))
  })

  test.each(['clodu', 'kubernets', 'nothing like this'])('what was meant by “%s” is looked up', async (q) => {
    await expectLookedUp(() => correctSearch(team.workspaceId, { q }))
    await expectLookedUp(() => correctSearch(LIBRARY_SCOPE, { q }))
  })

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

  test.each<Record<string, string>>([{ q: 'hipaa' }, { q: 'cloud' }, { tag: 'hipaa' }])(
    'what of the library is filtered by %j is looked up',
    async (filters) => {
      await expectLookedUp(() => listLibrary(librarySchema.parse(filters)))
      await expectLookedUp(() => countLibrary(librarySchema.parse(filters)))
    },
  )

  test('the common tags and the figures of the library are looked up', async () => {
    await expectLookedUp(getLibraryStatistics)
    await expectLookedUp(() => listCommonTags(LIBRARY_SCOPE, 12))
  })

  test('six listed agents are read for a comparison by their names', async () => {
    const listed = await opened.db.listing.findMany({ where: WITH_TEXTS, take: AGENTS_MAX })
    await expectLookedUp(() => findPublishedReports(listed.map(({ slug }) => slug)))
  })

  test('agents of the workspace are found and read for a comparison by their names, also as drafts', async () => {
    const reader = await right()
    for (const q of [undefined, 'cloud', 'hipaa kubernetes', 'nothing like this'])
      await expectLookedUp(() => findCandidates(reader, q))
    const whole = await opened.db.agentCard.findMany({ where: WITH_TEXTS, take: AGENTS_MAX })
    const names = whole.map(({ slug }) => slug)
    await expectLookedUp(() => findCompared(reader, names))
    await expectLookedUp(() => findCompared(reader, names.map(draftKeyOf)))
  })
})

/** Copies have none. */
const WITH_TEXTS = { name: { not: { contains: '-copy-' } } }

const scansOf = ({ readings }: Explained, sizes: ReadonlyMap<string, number>): readonly string[] =>
  readings
    .filter(
      ({ by, table, rows }) =>
        by === 'Seq Scan' && LARGE.includes(table) && rows < (sizes.get(table) ?? 0) * SHARE_MAX,
    )
    .map(({ table, rows }) => `${table} is read as a whole to find ${rows} rows`)

/** The same database by the role that may do everything. */
const superuserOf = (databaseUrl: string, adminUrl: string): string =>
  adminUrl.replace(/[^/]+$/, new URL(databaseUrl).pathname.slice(1))
