import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { createWorkspace } from '@/lib/agents/testing/documents'
import { Prisma } from '@/lib/db/client'
import { openTestDatabase, type TestDatabase } from '@/lib/db/testing/database'
import { formatCursor } from '@/lib/library/cursor'
import { libraryOrder, librarySchema, SORTS } from '@/lib/library/filters'
import { ORDERS } from '@/lib/library/orders'
import { bestSql, countLibrary, libraryQuery, listLibrary } from '@/lib/library/queries'
import { query } from '@/lib/postgres/test-server'
import { MATCHES_MAX } from '@/lib/search/matches'

const LISTINGS = 30_000

/** Postgres alone decides on a plan; at a size where a scan would hurt, these are the plans it has to choose. */
describe('at thirty thousand listings', () => {
  let opened: TestDatabase
  beforeAll(async () => {
    opened = await openTestDatabase('embedded')
    await fill(opened)
  })
  afterAll(() => opened?.close())

  const explain = async (raw: Parameters<typeof librarySchema.parse>[0]) => {
    const filters = librarySchema.parse(raw)
    const count = await countLibrary(filters)
    const sort = libraryOrder(filters)
    const way = count > MATCHES_MAX ? 'walk' : 'lookup'
    const sql = sort === 'match' ? bestSql(filters) : libraryQuery(filters, sort, way)
    const plan = await opened.db.$queryRaw(Prisma.sql`EXPLAIN (FORMAT JSON) ${sql}`)
    const text = JSON.stringify(z.array(z.unknown()).parse(plan))
    return [...text.matchAll(/"Node Type":"([^"]+)"/g)].map(([, type]) => type)
  }

  test.each(SORTS)('the first page sorted by %s is read along an index', async (sort) => {
    expect(await explain({ sort })).toEqual(['Limit', 'Index Scan'])
  })

  test.each(SORTS)('a page in the middle sorted by %s starts where the last one ended', async (sort) => {
    const { rows } = await listLibrary(librarySchema.parse({ sort, limit: '100' }))
    const last = rows.at(-1)
    if (!last) throw new Error('The library is empty')
    const cursor = formatCursor(ORDERS[sort].cursorAt(last))
    expect(await explain({ sort, cursor })).toEqual(['Limit', 'Index Scan'])
  })

  test('a rare word and a rare tag are looked up and not searched for', async () => {
    for (const raw of [{ q: 'rareword' }, { tag: 'raretag' }])
      expect(await explain(raw), JSON.stringify(raw)).not.toContain('Seq Scan')
  })
})

async function fill({ db, ownerUrl }: TestDatabase): Promise<void> {
  const workspaceId = await createWorkspace(db, 'large')
  const values = (columns: string) => `select ${columns} from generate_series(1, ${LISTINGS}) as n`
  await query(
    ownerUrl,
    `insert into agents (id, workspace_id, slug, visibility)
       ${values(`('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, '${workspaceId}', 'a-' || n, 'listed'`)};
     insert into revisions (agent_id, workspace_id, number, document, formula, score_tenths, severity, note, byline, published_at)
       ${values(`('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, '${workspaceId}', 1,
         '{"formula": "aivss-0.8"}',
         'aivss-0.8', n % 101, severity_of((n % 101)::smallint), '', '', timestamptz '2026-01-01' + n * interval '1 minute'`)};
     insert into public_names (slug, workspace_id, agent_id)
       ${values(`'a-' || n, '${workspaceId}', ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid`)};
     insert into listings (slug, workspace_id, agent_id, number, name, name_key, kind, vendor, tags, summary, words, notices, formula, formula_rank, score_tenths, severity, published_at,
       base_tenths, threat_hundredths, mitigation_hundredths, ratings, uncertain, uncertain_layers, facets)
       ${values(`'a-' || n, '${workspaceId}', ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, 1, 'Agent ' || n, 'agent ' || n, 'agent', 'Vendor',
         case when n % 3000 = 0 then array['raretag'] else array['common'] end, 'A summary', case when n % 3000 = 0 then 'rareword' else 'common words' end::tsvector, '{}',
         'aivss-0.8', 0, n % 101, severity_of((n % 101)::smallint), timestamptz '2026-01-01' + n * interval '1 minute',
         50, 100, 100, array_fill(50, array[11]), '{}', 0, case when n % 3000 = 0 then array['tag:raretag'] else array['tag:common'] end`)};
     analyze listings`,
  )
}
