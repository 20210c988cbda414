import { describe, expect, test } from 'vitest'
import { getDraft, saveDraft } from '@/lib/agents/drafts/draft'
import { listAgents } from '@/lib/agents/lists/list'
import { listAgent } from '@/lib/agents/publishing/show'
import { groundOn } from '@/lib/agents/testing/ground'
import { publishNext, write } from '@/lib/agents/testing/writing'
import { begin, finish, look, step, undo } from '@/lib/bulk/testing/runs'
import { SERVERS } from '@/lib/db/testing/database'

const TAG = { kind: 'tag', tag: 'reviewed' } as const

describe.each(SERVERS)('taking back what was done to many, on the %s Postgres', (which) => {
  const ground = groundOn(which)

  const draftOf = async (agentId: string) => {
    const draft = await getDraft(await ground.team.as('viewer', 'agent.read'), agentId)
    if (!draft) throw new Error('there is no such agent')
    return draft
  }
  const tagsOf = async (agentId: string) => (await draftOf(agentId)).document.tags ?? []
  const save = async (agentId: string, tags: readonly string[]) => {
    const { version, document } = await draftOf(agentId)
    const changed = { agentId, version, document: { ...document, tags: [...tags] } }
    expect((await saveDraft(await ground.team.as('editor', 'agent.write'), changed)).ok).toBe(true)
  }
  const stateOf = async (slug: string) => {
    const { agents } = await listAgents(await ground.team.as('viewer', 'agent.read'), { slug })
    return agents[0]?.draft
  }
  const published = async (slug: string) => {
    const agentId = await write(ground.team, slug)
    await publishNext(ground.team, agentId)
    return agentId
  }
  const waitingForLocks = async () => {
    const [row] = await ground.opened.db.$queryRaw<{ count: number }[]>`
      SELECT count(*)::int FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`
    return row?.count
  }

  test('what a step is doing while the run is turned around is taken back too', async () => {
    const agentId = await write(ground.team, 'raced')
    const run = await begin(ground.team, TAG, [agentId])
    const both = await ground.opened.db.$transaction(async (tx) => {
      await tx.$executeRaw`SELECT 1 FROM drafts WHERE agent_id = ${agentId}::uuid FOR UPDATE`
      const stepping = step(ground.team, run)
      await expect.poll(waitingForLocks).toBe(1)
      let isTurned = false
      const undoing = undo(ground.team, run)
        .then(() => finish(ground.team, run))
        .then(() => {
          isTurned = true
        })
      await expect.poll(async () => isTurned || (await waitingForLocks()) === 2).toBe(true)
      return { stepping, undoing }
    })
    await both.stepping
    await both.undoing
    expect(await tagsOf(agentId)).toEqual([])
    expect((await look(ground.team, run)).tally).toMatchObject({ undone: 1, done: 0, waiting: 0 })
  })

  test('a draft that was as published is so again, and one that was saved since is not', async () => {
    const [same, saved, changed] = [
      await published('same'),
      await published('saved'),
      await published('changed'),
    ]
    await save(changed, ['mine'])
    const run = await begin(ground.team, TAG, [same, saved, changed])
    await finish(ground.team, run)
    expect(await stateOf('same')).toBe('changed')
    await save(saved, ['reviewed', 'mine'])
    await undo(ground.team, run)
    await finish(ground.team, run)
    expect([await tagsOf(same), await tagsOf(saved), await tagsOf(changed)]).toEqual([[], ['mine'], ['mine']])
    expect([await stateOf('same'), await stateOf('saved'), await stateOf('changed')]).toEqual([
      ...['published', 'changed', 'changed'],
    ])
  })

  test('a draft whose tag was published meanwhile says less than its revision from then on', async () => {
    const agentId = await published('tagged')
    const run = await begin(ground.team, TAG, [agentId])
    await finish(ground.team, run)
    const publishing = await begin(ground.team, { kind: 'publish', note: '', byline: '' }, [agentId])
    await finish(ground.team, publishing)
    await undo(ground.team, run)
    await finish(ground.team, run)
    expect([await tagsOf(agentId), await stateOf('tagged')]).toEqual([[], 'changed'])
  })

  test('a tag that somebody took away and set again stays', async () => {
    const [again, kept] = [await write(ground.team, 'again'), await write(ground.team, 'kept')]
    const run = await begin(ground.team, TAG, [again, kept])
    await finish(ground.team, run)
    await save(again, [])
    await save(again, ['reviewed'])
    await save(kept, ['first', 'reviewed'])
    await undo(ground.team, run)
    await finish(ground.team, run)
    expect([await tagsOf(again), await tagsOf(kept)]).toEqual([['reviewed'], ['first']])
    expect((await look(ground.team, run)).tally).toMatchObject({ undone: 1, kept: 1 })
  })

  test('a run is continued and taken back by whoever began it and by owners alone', async () => {
    const listed = await published('listed')
    await listAgent(await ground.team.as('owner', 'agent.list'), listed, `listed-by-${which}`)
    const run = await begin(ground.team, { kind: 'delete' }, [listed], 'owner')
    expect(await step(ground.team, run)).toEqual({ ok: false, error: 'foreign' })
    expect(await undo(ground.team, run)).toEqual({ ok: false, error: 'foreign' })
    expect((await look(ground.team, run)).tally).toMatchObject({ waiting: 1, refused: 0 })
    await finish(ground.team, run, 'owner')
    expect((await look(ground.team, run)).tally).toMatchObject({ done: 1 })
    const theirs = await begin(ground.team, TAG, [await write(ground.team, 'theirs')])
    await finish(ground.team, theirs, 'owner')
    expect(await undo(ground.team, theirs, 'owner')).toMatchObject({ ok: true })
    expect((await look(ground.team, theirs)).run.isUndone).toBe(true)
  })
})
