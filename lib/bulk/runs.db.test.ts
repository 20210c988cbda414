import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { getDraft, saveDraft } from '@/lib/agents/drafts/draft'
import { readAgentFilters } from '@/lib/agents/lists/filters'
import { listAgent } from '@/lib/agents/publishing/show'
import { documentWith } from '@/lib/agents/testing/documents'
import { groundOn } from '@/lib/agents/testing/ground'
import { createTeam, publishNext, write } from '@/lib/agents/testing/writing'
import { deleteAgent, restoreAgent } from '@/lib/agents/trash'
import { RUN_DAYS } from '@/lib/bulk/deeds'
import { previewRun } from '@/lib/bulk/preview'
import { findRun } from '@/lib/bulk/runs'
import { startRun } from '@/lib/bulk/start'
import { sweepRuns } from '@/lib/bulk/sweep'
import { begin, finish, licensed, look, step, undo } from '@/lib/bulk/testing/runs'
import { statementsOf } from '@/lib/db/statements'
import { SERVERS } from '@/lib/db/testing/database'
import { share } from '@/lib/shares/testing/sharing'

const TAG = { kind: 'tag', tag: 'reviewed' } as const
const PUBLISH = { kind: 'publish', note: 'All at once.', byline: 'A team' } as const
const SHARE = { kind: 'share', label: 'For the board', sections: 'whole', expiresAt: null } as const
const DELETE = { kind: 'delete' } as const

describe.each(SERVERS)('many agents at once, on the %s Postgres', (which) => {
  const ground = groundOn(which)

  const writeMany = async (name: string, count: number): Promise<string[]> => {
    const ids: string[] = []
    for (let index = 0; index < count; index++) ids.push(await write(ground.team, `${name}-${index}`))
    return ids
  }
  const tagsOf = async (agentId: string) =>
    (await getDraft(await ground.team.as('viewer', 'agent.read'), agentId))?.document.tags ?? []
  const tag = async (agentId: string, tags: string[]) => {
    const right = await ground.team.as('editor', 'agent.write')
    const { version = 0, document } = (await getDraft(right, agentId)) ?? {}
    const saved = await saveDraft(right, {
      agentId,
      version,
      document: { ...documentWith({}), ...document, tags },
    })
    if (!saved.ok) throw new Error('not saved')
  }
  /** In the order in which they were written. */
  const reasonsOf = async (runId: string) =>
    (await ground.opened.db.bulkItem.findMany({ where: { runId }, orderBy: { agentId: 'asc' } })).map(
      ({ state, reason }) => (reason === null ? state : `${state}: ${reason}`),
    )
  const audited = (action: string, subjectId: string) =>
    ground.opened.db.auditEvent.count({ where: { action, subjectId } })
  const isLiving = async (agentId: string) =>
    (await ground.opened.db.agent.findUniqueOrThrow({ where: { id: agentId } })).deletedAt === null

  test('a tag goes to those that lack it, and is taken back from those that got it and still have it', async () => {
    const [plain = '', has = '', full = '', later = ''] = await writeMany('tag', 4)
    await tag(has, ['reviewed'])
    const twenty = Array.from({ length: 20 }, (_, index) => `tag ${index}`)
    await tag(full, twenty)
    const run = await begin(ground.team, TAG, [plain, has, full, later])
    await finish(ground.team, run)
    expect(await tagsOf(plain)).toEqual(['reviewed'])
    expect(await tagsOf(full)).toEqual(twenty)
    expect(await reasonsOf(run)).toEqual(['done', 'refused: tagged', 'refused: tags-full', 'done'])
    expect(await audited('run.start', run)).toBe(1)
    await tag(later, ['mine'])
    await undo(ground.team, run)
    await finish(ground.team, run)
    expect([await tagsOf(plain), await tagsOf(has), await tagsOf(later)]).toEqual([
      [],
      ['reviewed'],
      ['mine'],
    ])
    expect(await reasonsOf(run)).toEqual([
      'undone',
      'refused: tagged',
      'refused: tags-full',
      'kept: untagged',
    ])
    expect(await audited('run.undo', run)).toBe(1)
  })

  test('publishing takes the text that there was at the start, and owners alone withdraw it', async () => {
    const [ready = '', changed = '', published = ''] = await writeMany('publish', 3)
    const bare = await write(ground.team, 'publish-bare', { ...documentWith({}), name: '' })
    await publishNext(ground.team, published)
    const run = await begin(ground.team, PUBLISH, [ready, changed, published, bare])
    await tag(changed, ['since'])
    await finish(ground.team, run)
    expect(await reasonsOf(run)).toEqual([
      'done',
      'refused: changed',
      'refused: already-published',
      'refused: incomplete',
    ])
    expect(await ground.opened.db.revision.findFirst({ where: { agentId: ready } })).toMatchObject({
      number: 1,
      note: 'All at once.',
      byline: 'A team',
    })
    expect(await audited('agent.publish', ready)).toBe(1)
    expect(await undo(ground.team, run)).toEqual({ ok: false, error: 'owner' })
    expect((await look(ground.team, run)).run.isUndone).toBe(false)
    expect(await undo(ground.team, run, 'owner')).toMatchObject({ ok: true })
    expect(await step(ground.team, run)).toEqual({ ok: false, error: 'owner' })
    await finish(ground.team, run, 'owner')
    expect(
      (await ground.opened.db.revision.findFirstOrThrow({ where: { agentId: ready } })).withdrawnAt,
    ).not.toBeNull()
    expect(await ground.opened.db.revision.count({ where: { agentId: published, withdrawnAt: null } })).toBe(
      1,
    )
  })

  test('each link is told once, in the step that makes it, and undoing revokes these links alone', async () => {
    const [first = '', second = '', bare = ''] = await writeMany('share', 3)
    await publishNext(ground.team, first)
    await publishNext(ground.team, second)
    const other = await share(ground.team, first)
    const run = await begin(ground.team, SHARE, [first, second, bare])
    const links = await finish(ground.team, run)
    expect(links.map(({ agentId }) => agentId)).toEqual([first, second])
    for (const { url } of links) expect(url).toMatch(/\/r\/[\w-]{32}$/)
    expect(await reasonsOf(run)).toEqual(['done', 'done', 'refused: unpublished'])
    const stored = await ground.opened.db.bulkItem.findMany({ where: { runId: run } })
    for (const { url } of links) expect(JSON.stringify(stored)).not.toContain(url.split('/').at(-1))
    await undo(ground.team, run)
    expect(await finish(ground.team, run)).toEqual([])
    expect(
      await ground.opened.db.share.findMany({
        where: { agentId: first, revokedAt: null },
        select: { id: true },
      }),
    ).toEqual([{ id: other.id }])
  })

  test('what was deleted comes back, but for what somebody has restored and deleted again', async () => {
    const [plain = '', again = '', gone = '', listed = ''] = await writeMany('delete', 4)
    await publishNext(ground.team, listed)
    await listAgent(await ground.team.as('owner', 'agent.list'), listed, `deleted-${which}`)
    const run = await begin(ground.team, DELETE, [plain, again, gone, listed])
    const writer = await ground.team.as('editor', 'agent.write')
    await deleteAgent(writer, gone)
    await finish(ground.team, run)
    expect(await reasonsOf(run)).toEqual(['done', 'done', 'refused: not-found', 'refused: listed'])
    expect(await isLiving(listed)).toBe(true)
    await restoreAgent(writer, again)
    await deleteAgent(writer, again)
    await undo(ground.team, run)
    await finish(ground.team, run)
    expect(await reasonsOf(run)).toEqual([
      'undone',
      'kept: restored',
      'refused: not-found',
      'refused: listed',
    ])
    expect([await isLiving(plain), await isLiving(again), await isLiving(gone)]).toEqual([true, false, false])
  })

  test('an owner deletes a listed agent with the others', async () => {
    const [listed = ''] = await writeMany('owned', 1)
    await publishNext(ground.team, listed)
    await listAgent(await ground.team.as('owner', 'agent.list'), listed, `owned-${which}`)
    const run = await begin(ground.team, DELETE, [listed], 'owner')
    await finish(ground.team, run, 'owner')
    expect(await isLiving(listed)).toBe(false)
    await undo(ground.team, run, 'owner')
    await finish(ground.team, run, 'owner')
    expect(await reasonsOf(run)).toEqual(['undone'])
  })

  test('steps at once share the agents between them, and none is done twice', async () => {
    const agents = await writeMany('parallel', 30)
    for (const agentId of agents) await publishNext(ground.team, agentId)
    const run = await begin(ground.team, SHARE, agents)
    const links = (await Promise.all([1, 2, 3, 4].map(() => finish(ground.team, run)))).flat()
    expect(new Set(links.map(({ agentId }) => agentId))).toEqual(new Set(agents))
    expect(await ground.opened.db.share.count({ where: { agentId: { in: agents } } })).toBe(30)
    expect((await look(ground.team, run)).tally).toMatchObject({ asked: 30, done: 30, waiting: 0 })
  })

  test('undoing stops what goes on, and what was not done yet is never done', async () => {
    const agents = await writeMany('stopped', 60)
    const run = await begin(ground.team, TAG, agents)
    const taken = await step(ground.team, run)
    expect(taken.ok && taken.value.agents).toBeLessThanOrEqual(50)
    await undo(ground.team, run)
    await finish(ground.team, run)
    const { tally } = await look(ground.team, run)
    expect(tally).toMatchObject({ done: 0, refused: 0, kept: 0 })
    expect(tally.undone + tally.waiting).toBe(60)
    expect(tally.waiting).toBeGreaterThanOrEqual(10)
    for (const agentId of agents) expect(await tagsOf(agentId)).toEqual([])
  })

  test('what a step did stays done when it ends in the middle, and another one goes on from there', async () => {
    const agents = await writeMany('interrupted', 3)
    const run = await begin(ground.team, TAG, agents)
    const [, broken = ''] = agents
    await ground.opened.db.draft.update({
      where: { agentId: broken },
      data: { document: { schemaVersion: 99 } },
    })
    await expect(step(ground.team, run)).rejects.toThrow()
    expect((await look(ground.team, run)).tally).toMatchObject({ done: 1, waiting: 2 })
    await ground.opened.db.draft.update({ where: { agentId: broken }, data: { document: documentWith({}) } })
    await finish(ground.team, run)
    expect((await look(ground.team, run)).tally).toMatchObject({ done: 3, waiting: 0 })
    for (const agentId of agents) expect(await tagsOf(agentId)).toEqual(['reviewed'])
  })

  test('the same form sent twice begins one run, and its id is of no use to anybody else', async () => {
    const [agentId = ''] = await writeMany('twice', 1)
    const id = randomUUID()
    const asked = {
      ...(await licensed(ground.team, 'editor', TAG)),
      id,
      selection: { kind: 'ticked', agentIds: [agentId] },
    } as const
    expect(await Promise.all([startRun(asked), startRun(asked)])).toMatchObject([{ ok: true }, { ok: true }])
    expect(await ground.opened.db.bulkItem.count({ where: { runId: id } })).toBe(1)
    const other = await createTeam(ground.opened.db)
    const theirs = await write(other, 'theirs')
    const stolen = {
      ...(await licensed(other, 'editor', TAG)),
      id,
      selection: { kind: 'ticked', agentIds: [theirs] },
    } as const
    expect(await startRun(stolen)).toEqual({ ok: false, error: 'taken' })
  })

  test('all that match are fixed at the start, and nothing begins when others match than were counted', async () => {
    const agents = await writeMany('matching', 3)
    for (const agentId of agents) await tag(agentId, ['together'])
    const { filters } = readAgentFilters({ tag: 'together' })
    const selection = { kind: 'matching', filters } as const
    const right = await licensed(ground.team, 'editor', DELETE)
    const preview = await previewRun(right.right, selection)
    expect(preview).toMatchObject({ agents: 3, private: 3, unpublished: 3 })
    const stale = { ...right, id: randomUUID(), selection, expected: '' }
    expect(await startRun(stale)).toEqual({ ok: false, error: 'changed' })
    expect(await ground.opened.db.bulkItem.count({ where: { runId: stale.id } })).toBe(0)
    const run = { ...right, id: randomUUID(), selection, expected: preview.fingerprint }
    expect(await startRun(run)).toMatchObject({ ok: true })
    const [later = ''] = await writeMany('matching-later', 1)
    await tag(later, ['together'])
    await finish(ground.team, run.id)
    expect((await look(ground.team, run.id)).tally).toMatchObject({ asked: 3, done: 3 })
    expect(await isLiving(later)).toBe(true)
  })

  test('to another workspace neither the agents nor the run exist, and a viewer begins none', async () => {
    const [mine = ''] = await writeMany('scoped', 1)
    const other = await createTeam(ground.opened.db)
    const theirs = await write(other, 'not-mine')
    const foreign = {
      ...(await licensed(ground.team, 'editor', DELETE)),
      id: randomUUID(),
      selection: { kind: 'ticked', agentIds: [theirs] },
    } as const
    expect(await startRun(foreign)).toEqual({ ok: false, error: 'nobody' })
    expect(await ground.opened.db.bulkRun.count({ where: { id: foreign.id } })).toBe(0)
    const run = await begin(ground.team, DELETE, [mine, theirs])
    expect((await look(ground.team, run)).tally.asked).toBe(1)
    expect(await findRun(await other.as('owner', 'agent.read'), run)).toBeUndefined()
    expect(await step(other, run)).toEqual({ ok: false, error: 'not-found' })
    expect(await undo(other, run)).toEqual({ ok: false, error: 'not-found' })
    await finish(ground.team, run)
    expect(await isLiving(theirs)).toBe(true)
    await expect(begin(ground.team, TAG, [mine], 'viewer')).rejects.toThrow('not-found')
  })

  test('a run is forgotten after its time, and what it did stays', async () => {
    const [agentId = ''] = await writeMany('old', 1)
    const [old, young] = [await begin(ground.team, TAG, [agentId]), await begin(ground.team, TAG, [agentId])]
    await finish(ground.team, old)
    const createdAt = new Date(Date.now() - (RUN_DAYS + 1) * 86_400_000)
    await ground.opened.db.bulkRun.update({ where: { id: old }, data: { createdAt } })
    await sweepRuns()
    expect(await ground.opened.db.bulkRun.count({ where: { id: { in: [old, young] } } })).toBe(1)
    expect(await tagsOf(agentId)).toEqual(['reviewed'])
  })

  test('of many old runs each is forgotten by itself, so that nothing is held for long', async () => {
    const [agentId = ''] = await writeMany('older', 1)
    const old = [await begin(ground.team, TAG, [agentId]), await begin(ground.team, TAG, [agentId])]
    const createdAt = new Date(Date.now() - (RUN_DAYS + 1) * 86_400_000)
    await ground.opened.db.bulkRun.updateMany({ where: { id: { in: old } }, data: { createdAt } })
    const sent = await statementsOf(sweepRuns)
    expect(sent.filter(({ text }) => text.startsWith('DELETE'))).toHaveLength(2)
    expect(await ground.opened.db.bulkRun.count({ where: { id: { in: old } } })).toBe(0)
  })
})
