import { describe, expect, test } from 'vitest'
import {
  agentFiltersSchema,
  agentOrder,
  agentsAddress,
  COLUMNS_DEFAULT,
  readAgentFilters,
} from '@/lib/agents/lists/filters'
import { formatCursor } from '@/lib/agents/lists/sorts'

const id = '0199aa52-7d2f-7c52-8f4b-2d6c3d1c2b11'

/** One of each, as they stand in an address. */
const EVERYTHING = {
  q: 'harbour é',
  kind: 'agent',
  severity: 'High',
  formula: 'aivss-0.8',
  tag: 'a & b',
  vendor: 'Élan',
  uncertain: 'L3',
  openLayers: '2..',
  revision: '3..12',
  score: '7..8.9',
  cvss: '..9.1',
  threat: '0.97..1',
  mitigation: '0.83..0.83',
  published: '2026-10-01..2026-10-31',
  toolUse: '0.8..1',
  identity: '0.5..',
  visibility: 'listed',
  draft: 'changed',
  updated: '..2026-11-20',
  outdated: 'yes',
  sort: '-published',
  limit: '10',
  columns: 'score,tags,toolUse',
}

describe('what the agents list can be asked', () => {
  test('an address is read, and written again as it was', () => {
    const { filters, refused } = readAgentFilters(EVERYTHING)
    expect(refused).toEqual([])
    expect(filters).toMatchObject({
      toolUse: { from: 80, to: 100 },
      score: { from: 70, to: 89 },
      openLayers: { from: 2 },
    })
    const address = new URL(agentsAddress('yard', filters), 'http://localhost')
    expect(address.pathname).toBe('/w/yard/agents')
    expect(Object.fromEntries(address.searchParams)).toEqual(EVERYTHING)
  })

  test('an address names only what differs from the whole list, and begins at its first page', () => {
    const { filters } = readAgentFilters({
      cursor: formatCursor({ sort: 'updated', at: '2026-01-01T00:00:00.000Z', id }),
      sort: 'updated',
    })
    expect(filters.cursor).toBeDefined()
    expect(agentsAddress('yard', filters)).toBe('/w/yard/agents?sort=updated')
    expect(agentsAddress('yard', filters, { sort: undefined, severity: 'High' })).toBe(
      '/w/yard/agents?severity=High',
    )
  })

  test.each([
    ['toolUse', '0.8'],
    ['toolUse', '..'],
    ['toolUse', '1..0.5'],
    ['toolUse', '0.805..1'],
    ['toolUse', '0..1.01'],
    ['toolUse', '0..0.5..1'],
    ['toolUse', '-1..'],
    ['toolUse', 'Infinity..'],
    ['score', '7.25..'],
    ['openLayers', '1.5..'],
    ['openLayers', '..8'],
    ['revision', '0..'],
    ['revision', '..10000'],
    ['published', '2026-02-30..'],
    ['published', '0000-01-01..'],
    ['published', '2026-02-02..2026-01-01'],
    ['kind', 'spaceship'],
    ['outdated', 'no'],
    ['columns', 'score,name;'],
    ['limit', '101'],
    ['q', 'a\u0000b'],
    ['tag', 'x'.repeat(41)],
    ['whim', '1'],
  ])('%s=%s is left out and named', (key, value) => {
    const { filters, refused } = readAgentFilters({ [key]: value, severity: 'Low' })
    expect(refused.map(({ path }) => path)).toEqual([key])
    expect(filters).toEqual(agentFiltersSchema.parse({ severity: 'Low' }))
  })

  test('what is searched for comes best match first, unless an order is named or no word was typed', () => {
    expect(agentOrder({ q: 'harbour' })).toBe('match')
    expect(agentOrder({ q: 'harbour', sort: 'name' })).toBe('name')
    expect(agentOrder({ q: '“!”' })).toBe('-updated')
    expect(agentOrder({})).toBe('-updated')
  })

  test('ticking the columns that are shown anyway asks for nothing', () => {
    const { filters } = readAgentFilters({ columns: COLUMNS_DEFAULT.join() })
    expect(agentsAddress('yard', filters)).toBe('/w/yard/agents')
  })

  test('a cursor of another order goes', () => {
    const cursor = formatCursor({ sort: 'match', at: 0.5, id })
    expect(readAgentFilters({ q: 'harbour', cursor }).filters.cursor).toEqual({ sort: 'match', at: 0.5, id })
    expect(readAgentFilters({ cursor }).refused.map(({ path }) => path)).toEqual(['cursor'])
  })
})
