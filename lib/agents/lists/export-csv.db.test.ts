import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Authorized } from '@/lib/access/authorize'
import { AGENTS_CSV_HEAD, exportAgents } from '@/lib/agents/lists/export-csv'
import { readAgentFilters } from '@/lib/agents/lists/filters'
import { documentWith } from '@/lib/agents/testing/documents'
import { createTeam, publishNext, type Team, write } from '@/lib/agents/testing/writing'
import { openTestDatabase, SERVERS, type TestDatabase } from '@/lib/db/testing/database'

const MANY = 20_000

describe.each(SERVERS)('the agents of a workspace as a table, on the %s Postgres', (which) => {
  let opened: TestDatabase
  let team: Team
  let right: Authorized<'agent.read'>
  beforeAll(async () => {
    opened = await openTestDatabase(which)
    team = await createTeam(opened.db)
    right = await team.as('viewer', 'agent.read')
    const formula = documentWith({ name: '=1+1', vendor: 'A "vendor", Ltd', tags: ['one', 'two'] })
    await publishNext(team, await write(team, 'published'))
    await write(team, 'a-formula', formula)
    const other = await createTeam(opened.db)
    await write(other, 'not-ours')
  })
  afterAll(() => opened?.close())

  const table = async (query: Record<string, string> = {}) => {
    const pieces: string[] = []
    for await (const piece of exportAgents(right, readAgentFilters(query).filters)) pieces.push(piece)
    return pieces.join('').trimEnd().split('\r\n')
  }
  const head = AGENTS_CSV_HEAD.trimEnd().split(',')
  const cell = (line: string | undefined, column: string) => line?.split(',')[head.indexOf(column)]

  test('every column has its head, and a cell that a spreadsheet would run is a text', async () => {
    const [formula, published, ...others] = await table()
    expect(others).toEqual([])
    expect(formula).toMatch(/^'=1\+1,a-formula,other,"A ""vendor"", Ltd","one, two",private,draft-only,1,/)
    expect(published?.split(',')).toHaveLength(head.length)
    expect(cell(published, 'score')).toBe('5')
    expect(cell(published, 'toolUse')).toBe('0')
    expect([cell(published, 'revision'), cell(published, 'openLayers')]).toEqual(['1', '0'])
  })

  test('it holds what the list is asked for', async () => {
    expect(await table({ tag: 'two' })).toHaveLength(1)
    expect(cell((await table({ draft: 'published' }))[0], 'address')).toBe('published')
    expect(await table({ kind: 'skill' })).toEqual([''])
  })

  test('of very many each is there once, and no more of them is in memory than a piece', async () => {
    await opened.db.$executeRaw`
      WITH made AS (
        INSERT INTO agents (id, workspace_id, slug)
        SELECT gen_random_uuid(), ${team.workspaceId}::uuid, 'many-' || n FROM generate_series(1, ${MANY}::int) n
        RETURNING id, workspace_id, slug
      )
      INSERT INTO agent_cards (agent_id, workspace_id, slug, name, name_key, kind, vendor, tags, visibility, draft_state,
        version, updated_at, formula_rank, score_key, ratings, levels, uncertain, uncertain_layers, facets, words)
      SELECT id, workspace_id, slug, slug, left(slug, 6), 'skill', '', '{}', 'private', 'draft-only',
        1, now(), 32767, -1, '{}', '{}', '{}', 0, ARRAY['agent', 'kind:skill'], ''::tsvector FROM made`
    const seen = new Set<string>()
    let pieces = 0
    let longest = 0
    for await (const piece of exportAgents(right, readAgentFilters({ kind: 'skill' }).filters)) {
      pieces += 1
      longest = Math.max(longest, piece.length)
      for (const line of piece.trimEnd().split('\r\n')) if (line !== '') seen.add(line.split(',')[1] ?? '')
    }
    expect(seen.size).toBe(MANY)
    expect(pieces).toBeGreaterThanOrEqual(MANY / 500)
    expect(longest).toBeLessThan(200_000)
  }, 60_000)
})
