import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AgentLine } from '@/lib/agents/lists/agent-line'
import { agentOrder, readAgentFilters } from '@/lib/agents/lists/filters'
import { countAgents, findAgents, foundSql, listAgents } from '@/lib/agents/lists/list'
import { AGENT_LIST_SORTS, type AgentOrder, formatCursor } from '@/lib/agents/lists/sorts'
import { publishDraft } from '@/lib/agents/publishing/publish-draft'
import { setVisibility } from '@/lib/agents/publishing/show'
import { documentWith } from '@/lib/agents/testing/documents'
import { createTeam, type Team, write } from '@/lib/agents/testing/writing'
import { FACTOR_IDS, type FactorId } from '@/lib/aivss/factors'
import { type AssessmentDocument, documentSchema } from '@/lib/assessment/document'
import { openTestDatabase, SERVERS, type TestDatabase } from '@/lib/db/testing/database'
import { LAYER_IDS } from '@/lib/maestro/layers'

const AGENTS = 48
const QUERIES = 250

/** The same numbers on every run. */
function dice(seed: number) {
  let state = seed
  const next = () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32
    return state / 2 ** 32
  }
  return {
    below: (max: number) => Math.floor(next() * max),
    pick: <T>(values: readonly T[]): T => {
      const picked = values[Math.floor(next() * values.length)]
      if (picked === undefined) throw new Error('there is nothing to pick')
      return picked
    },
    chance: (of: number) => next() < of,
  }
}

const KINDS = ['agent', 'mcp-server', 'skill'] as const
const FORMULAS = ['aivss-0.8', 'aivss-1.0-floor', 'aivss-0.5'] as const
const VENDORS = ['Acme', 'ÉLAN', '']
const TAGS = ['one', 'two & three', 'four']

function randomDocument({ below, pick, chance }: ReturnType<typeof dice>, name: string): AssessmentDocument {
  const vendor = pick(VENDORS)
  const document = documentWith({
    name,
    kind: pick(KINDS),
    base: below(101) / 10,
    formula: pick(FORMULAS),
    tags: TAGS.filter(() => chance(0.4)),
    ...(vendor !== '' && { vendor }),
  })
  const factors = Object.fromEntries(
    Object.keys(document.factors).map((id) => [id, { value: below(21) / 20 }]),
  )
  const layers = Object.fromEntries(
    LAYER_IDS.map((id) => [
      id,
      { certainty: chance(0.3) ? 'uncertain' : 'mapped', narrative: `About ${id}.` },
    ]),
  )
  return documentSchema.parse({
    ...document,
    factors,
    layers,
    threatMultiplier: { value: pick([0.91, 0.97, 1]) },
  })
}

type Asked = Readonly<Record<string, string>>

function randomQuery({ below, pick, chance }: ReturnType<typeof dice>): Asked {
  const range = (max: number, places: number) => {
    const steps = max * 10 ** places
    const [a, b] = [below(steps + 1), below(steps + 1)]
      .toSorted((x, y) => x - y)
      .map((step) => step / 10 ** places)
    return pick([`${a}..${b}`, `${a}..`, `..${b}`])
  }
  const days = () => {
    const [a, b] = [daysAgo(below(DAYS)), daysAgo(below(DAYS))].toSorted()
    return pick([`${a}..${b}`, `${a}..`, `..${b}`, `${a}..${a}`])
  }
  const possible: Readonly<Record<string, () => string>> = {
    kind: () => pick(KINDS),
    severity: () => pick(['None', 'Low', 'Medium', 'High', 'Critical']),
    formula: () => pick(FORMULAS),
    visibility: () => pick(['private', 'link']),
    draft: () => pick(['draft-only', 'changed', 'published']),
    tag: () => pick(TAGS),
    vendor: () => pick(['acme', 'Élan', 'nobody']),
    uncertain: () => pick(LAYER_IDS),
    openLayers: () => range(7, 0),
    score: () => range(10, 1),
    cvss: () => range(10, 1),
    threat: () => pick(['0.95..', '..0.95', '0.97..0.97']),
    mitigation: () => pick(['1..1', '..0.5']),
    toolUse: () => range(1, 2),
    identity: () => range(1, 2),
    language: () => range(1, 2),
    outdated: () => 'yes',
    revision: () => pick(['1..1', '2..', '..2', '3..9']),
    published: () => days(),
    updated: () => days(),
  }
  const keys = Object.keys(possible).filter(() => chance(0.14))
  return {
    ...Object.fromEntries(keys.map((key) => [key, possible[key]?.() ?? ''])),
    sort: pick(AGENT_LIST_SORTS),
    limit: '7',
  }
}

/** So many days lie between the first and the last day of publication, and of saving. */
const DAYS = 28
const daysAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10)

/** Days in UTC, the last one with all of its hours. */
const isDuring = (at: Date | undefined, text: string): boolean => {
  const [from = '', to = ''] = text.split('..')
  const day = at?.toISOString().slice(0, 10)
  return day !== undefined && day >= from && (to === '' || day <= to)
}

const between = (value: number | null | undefined, text: string): boolean => {
  const [from = '', to = ''] = text.split('..')
  return value !== null && value !== undefined && value >= Number(from || 0) && value <= Number(to || 1e9)
}

const folded = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
const isFactor = (key: string): key is FactorId => FACTOR_IDS.some((id) => id === key)

/** The same question in plain words. */
function matches(line: AgentLine, [key, asked]: readonly [string, string]): boolean {
  const { latest } = line
  const figures = latest?.figures
  if (isFactor(key)) {
    const rating = figures?.ratings[FACTOR_IDS.indexOf(key)]
    return between(rating === null || rating === undefined ? null : rating / 100, asked)
  }
  const plain: Readonly<Record<string, () => boolean>> = {
    kind: () => line.kind === asked,
    severity: () => latest?.severity === asked,
    formula: () => figures?.formula === asked,
    visibility: () => line.visibility === asked,
    draft: () => line.draft === asked,
    tag: () => line.tags.includes(asked),
    vendor: () => folded(line.vendor) === folded(asked),
    uncertain: () => figures?.uncertain.some((layer) => layer === asked) ?? false,
    openLayers: () => between(figures?.uncertain.length, asked),
    score: () => between(latest?.score, asked),
    cvss: () => between(figures && figures.baseTenths / 10, asked),
    threat: () => between(figures && figures.threatHundredths / 100, asked),
    mitigation: () =>
      between(
        figures?.mitigationHundredths === null ? null : figures && figures.mitigationHundredths / 100,
        asked,
      ),
    outdated: () => latest?.isOutdated ?? false,
    revision: () => between(latest?.number, asked),
    published: () => isDuring(latest?.publishedAt, asked),
    updated: () => isDuring(line.savedAt, asked),
    sort: () => !asked.endsWith('published') || latest !== null,
    limit: () => true,
  }
  return plain[key]?.() ?? false
}

describe.each(SERVERS)('a filtered list of agents, on the %s Postgres', (which) => {
  let opened: TestDatabase
  let team: Team
  beforeAll(async () => {
    opened = await openTestDatabase(which)
    team = await createTeam(opened.db)
    await fill(team)
    const workspace = { where: { id: team.workspaceId } }
    await opened.db.workspace.update({ ...workspace, data: { outdatedAfterDays: 30 } })
    await scatter()
    await opened.db.$executeRaw`
      UPDATE agent_cards SET published_at = now() - interval '31 days' WHERE number IS NOT NULL AND slug LIKE '%0'`
  }, 120_000)
  afterAll(() => opened?.close())

  /** Over days, some to the first and some to the last millisecond of one; and some that were published again. */
  const scatter = () => opened.db.$executeRaw`
    UPDATE agent_cards c SET updated_at = t.midnight - (n % 3) * interval '1 millisecond',
      published_at = CASE WHEN number IS NOT NULL THEN t.midnight - ((n + 1) % 3) * interval '1 millisecond' END,
      number = number + n % 4
    FROM (
      SELECT agent_id, n, date_trunc('day', now(), 'UTC') - (n * 7 % ${DAYS}) * interval '24 hours' AS midnight
      FROM (SELECT agent_id, substring(slug FROM '[0-9]+$')::int AS n FROM agent_cards) AS numbered
    ) AS t WHERE t.agent_id = c.agent_id`

  /** Page by page, to the end. */
  async function walk(asked: Asked): Promise<{ slugs: readonly string[]; count: number }> {
    const right = await team.as('viewer', 'agent.read')
    const slugs: string[] = []
    let cursor: string | null = null
    let count = 0
    do {
      const { filters, refused } = readAgentFilters({ ...asked, ...(cursor !== null && { cursor }) })
      expect(refused).toEqual([])
      const page: Awaited<ReturnType<typeof findAgents>> = await findAgents(right, filters)
      slugs.push(...page.agents.map(({ slug }) => slug))
      cursor = page.nextCursor
      count = page.count
    } while (cursor !== null)
    return { slugs, count }
  }

  test('is all agents, filtered one by one, whatever is asked and however it is looked for', async () => {
    const right = await team.as('viewer', 'agent.read')
    const { agents } = await listAgents(right, { rowsMax: 1_000 })
    expect(agents).toHaveLength(AGENTS)
    const random = dice(7)
    let found = 0
    for (let run = 0; run < QUERIES; run++) {
      const asked = randomQuery(random)
      const { slugs, count } = await walk(asked)
      const expected = agents.filter((line) => Object.entries(asked).every((entry) => matches(line, entry)))
      expect(slugs.toSorted(), JSON.stringify(asked)).toEqual(expected.map(({ slug }) => slug).toSorted())
      expect(count).toBe(expected.length)
      const { filters } = readAgentFilters({ ...asked, limit: '100' })
      const order: AgentOrder = agentOrder(filters)
      if (order === 'match') throw new Error('nothing is searched for')
      for (const way of ['lookup', 'walk', 'either'] as const) {
        const rows: { slug: string }[] = await opened.db.$queryRaw(
          foundSql(team.workspaceId, filters, order, way),
        )
        expect(
          rows.map(({ slug }) => slug),
          JSON.stringify({ asked, way }),
        ).toEqual(slugs)
      }
      found += slugs.length > 0 ? 1 : 0
    }
    expect(found).toBeGreaterThan(QUERIES / 3)
  })

  test('knows nothing of the agents of another workspace', async () => {
    const other = await createTeam(opened.db)
    const { filters } = readAgentFilters({})
    const right = await other.as('viewer', 'agent.read')
    expect(await findAgents(right, filters)).toEqual({ agents: [], nextCursor: null, count: 0 })
    expect(await countAgents(right, filters)).toBe(0)
  })

  test('a place in an order that never was is read like any other', async () => {
    const right = await team.as('viewer', 'agent.read')
    const id = '0199aa52-7d2f-7c52-8f4b-2d6c3d1c2b11'
    const cursor = formatCursor({ sort: '-openLayers', at: 7, id })
    const { filters } = readAgentFilters({ sort: '-openLayers', cursor, limit: '100' })
    expect((await findAgents(right, filters)).agents).toHaveLength(AGENTS)
  })

  async function fill(into: Team): Promise<void> {
    const random = dice(1)
    const publisher = await into.as('editor', 'agent.publish')
    for (let index = 0; index < AGENTS; index++) {
      const agentId = await write(into, `agent-${index}`, randomDocument(random, `Agent ${index}`))
      if (random.chance(0.8))
        expect((await publishDraft(publisher, { agentId, version: 1, note: '', byline: 'A' })).ok).toBe(true)
      if (random.chance(0.3)) await setVisibility(publisher, agentId, 'link')
    }
  }
})
