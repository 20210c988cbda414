import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { Authorized } from '@/lib/access/authorize'
import { figuresOf } from '@/lib/agents/cards/figures'
import { agentConditions } from '@/lib/agents/lists/conditions'
import { readAgentFilters } from '@/lib/agents/lists/filters'
import { createTeam, type Team } from '@/lib/agents/testing/writing'
import { FACTOR_IDS } from '@/lib/aivss/factors'
import { FORMULAS } from '@/lib/aivss/formulas'
import { WORST_FIRST } from '@/lib/aivss/severity'
import { generator } from '@/lib/aivss/testing/random'
import { readDraft, readRevision } from '@/lib/assessment/read-stored'
import { listMostUncertain, listOpenDrafts, listRiskiest, listStalest } from '@/lib/dashboard/attention'
import { listSaves } from '@/lib/dashboard/colleagues'
import { linksOf } from '@/lib/dashboard/links'
import { getMovement, listMoved } from '@/lib/dashboard/movement'
import { CHANGES, type Change } from '@/lib/dashboard/net-change'
import { getStanding } from '@/lib/dashboard/standing'
import { actAtRandom, createPast } from '@/lib/dashboard/testing/history'
import { listWeeks } from '@/lib/dashboard/weeks'
import { Prisma } from '@/lib/db/client'
import { openTestDatabase, SERVERS, type TestDatabase } from '@/lib/db/testing/database'
import { LAYER_IDS } from '@/lib/maestro/layers'

const DAY_MS = 24 * 3_600_000

describe.each(SERVERS)('the dashboard, on the %s Postgres', (which) => {
  let opened: TestDatabase
  let team: Team
  let right: Authorized<'agent.read'>
  const random = generator(2_026)
  /** What every agent showed at some moments, read from the revisions at those moments. */
  const moments: { readonly at: Date; readonly shown: ReadonlyMap<string, string> }[] = []

  beforeAll(async () => {
    opened = await openTestDatabase(which)
    team = await createTeam(opened.db)
    right = await team.as('viewer', 'agent.read')
    const agents = await createPast(team, random, 40)
    for (const day of [150, 100, 60, 31, 7, 1]) {
      const at = new Date(Date.now() - day * DAY_MS)
      moments.push({ at, shown: await shownBy(at) })
    }
    for (let act = 0; act < 50; act += 1) {
      if (act % 10 === 0) moments.push({ at: await afterNow(), shown: await shownNow() })
      await actAtRandom(team, agents[random(0, agents.length - 1)] ?? '', random)
    }
  }, 120_000)
  afterAll(() => opened?.close())

  /** A moment that lies behind everything that has happened and before everything that will. */
  async function afterNow(): Promise<Date> {
    const at = new Date(Date.now() + 2)
    while (Date.now() <= at.getTime()) await opened.db.$queryRaw`SELECT 1`
    return at
  }

  const revisions = () =>
    opened.db.revision.findMany({ where: { workspaceId: team.workspaceId }, orderBy: { number: 'asc' } })
  const living = async () =>
    new Map(
      (
        await opened.db.draft.findMany({
          where: { workspaceId: team.workspaceId, agent: { deletedAt: null } },
        })
      ).map((draft) => [draft.agentId, draft]),
    )
  const wordOf = ({ formula, scoreTenths }: { formula: string; scoreTenths: number }) =>
    `${formula} ${scoreTenths}`

  async function shownBy(at: Date): Promise<ReadonlyMap<string, string>> {
    const found = await revisions()
    return new Map(
      found.filter(({ publishedAt }) => publishedAt < at).map((row) => [row.agentId, wordOf(row)]),
    )
  }

  async function shownRevisions() {
    const alive = await living()
    const readable = (await revisions()).filter((row) => alive.has(row.agentId) && row.withdrawnAt === null)
    return new Map(readable.map((row) => [row.agentId, row]))
  }

  const shownNow = async () =>
    new Map([...(await shownRevisions())].map(([agentId, row]) => [agentId, wordOf(row)]))

  /** Every living agent, with the figures of what it shows, read from the documents alone. */
  async function readEverything() {
    const shown = await shownRevisions()
    return [...(await living()).values()].map((draft) => {
      const row = shown.get(draft.agentId)
      return {
        draft,
        name: readDraft(draft.document).name,
        row,
        figures: row ? figuresOf(readRevision(row.document)) : null,
      }
    })
  }

  test('each count is what reading everything counts', async () => {
    const agents = await readEverything()
    const published = agents.flatMap(({ figures }) => figures ?? [])
    const isOld = (at: Date) => Date.now() - at.getTime() > 90 * DAY_MS
    await opened.db.workspace.update({ where: { id: team.workspaceId }, data: { outdatedAfterDays: 90 } })
    const standing = await getStanding(right)
    expect(published.length).toBeGreaterThan(5)
    expect(standing).toEqual({
      agents: agents.length,
      published: published.length,
      draftOnly: agents.length - published.length,
      changed: agents.filter(({ row, draft }) => row && draft.publishedVersion !== draft.version).length,
      uncertain: published.filter(({ uncertain }) => uncertain.length > 0).length,
      outdated: agents.filter(({ row }) => row && isOld(row.publishedAt)).length,
      bands: FORMULAS.map(({ id }) => {
        const own = published.filter(({ formula }) => formula === id)
        return {
          formula: id,
          agents: own.length,
          severities: WORST_FIRST.map((severity) => ({
            severity,
            agents: own.filter((figures) => figures.severity === severity).length,
          })),
        }
      }).filter((bands) => bands.agents > 0),
      highFactors: FACTOR_IDS.map((factor, place) => ({
        factor,
        agents: published.filter(({ ratings }) => (ratings[place] ?? 0) >= 80).length,
      })),
      openLayers: LAYER_IDS.map((layer) => ({
        layer,
        agents: published.filter(({ uncertain }) => uncertain.includes(layer)).length,
      })),
    })
  })

  test('riskiest, most uncertain, stalest and open drafts are those that sorting everything finds', async () => {
    const agents = await readEverything()
    const published = agents.flatMap(({ figures, row, draft }) =>
      figures && row ? [{ ...figures, publishedAt: row.publishedAt, agentId: draft.agentId }] : [],
    )
    const riskiest = await listRiskiest(right)
    for (const { id } of FORMULAS) {
      const scores = riskiest.filter(({ formula }) => formula === id).map(({ score }) => score * 10)
      const expected = published
        .filter(({ formula }) => formula === id)
        .map(({ scoreTenths }) => scoreTenths)
        .toSorted((a, b) => b - a)
      expect(scores.map(Math.round)).toEqual(expected.slice(0, scores.length))
      expect(scores.length).toBe(Math.min(expected.length, id === riskiest[0]?.formula ? 12 : 4))
    }
    const open = published.map(({ uncertain }) => uncertain.length).filter((count) => count > 0)
    expect((await listMostUncertain(right)).map(({ uncertain }) => uncertain.length)).toEqual(
      open.toSorted((a, b) => b - a).slice(0, 12),
    )
    expect((await listStalest(right)).map(({ publishedAt }) => publishedAt)).toEqual(
      published
        .map(({ publishedAt }) => publishedAt)
        .toSorted((a, b) => a.getTime() - b.getTime())
        .slice(0, 6),
    )
    const unpublished = agents
      .filter(({ row, draft }) => !row || draft.publishedVersion !== draft.version)
      .map(({ draft }) => draft.updatedAt)
    expect((await listOpenDrafts(right)).map(({ savedAt }) => savedAt)).toEqual(
      unpublished.toSorted((a, b) => b.getTime() - a.getTime()).slice(0, 6),
    )
  })

  /** How many agents the list at an address finds. */
  async function countAt(href: string): Promise<number> {
    const query = Object.fromEntries(new URL(href, 'http://localhost').searchParams)
    const { filters, refused } = readAgentFilters(query)
    expect(refused, href).toEqual([])
    const found = await opened.db.$queryRaw`SELECT count(*)::int AS agents FROM agent_cards c
      WHERE ${Prisma.join(agentConditions(team.workspaceId, filters, 'walk'), ' AND ')}`
    return z.tuple([z.object({ agents: z.int() })]).parse(found)[0].agents
  }

  test('every figure leads to the list of exactly those agents that it counts', async () => {
    const standing = await getStanding(right)
    const links = linksOf(team.slug)
    const figures: readonly (readonly [href: string, agents: number])[] = [
      [links.all, standing.agents],
      [links.published, standing.published],
      [links.draftOnly, standing.draftOnly],
      [links.changed, standing.changed],
      [links.uncertain, standing.uncertain],
      [links.outdated, standing.outdated],
      ...standing.highFactors.map(({ factor, agents }) => [links.highFactor(factor), agents] as const),
      ...standing.openLayers.map(({ layer, agents }) => [links.openLayer(layer), agents] as const),
      ...standing.bands.flatMap(({ formula, agents, severities }) => [
        [links.formula(formula), agents] as const,
        ...severities.map((band) => [links.band(formula, band.severity), band.agents] as const),
      ]),
    ]
    for (const [href, agents] of figures) expect([href, await countAt(href)]).toEqual([href, agents])
  })

  const changeBetween = (before: string | undefined, after: string | undefined): Change | null => {
    if (before === after) return null
    if (before === undefined) return 'new'
    if (after === undefined) return 'gone'
    const [[from, was], [to, is]] = [before.split(' '), after.split(' ')]
    if (from !== to) return 'formula'
    return Number(is) > Number(was) ? 'rose' : 'fell'
  }

  test('movement since a moment is what comparing that moment with now finds', async () => {
    const now = await shownNow()
    const seen = new Set<string>()
    for (const { at, shown } of moments) {
      const expected: Record<string, string[]> = Object.fromEntries(CHANGES.map((change) => [change, []]))
      for (const agentId of new Set([...shown.keys(), ...now.keys()])) {
        const change = changeBetween(shown.get(agentId), now.get(agentId))
        if (change) expected[change]?.push(`${agentId}: ${shown.get(agentId)} → ${now.get(agentId)}`)
        if (change) seen.add(change)
      }
      for (const change of CHANGES) {
        const { changes, isBounded } = await listMoved(right, at, change, 1)
        const found = changes.find((those) => those.change === change)
        const told = found?.shown.map(({ agentId, before, after }) => {
          const [was, is] = [before, after].map(
            (one) => one && wordOf({ formula: one.formula, scoreTenths: Math.round(one.score * 10) }),
          )
          return `${agentId}: ${was ?? undefined} → ${is ?? undefined}`
        })
        expect(told?.toSorted(), `${change} since ${at.toISOString()}`).toEqual(expected[change]?.toSorted())
        expect([found?.agents, isBounded]).toEqual([expected[change]?.length, false])
      }
      const overview = await getMovement(right, at)
      expect(overview.changes.map(({ agents }) => agents)).toEqual(
        CHANGES.map((change) => expected[change]?.length),
      )
    }
    expect([...seen].toSorted()).toEqual([...CHANGES].toSorted())
  })

  test('members of another workspace see nothing of it', async () => {
    const others = await (await createTeam(opened.db)).as('owner', 'agent.read')
    const long = new Date('2020-01-01T00:00:00Z')
    const standing = await getStanding(others)
    const { agents, bands, changed, uncertain, outdated } = standing
    expect([agents, bands, changed, uncertain, outdated]).toEqual([0, [], 0, 0, 0])
    expect([...standing.highFactors, ...standing.openLayers].every(({ agents }) => agents === 0)).toBe(true)
    expect((await getMovement(others, long)).changes.every(({ agents }) => agents === 0)).toBe(true)
    const lists = [listRiskiest, listMostUncertain, listStalest, listOpenDrafts, listSaves]
    for (const list of lists) expect(await list(others)).toEqual([])
    expect(await listWeeks(others, 52)).toEqual([])
  })
})
