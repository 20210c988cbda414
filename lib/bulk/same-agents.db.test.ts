import { beforeAll, describe, expect, test } from 'vitest'
import { exportAgents } from '@/lib/agents/lists/export-csv'
import { agentChips } from '@/lib/agents/lists/filter-texts'
import { agentFiltersSchema, agentsAddress, agentsQuery, readAgentFilters } from '@/lib/agents/lists/filters'
import { findAgents } from '@/lib/agents/lists/list'
import { AGENT_LIST_SORTS } from '@/lib/agents/lists/sorts'
import { groundOn } from '@/lib/agents/testing/ground'
import { publishNext, write } from '@/lib/agents/testing/writing'
import { previewRun } from '@/lib/bulk/preview'
import { SERVERS } from '@/lib/db/testing/database'

const AGENTS = 5

describe.each(SERVERS)('what a list shows, on the %s Postgres', (which) => {
  const ground = groundOn(which)
  beforeAll(async () => {
    for (let index = 0; index < AGENTS; index++) {
      const agentId = await write(ground.team, `agent-${index}`)
      if (index < 2) await publishNext(ground.team, agentId)
    }
  })

  const asked = AGENT_LIST_SORTS.flatMap((sort) => [
    { sort },
    { sort, draft: 'draft-only' },
    { sort, published: '..2199-12-31' },
    { sort, q: 'agent' },
  ])

  test.each(asked)('is what its chips say, what is exported and what a run takes: %j', async (query) => {
    const right = await ground.team.as('editor', 'agent.read')
    const { filters, refused } = readAgentFilters(query)
    expect(refused).toEqual([])
    const { count, agents } = await findAgents(right, filters)
    expect(agents).toHaveLength(count)
    if (agentChips(filters).length === 0) expect(count).toBe(AGENTS)

    const handedOn = Object.entries(agentsQuery(filters)).filter(([, value]) => value !== undefined)
    const taken = readAgentFilters(
      Object.fromEntries(new URLSearchParams(handedOn.map(([k, v = '']) => [k, v]))),
    )
    const selection = { kind: 'matching', filters: taken.filters } as const
    expect((await previewRun(await ground.team.as('editor', 'agent.write'), selection)).agents).toBe(count)
    for (const exported of [Object.fromEntries(handedOn), query]) {
      const pieces: string[] = []
      for await (const piece of exportAgents(right, agentFiltersSchema.parse(exported))) pieces.push(piece)
      expect(
        pieces
          .join('')
          .split('\r\n')
          .filter((line) => line !== ''),
      ).toHaveLength(count)
    }
  })

  test.each(['published', '-published'])('an order by %s goes with the days that it asks for', (sort) => {
    const { filters } = readAgentFilters({ sort, tag: 'one' })
    expect(agentChips(filters)).toContainEqual({ key: 'published', text: 'Published: on any day' })
    expect(agentsAddress('yard', filters, { published: undefined })).toBe('/w/yard/agents?tag=one')
    expect(agentsAddress('yard', filters, { tag: undefined })).toBe(
      `/w/yard/agents?published=2000-01-01..&sort=${sort}`,
    )
  })
})
