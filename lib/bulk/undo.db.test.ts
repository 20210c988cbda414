import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { getDraft, saveDraft } from '@/lib/agents/drafts/draft'
import { listAgents } from '@/lib/agents/lists/list'
import { listAgent } from '@/lib/agents/publishing/show'
import { createTeam, publishNext, type Team, write } from '@/lib/agents/testing/writing'
import { begin, finish, look, step, undo } from '@/lib/bulk/testing/runs'
import { openTestDatabase, SERVERS, type TestDatabase } from '@/lib/db/testing/database'

const TAG = { kind: 'tag', tag: 'reviewed' } as const

describe.each(SERVERS)('taking back what was done to many, on the %s Postgres', (which) => {
  let opened: TestDatabase
  let team: Team
  beforeAll(async () => {
    opened = await openTestDatabase(which)
    team = await createTeam(opened.db)
  })
  afterAll(() => opened?.close())

  const draftOf = async (agentId: string) => {
    const draft = await getDraft(await team.as('viewer', 'agent.read'), agentId)
    if (!draft) throw new Error('there is no such agent')
    return draft
  }
  const tagsOf = async (agentId: string) => (await draftOf(agentId)).document.tags ?? []
  const save = async (agentId: string, tags: readonly string[]) => {
    const { version, document } = await draftOf(agentId)
    const changed = { agentId, version, document: { ...document, tags: [...tags] } }
    expect((await saveDraft(await team.as('editor', 'agent.write'), changed)).ok).toBe(true)
  }
  const stateOf = async (slug: string) => {
    const { agents } = await listAgents(await team.as('viewer', 'agent.read'), { slug })
    return agents[0]?.draft
  }
  const published = async (slug: string) => {
    const agentId = await write(team, slug)
    await publishNext(team, agentId)
    return agentId
  }
  const waitingForLocks = async () => {
    const [row] = await opened.db.$queryRaw<{ count: number }[]>`
      SELECT count(*)::int FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`
    return row?.count
  }

  test('what a step is doing while the run is turned around is taken back too', async () => {
    const agentId = await write(team, 'raced')
    const run = await begin(team, TAG, [agentId])
    const both = await opened.db.$transaction(async (tx) => {
      await tx.$executeRaw`SELECT 1 FROM drafts WHERE agent_id = ${agentId}::uuid FOR UPDATE`
      const stepping = step(team, run)
      await expect.poll(waitingForLocks).toBe(1)
      let isTurned = false
      const undoing = undo(team, run)
        .then(() => finish(team, run))
        .then(() => {
          isTurned = true
        })
      await expect.poll(async () => isTurned || (await waitingForLocks()) === 2).toBe(true)
      return { stepping, undoing }
    })
    await both.stepping
    await both.undoing
    expect(await tagsOf(agentId)).toEqual([])
    expect((await look(team, run)).tally).toMatchObject({ undone: 1, done: 0, waiting: 0 })
  })

  test('a draft that was as published is so again, and one that was saved since is not', async () => {
    const [same, saved, changed] = [
      await published('same'),
      await published('saved'),
      await published('changed'),
    ]
    await save(changed, ['mine'])
    const run = await begin(team, TAG, [same, saved, changed])
    await finish(team, run)
    expect(await stateOf('same')).toBe('changed')
    await save(saved, ['reviewed', 'mine'])
    await undo(team, run)
    await finish(team, run)
    expect([await tagsOf(same), await tagsOf(saved), await tagsOf(changed)]).toEqual([[], ['mine'], ['mine']])
    expect([await stateOf('same'), await stateOf('saved'), await stateOf('changed')]).toEqual([
      ...['published', 'changed', 'changed'],
    ])
  })

  test('a draft whose tag was published meanwhile says less than its revision from then on', async () => {
    const agentId = await published('tagged')
    const run = await begin(team, TAG, [agentId])
    await finish(team, run)
    const publishing = await begin(team, { kind: 'publish', note: '', byline: '' }, [agentId])
    await finish(team, publishing)
    await undo(team, run)
    await finish(team, run)
    expect([await tagsOf(agentId), await stateOf('tagged')]).toEqual([[], 'changed'])
  })

  test('a tag that somebody took away and set again stays', async () => {
    const [again, kept] = [await write(team, 'again'), await write(team, 'kept')]
    const run = await begin(team, TAG, [again, kept])
    await finish(team, run)
    await save(again, [])
    await save(again, ['reviewed'])
    await save(kept, ['first', 'reviewed'])
    await undo(team, run)
    await finish(team, run)
    expect([await tagsOf(again), await tagsOf(kept)]).toEqual([['reviewed'], ['first']])
    expect((await look(team, run)).tally).toMatchObject({ undone: 1, kept: 1 })
  })

  test('a run is continued and taken back by whoever began it and by owners alone', async () => {
    const listed = await published('listed')
    await listAgent(await team.as('owner', 'agent.list'), listed, `listed-by-${which}`)
    const run = await begin(team, { kind: 'delete' }, [listed], 'owner')
    expect(await step(team, run)).toEqual({ ok: false, error: 'foreign' })
    expect(await undo(team, run)).toEqual({ ok: false, error: 'foreign' })
    expect((await look(team, run)).tally).toMatchObject({ waiting: 1, refused: 0 })
    await finish(team, run, 'owner')
    expect((await look(team, run)).tally).toMatchObject({ done: 1 })
    const theirs = await begin(team, TAG, [await write(team, 'theirs')])
    await finish(team, theirs, 'owner')
    expect(await undo(team, theirs, 'owner')).toMatchObject({ ok: true })
    expect((await look(team, theirs)).run.isUndone).toBe(true)
  })
})
