import { z } from 'zod'
import type { Authorized } from '@/lib/access/authorize'
import { readRatings } from '@/lib/agents/cards/columns'
import { agentConditions } from '@/lib/agents/lists/conditions'
import type { AgentFilters } from '@/lib/agents/lists/filters'
import { CARDS } from '@/lib/agents/lists/line-row'
import { countAgents } from '@/lib/agents/lists/list'
import { after, orderBy } from '@/lib/agents/lists/orders'
import { FACTOR_IDS } from '@/lib/aivss/factors'
import { database, Prisma } from '@/lib/db/client'
import { CSV_MARK, csvLine } from '@/lib/exchange/csv'
import type { Way } from '@/lib/search/conditions'
import { wayFor } from '@/lib/search/count-matches'
import { rowsToSort, rowsWith } from '@/lib/search/rows'

const ROWS_AT_ONCE = 500

const HEAD = [
  ...['name', 'address', 'kind', 'vendor', 'tags', 'visibility', 'draft', 'save', 'saved'],
  ...['revision', 'published', 'formula', 'score', 'severity', 'cvss', 'threat', 'mitigation'],
  ...FACTOR_IDS,
  ...['openLayers', 'uncertain'],
]
export const AGENTS_CSV_HEAD = CSV_MARK + csvLine(HEAD)

const rowSchema = z.object({
  agent_id: z.string(),
  name_key: z.string(),
  name: z.string(),
  slug: z.string(),
  kind: z.string(),
  vendor: z.string(),
  tags: z.array(z.string()),
  visibility: z.string(),
  draft_state: z.string(),
  version: z.int(),
  updated_at: z.date(),
  number: z.int().nullable(),
  published_at: z.date().nullable(),
  formula: z.string().nullable(),
  score_key: z.int(),
  severity: z.string().nullable(),
  base_tenths: z.int().nullable(),
  threat_hundredths: z.int().nullable(),
  mitigation_hundredths: z.int().nullable(),
  ratings: z.array(z.int()),
  uncertain: z.array(z.string()),
  uncertain_layers: z.int(),
})
type Row = z.infer<typeof rowSchema>

/**
 * All agents that a list shows on all its pages, by their names, as pieces of the table below its head; a piece is read
 * from the database when it is asked for.
 */
export async function* exportAgents(
  right: Authorized<'agent.read'>,
  filters: AgentFilters,
): AsyncGenerator<string> {
  const way = wayFor(await countAgents(right, filters), 'name')
  let last: Row | undefined
  do {
    const rows = z.array(rowSchema).parse(await database().$queryRaw(rowsAfter(right, filters, way, last)))
    yield rows.map(lineOf).join('')
    last = rows.length === ROWS_AT_ONCE ? rows.at(-1) : undefined
  } while (last)
}

function rowsAfter(
  { workspaceId }: Authorized<'agent.read'>,
  filters: AgentFilters,
  way: Way,
  last: Row | undefined,
): Prisma.Sql {
  const conditions = agentConditions(workspaceId, filters, way)
  if (last) conditions.push(after({ sort: 'name', at: last.name_key, id: last.agent_id }))
  return Prisma.sql`
    SELECT c.agent_id, c.name_key, c.name, c.slug, c.kind, c.vendor, c.tags, c.visibility, c.draft_state, c.version,
      c.updated_at, c.number, c.published_at, c.formula, c.score_key, c.severity, c.base_tenths, c.threat_hundredths,
      c.mitigation_hundredths, c.ratings, c.uncertain, c.uncertain_layers
    FROM ${rowsToSort(rowsWith(CARDS, conditions), way)}
    ORDER BY ${orderBy('name')} LIMIT ${ROWS_AT_ONCE}`
}

/** What is not published has no figures, and an empty cell is taken for nothing by every sum. */
function lineOf(row: Row): string {
  const isPublished = row.number !== null
  const ratings = readRatings(row.ratings)
  return csvLine([
    ...[row.name, row.slug, row.kind, row.vendor, row.tags.join(', '), row.visibility, row.draft_state],
    ...[row.version, row.updated_at.toISOString(), row.number ?? '', row.published_at?.toISOString() ?? ''],
    ...[row.formula ?? '', isPublished ? row.score_key / 10 : '', row.severity ?? ''],
    scaled(row.base_tenths, 10),
    scaled(row.threat_hundredths, 100),
    scaled(row.mitigation_hundredths, 100),
    ...FACTOR_IDS.map((_, place) => scaled(ratings[place] ?? null, 100)),
    isPublished ? row.uncertain_layers : '',
    row.uncertain.join(' '),
  ])
}

const scaled = (value: number | null, steps: number): number | '' => (value === null ? '' : value / steps)
