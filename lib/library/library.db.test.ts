import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createListed, createWorkspace, documentWith } from '@/lib/agents/testing/documents'
import { FACTOR_IDS } from '@/lib/aivss/factors'
import { FORMULA_IDS, type FormulaId } from '@/lib/aivss/formulas'
import { openTestDatabase, SERVERS, type TestDatabase } from '@/lib/db/testing/database'
import { librarySchema, SORTS, type Sort } from '@/lib/library/filters'
import { findPublishedReport } from '@/lib/library/published-report'
import { countLibrary, listLibrary } from '@/lib/library/queries'
import { getLibraryStatistics } from '@/lib/library/statistics'
import { listCommonTags } from '@/lib/search/common-tags'
import { LIBRARY_SCOPE } from '@/lib/search/facets'

type Query = Parameters<typeof librarySchema.parse>[0]
const filters = (query: Query = {}) => librarySchema.parse(query)
const slugs = async (query: Query = {}) => (await listLibrary(filters(query))).rows.map(({ slug }) => slug)

describe.each(SERVERS)('the library, on the %s Postgres', (which) => {
  let opened: TestDatabase
  beforeAll(async () => {
    opened = await openTestDatabase(which)
    await fill(opened)
  })
  afterAll(() => opened?.close())

  test('an agent is found by the beginnings of words in its name, vendor, tags and summary', async () => {
    for (const q of [
      'kube',
      'KUBERN',
      'Sirius mcp',
      'orchestr',
      'feature-flags',
      'flags',
      'acme.io',
      'CI/CD',
      'eclair',
      'हिन्',
    ])
      expect(await slugs({ q }), q).toEqual(['kube'])
  })

  test('every word of a search has to occur', async () => {
    expect(await slugs({ q: 'kube nowhere' })).toEqual([])
  })

  test('no sign of the query language means anything', async () => {
    for (const q of ["'", '& | ! ( )', "kube' | 'x", 'kube:*', '\\', '%', 'a & & b', '<->'])
      await expect(listLibrary(filters({ q })), q).resolves.toBeDefined()
    expect(await slugs({ q: "kube' | 'nomad" })).toEqual([])
  })

  test('kind, severity and tag narrow the list, together', async () => {
    expect(await slugs({ kind: 'skill' })).toEqual(['nomad'])
    expect(await slugs({ tag: 'cloud' })).toEqual(['kube', 'nomad'])
    expect(await slugs({ severity: 'Critical', tag: 'cloud' })).toEqual(['kube'])
    expect(await countLibrary(filters({ tag: 'cloud' }))).toBe(2)
  })

  test('the tags that most agents carry come first', async () => {
    expect(await listCommonTags(LIBRARY_SCOPE, 1)).toEqual([{ tag: 'cloud', agents: 2 }])
  })

  test('every figure of the library is that of the list which it leads to', async () => {
    const { agents, kinds, formulas, factors } = await getLibraryStatistics()
    const figures: readonly (readonly [Query, number])[] = [
      [{}, agents],
      ...kinds.map(({ id, agents }) => [{ kind: id }, agents] as const),
      ...formulas.flatMap(({ id: formula, severities }) =>
        severities.map(({ id, agents }) => [{ formula, severity: id }, agents] as const),
      ),
      ...factors.flatMap(({ id, thirds }) =>
        thirds.map((third) => [{ [id]: third.id }, third.agents] as const),
      ),
    ]
    for (const [query, agents] of figures)
      expect(await countLibrary(filters(query)), JSON.stringify(query)).toBe(agents)
    expect(figures.filter(([, agents]) => agents > 0).length).toBeGreaterThan(FACTOR_IDS.length)
  })

  test.each(['-score', 'score'] as const)(
    'sorted by %s, each formula is a group, the headline first',
    async (sort) => {
      const { rows } = await listLibrary(filters({ sort, limit: '100' }))
      expect([...new Set(rows.map(({ formula }) => formula))]).toEqual(FORMULA_IDS)
      for (const formula of FORMULA_IDS) {
        const scores = rows.filter((row) => row.formula === formula).map(({ score_tenths }) => score_tenths)
        const rising = scores.toSorted((a, b) => a - b)
        expect(scores).toEqual(sort === 'score' ? rising : rising.reverse())
      }
    },
  )

  test('names sort without regard to case and accents', async () => {
    const { rows } = await listLibrary(filters({ sort: 'name', limit: '100' }))
    const names = rows.map(({ name }) => name)
    expect(names.indexOf('élan')).toBeGreaterThan(names.indexOf('Agent 20'))
    expect(names.indexOf('élan')).toBeLessThan(names.indexOf('Kubernetes/MCP of Sirius'))
  })

  test.each(SORTS)('pages of three in the order %s show everything once and in order', async (sort: Sort) => {
    const whole = await slugs({ sort, limit: '100' })
    const paged: string[] = []
    let cursor: string | null | undefined
    while (cursor !== null) {
      const page = await listLibrary(filters({ sort, limit: '3', ...(cursor && { cursor }) }))
      paged.push(...page.rows.map(({ slug }) => slug))
      cursor = page.nextCursor
    }
    expect(paged).toEqual(whole)
    expect(new Set(paged).size).toBe(await countLibrary(filters()))
  })
})

describe.each(SERVERS)('a published report, on the %s Postgres', (which) => {
  let opened: TestDatabase
  let agentId: string
  beforeAll(async () => {
    opened = await openTestDatabase(which)
    const workspaceId = await createWorkspace(opened.db, 'one')
    agentId = await createListed(opened.db, workspaceId, 'open', documentWith({ base: 9.1 }))
  })
  afterAll(() => opened?.close())

  test('is found under its public name, with its publisher and its revisions', async () => {
    const report = await findPublishedReport('open')
    expect(report).toMatchObject({ number: 1, publisher: 'The one team', score: { score: 9.1 } })
    expect(report?.revisions.map(({ number }) => number)).toEqual([1])
  })

  test('is null for a name or a revision that is not there, and for what is no name at all', async () => {
    for (const slug of ['nobody', '', 'Open', '../open', 'open\0', 'a'.repeat(5_000), undefined])
      expect(await findPublishedReport(slug), JSON.stringify(slug)).toBeNull()
    expect(await findPublishedReport('open', 2)).toBeNull()
    expect(await findPublishedReport('open', 2 ** 31)).toBeNull()
  })

  test('is gone from the next read on when its revision is withdrawn', async () => {
    await opened.db.revision.update({
      where: { agentId_number: { agentId, number: 1 } },
      data: { withdrawnAt: new Date() },
    })
    expect(await findPublishedReport('open')).toBeNull()
    expect(await findPublishedReport('open', 1)).toBeNull()
    expect(await slugs()).toEqual([])
  })
})

/** Agents under every formula, many with the same score, and three that stand out. */
async function fill({ db }: TestDatabase): Promise<void> {
  const workspaceId = await createWorkspace(db, 'library')
  for (let index = 0; index < 24; index++) {
    const formula = FORMULA_IDS[index % FORMULA_IDS.length] as FormulaId
    const document = documentWith({ name: `Agent ${index}`, base: index % 5, formula, kind: 'agent' })
    const day = new Date(Date.UTC(2026, 8, 1 + (index % 4)))
    await createListed(db, workspaceId, `agent-${index}`, document, day)
  }
  const standOut = [
    [
      'kube',
      { name: 'Kubernetes/MCP of Sirius', base: 9.5, vendor: 'Acme.io', tags: ['cloud', 'Feature-Flags'] },
    ],
    ['nomad', { name: 'Nomad', base: 7, kind: 'skill', tags: ['cloud'] }],
    ['elan', { name: 'élan', base: 3 }],
  ] as const
  for (const [slug, wanted] of standOut) {
    const { tags, ...rest } = { tags: [], ...wanted }
    const summary = slug === 'kube' ? 'Steers an orchestrator through CI/CD. Éclair, हिन्दी.' : 'Says little.'
    await createListed(db, workspaceId, slug, documentWith({ ...rest, summary, tags: [...tags] }))
  }
}
