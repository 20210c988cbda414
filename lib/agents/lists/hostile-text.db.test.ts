import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { saveDraft } from '@/lib/agents/drafts/draft'
import { readAgentFilters } from '@/lib/agents/lists/filters'
import { findAgents } from '@/lib/agents/lists/list'
import { documentWith } from '@/lib/agents/testing/documents'
import { createTeam, type Team, write } from '@/lib/agents/testing/writing'
import { type Draft, draftSchema } from '@/lib/assessment/document'
import { LIMITS } from '@/lib/assessment/limits'
import { openTestDatabase, SERVERS, type TestDatabase } from '@/lib/db/testing/database'
import { LAYER_IDS } from '@/lib/maestro/layers'

/** Signs that stand for whole words: each is three bytes, and what a search makes of it is up to eighteen. */
const UNFOLDING = ['㌖', '㌕', '㌘', '㌶', '㍍', '㌨']

/** Seven narratives of words that no other narrative has, as long as they may be. */
function unfolding(): Draft {
  let count = 0
  const word = () => {
    count += 1
    return Array.from({ length: 16 }, (_, place) => UNFOLDING[Math.floor(count / 6 ** place) % 6]).join('')
  }
  const words = () => Array.from({ length: Math.floor(LIMITS.narrative / 17) }, word).join(' ')
  const layers = LAYER_IDS.map((id) => [id, { certainty: 'mapped', narrative: words() }])
  return draftSchema.parse({ ...documentWith({ name: 'Unfolding' }), layers: Object.fromEntries(layers) })
}

describe.each(SERVERS)('a text of signs that a search unfolds, on the %s Postgres', (which) => {
  let opened: TestDatabase
  let team: Team
  beforeAll(async () => {
    opened = await openTestDatabase(which)
    team = await createTeam(opened.db)
  }, 120_000)
  afterAll(() => opened?.close())

  test('is saved although it makes more words than Postgres keeps of a row, and is found by its name', async () => {
    const agentId = await write(team, 'unfolding')
    const right = await team.as('editor', 'agent.write')
    const saved = await saveDraft(right, { agentId, version: 1, document: unfolding() })
    expect(saved.ok).toBe(true)
    const { filters } = readAgentFilters({ q: 'unfolding' })
    const { agents } = await findAgents(await team.as('viewer', 'agent.read'), filters)
    expect(agents.map(({ slug }) => slug)).toEqual(['unfolding'])
  }, 60_000)
})
