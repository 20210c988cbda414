import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findCompared } from '@/lib/agents/find-compared'
import { findCandidates } from '@/lib/agents/lists/find-candidates'
import { withdrawRevision } from '@/lib/agents/publishing/withdraw'
import { documentWith } from '@/lib/agents/testing/documents'
import { createTeam, publishNext, type Team, write } from '@/lib/agents/testing/writing'
import { deleteAgent } from '@/lib/agents/trash'
import { openTestDatabase, SERVERS, type TestDatabase } from '@/lib/db/testing/database'

describe.each(SERVERS)('agents for a comparison, on the %s Postgres', (which) => {
  let opened: TestDatabase
  let team: Team
  let others: Team
  beforeAll(async () => {
    opened = await openTestDatabase(which)
    team = await createTeam(opened.db)
    others = await createTeam(opened.db)
  })
  afterAll(() => opened?.close())

  const find = async (...keys: string[]) => {
    const found = await findCompared(await team.as('viewer', 'agent.read'), keys)
    return Object.fromEntries([...found].map(([asked, { key, source }]) => [asked, [key, source.kind]]))
  }

  test('an agent is its latest revision, or its draft where that is asked for', async () => {
    await publishNext(team, await write(team, 'both'))
    expect(await find('both', 'both:draft')).toEqual({
      both: ['both', 'published'],
      'both:draft': ['both:draft', 'draft'],
    })
  })

  test('an agent of which nothing is published is its draft, and says so in its key', async () => {
    const agentId = await write(team, 'begun')
    expect(await find('begun')).toEqual({ begun: ['begun:draft', 'draft'] })
    const number = await publishNext(team, agentId)
    expect(await find('begun')).toEqual({ begun: ['begun', 'published'] })
    await withdrawRevision(await team.as('owner', 'revision.withdraw'), agentId, number)
    expect(await find('begun')).toEqual({ begun: ['begun:draft', 'draft'] })
  })

  test('an agent is found by its id, too', async () => {
    const agentId = await write(team, 'by-id')
    expect(await find(agentId)).toEqual({ [agentId]: ['by-id:draft', 'draft'] })
  })

  test('nobody finds what is in the trash or belongs to another workspace, by name or by id', async () => {
    const theirs = await write(others, 'theirs')
    const gone = await write(team, 'gone')
    await deleteAgent(await team.as('owner', 'agent.write'), gone)
    expect(await find('theirs', 'theirs:draft', theirs, 'gone', gone, 'nobody')).toEqual({})
  })

  test('agents to choose from carry every word, and are of the workspace', async () => {
    await write(team, 'kettle', documentWith({ name: 'Copper kettle' }))
    await write(others, 'their-kettle', documentWith({ name: 'Their kettle' }))
    const right = await team.as('viewer', 'agent.read')
    const named = async (q: string | undefined) => (await findCandidates(right, q)).map(({ slug }) => slug)
    expect(await named('kettle')).toEqual(['kettle'])
    expect(await named('copper kettle')).toEqual(['kettle'])
    expect(await named('iron kettle')).toEqual([])
    expect(await named(undefined)).toContain('kettle')
  })
})
