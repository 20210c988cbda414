import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { renewAll } from '@/lib/agents/cards/renew-all'
import { createWorkspace } from '@/lib/agents/testing/documents'
import { openTestDatabase, SERVERS, type TestDatabase } from '@/lib/db/testing/database'
import { type Fill, fill } from '@/lib/generator/fill'
import { registry } from '@/lib/registry'
import { COUNTED_ANEW, TALLIES } from '@/lib/search/testing/counted-anew'

const AGENTS = 300

describe.each(SERVERS)('what is generated, on the %s Postgres', (which) => {
  let opened: TestDatabase
  let wanted: Fill
  beforeAll(async () => {
    opened = await openTestDatabase(which)
    wanted = {
      ...{ workspaceId: await createWorkspace(opened.db, 'generated'), agents: AGENTS, seed: 7, listed: 0.3 },
      ...{ until: new Date('2026-11-01T00:00:00Z'), authors: [], byline: 'The generator' },
    }
    await fill(registry().databaseUrl, wanted, () => {})
  })
  afterAll(() => opened?.close())

  const rows = async (sql: string) => z.array(z.unknown()).parse(await opened.db.$queryRawUnsafe(sql))
  const cards = () => rows('SELECT to_jsonb(c) AS card FROM agent_cards c ORDER BY agent_id')
  const listings = () => rows('SELECT to_jsonb(l) AS listing FROM listings l ORDER BY slug')
  const words = () => rows('SELECT * FROM search_words ORDER BY scope, word')
  // The id tells when a row was written, which is another moment each time.
  const movements = () =>
    rows("SELECT to_jsonb(m) - 'id' AS movement FROM movements m ORDER BY m.agent_id, m.at, m.id")
  const days = () => rows('SELECT * FROM severity_days WHERE change <> 0 ORDER BY day, formula, severity')

  test('is what the product itself would have written', async () => {
    const [written, listed, learnt] = [await cards(), await listings(), await words()]
    const [moved, changed] = [await movements(), await days()]
    expect(moved.length).toBeGreaterThan(AGENTS)
    expect(learnt.length).toBeGreaterThan(1_000)
    expect(written).toHaveLength(AGENTS)
    expect(listed.length).toBeGreaterThan(AGENTS / 5)
    await opened.db.listing.deleteMany()
    await opened.db.agentCard.deleteMany()
    await opened.db.searchWord.deleteMany()
    await opened.db.movement.deleteMany()
    await opened.db.severityDay.deleteMany()
    expect(await renewAll()).toBe(AGENTS)
    expect(await cards()).toEqual(written)
    expect(await listings()).toEqual(listed)
    expect(await movements()).toEqual(moved)
    expect(await days()).toEqual(changed)
    expect(await words()).toEqual(learnt)
  })

  test('is completed by the next start where it was stopped before it had cards, without a second history', async () => {
    const [written, listed, moved] = [await cards(), await listings(), await movements()]
    await opened.db.listing.deleteMany()
    await opened.db.agentCard.deleteMany()
    expect(await renewAll()).toBe(AGENTS)
    expect(await cards()).toEqual(written)
    expect(await listings()).toEqual(listed)
    expect(await movements()).toEqual(moved)
  })

  test('is counted as it is', async () => {
    expect(await rows(TALLIES)).toEqual(await rows(COUNTED_ANEW))
    expect(
      await rows(`SELECT formula, severity, sum(change)::int AS agents FROM severity_days
        GROUP BY 1, 2 HAVING sum(change) <> 0 ORDER BY 1, 2`),
    ).toEqual(
      await rows(`SELECT formula, severity, count(*)::int AS agents FROM agent_cards
        WHERE number IS NOT NULL GROUP BY 1, 2 ORDER BY 1, 2`),
    )
  })

  test('grows by other agents when it is asked for again, also in another workspace', async () => {
    await fill(registry().databaseUrl, { ...wanted, agents: 50 }, () => {})
    const elsewhere = await createWorkspace(opened.db, 'elsewhere')
    await fill(registry().databaseUrl, { ...wanted, workspaceId: elsewhere, agents: 50 }, () => {})
    expect(await opened.db.agentCard.count()).toBe(AGENTS + 100)
    const texts = await opened.db.draft.findMany({ select: { document: true } })
    expect(new Set(texts.map(({ document }) => JSON.stringify(document))).size).toBe(AGENTS + 100)
  })
})
