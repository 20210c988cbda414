import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { setVisibility } from '@/lib/agents/publishing/show'
import { createTeam, publishNext, type Team, write } from '@/lib/agents/testing/writing'
import { deleteAgent, restoreAgent } from '@/lib/agents/trash'
import { getComparison, listComparisons } from '@/lib/comparisons/list'
import { deleteComparison, saveComparison } from '@/lib/comparisons/save'
import { openTestDatabase, SERVERS, type TestDatabase } from '@/lib/db/testing/database'
import { createComparisonShare } from '@/lib/shares/create-for-comparison'
import { findShared } from '@/lib/shares/find'
import { listShares } from '@/lib/shares/list'
import { readSharedComparison } from '@/lib/shares/read-comparison'
import { revokeShares } from '@/lib/shares/revoke'

const NOWHERE = '0199aa52-7d2f-7c52-8f4b-2d6c3d1c2b11'
const published = (slug: string) => ({ slug, asDraft: false })

describe.each(SERVERS)('saved comparisons, on the %s Postgres', (which) => {
  let opened: TestDatabase
  let team: Team
  const agents = new Map<string, string>()
  beforeAll(async () => {
    opened = await openTestDatabase(which)
    team = await createTeam(opened.db)
    for (const slug of ['one', 'two', 'three', 'unpublished']) agents.set(slug, await write(team, slug))
    for (const slug of ['one', 'two', 'three']) await publishNext(team, agents.get(slug) ?? '', 5)
  })
  afterAll(() => opened?.close())

  const writer = () => team.as('editor', 'comparison.write')
  const reader = () => team.as('viewer', 'agent.read')
  const save = async (name: string, slugs: readonly string[]) => {
    const saved = await saveComparison(await writer(), { name, agents: slugs.map(published), query: '' })
    if (!saved.ok) throw new Error(saved.error)
    return saved.value
  }
  const share = async (comparisonId: string, opensPrivate: boolean) =>
    createComparisonShare(await team.as('editor', 'agent.share'), {
      comparisonId,
      opensPrivate,
      label: '',
      passwordHash: undefined,
      expiresAt: undefined,
    })
  const tokenOf = (made: Awaited<ReturnType<typeof share>>) => {
    if (!made.ok) throw new Error(made.error)
    return made.value.url.split('/').at(-1) ?? ''
  }
  const shownAt = async (token: string) => {
    const subject = (await findShared(token))?.subject
    return subject?.kind === 'comparison' ? subject.revisions.map(({ number }) => number) : null
  }

  const shared = async (token: string) => {
    const subject = (await findShared(token))?.subject
    if (subject?.kind !== 'comparison') throw new Error('The link opens no comparison')
    return readSharedComparison(subject)
  }

  test('keeps the agents in their order, with what of each is looked at', async () => {
    const right = await writer()
    const saved = await saveComparison(right, {
      name: 'In order',
      agents: [{ slug: 'three', asDraft: true }, published('one'), published('unpublished')],
      query: 'sort=spread',
    })
    const found = saved.ok ? await getComparison(await reader(), saved.value) : undefined
    expect(found).toMatchObject({ name: 'In order', query: 'sort=spread' })
    expect(found?.agents.map(({ slug, asDraft, reading }) => [slug, asDraft, reading])).toEqual([
      ['three', true, 'private'],
      ['one', false, 'private'],
      ['unpublished', false, 'unpublished'],
    ])
  })

  test('a name is taken once, and an agent that is not there is none', async () => {
    await save('Taken', ['one', 'two'])
    const right = await writer()
    const again = { name: 'Taken', agents: [published('one'), published('three')], query: '' }
    const parallel = await Promise.all(
      Array.from({ length: 5 }, () => saveComparison(right, { ...again, name: 'Parallel' })),
    )
    expect(parallel.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await saveComparison(right, again)).toEqual({ ok: false, error: 'name-taken' })
    const absent = { ...again, name: 'Absent', agents: [published('one'), published('nowhere')] }
    expect(await saveComparison(right, absent)).toEqual({ ok: false, error: 'not-found' })
  })

  test('another workspace sees none of them, and can neither delete nor share one', async () => {
    const id = await save('Ours', ['one', 'two'])
    const others = await createTeam(opened.db)
    const theirs = await others.as('owner', 'agent.read')
    expect(await listComparisons(theirs)).toEqual([])
    expect(await getComparison(theirs, id)).toBeUndefined()
    const gone = { ok: false, error: 'not-found' }
    expect(await deleteComparison(await others.as('owner', 'comparison.write'), id)).toEqual(gone)
    const sharing = { opensPrivate: true, label: '', passwordHash: undefined, expiresAt: undefined }
    const right = await others.as('owner', 'agent.share')
    for (const comparisonId of [id, NOWHERE])
      expect(await createComparisonShare(right, { comparisonId, ...sharing })).toEqual(gone)
  })

  test('a link shows published revisions of the agents that are open to links, and of two at least', async () => {
    const id = await save('Shared', ['three', 'unpublished', 'two', 'one'])
    expect(await share(id, false)).toEqual({ ok: false, error: 'too-few' })
    const publisher = await team.as('editor', 'agent.publish')
    for (const slug of ['one', 'three']) await setVisibility(publisher, agents.get(slug) ?? '', 'link')
    const token = tokenOf(await share(id, false))
    expect(await shownAt(token)).toEqual([1, 1])
    await publishNext(team, agents.get('one') ?? '', 7)
    expect(await shownAt(token)).toEqual([1, 2])
    const opening = tokenOf(await share(id, true))
    expect(await shownAt(opening)).toEqual([1, 1, 2])
    expect(await shownAt(token)).toEqual([1, 1, 2])
    await setVisibility(publisher, agents.get('three') ?? '', 'private')
    await deleteAgent(await team.as('editor', 'agent.write'), agents.get('two') ?? '')
    expect(await shownAt(token)).toBeNull()
    const states = async () =>
      (await listShares(await reader(), { comparisonId: id })).shares.map(({ state }) => state)
    expect(await states()).toEqual(['too-few', 'too-few'])
    await restoreAgent(await team.as('editor', 'agent.write'), agents.get('two') ?? '')
    expect(await shownAt(token)).toEqual([1, 2])
    expect(await states()).toEqual(['open', 'open'])
  })

  test('revoking the links of a comparison ends them all, and those of a deleted one are gone with it', async () => {
    const id = await save('Revoked', ['one', 'two'])
    const right = await team.as('editor', 'agent.share')
    const tokens = [tokenOf(await share(id, true)), tokenOf(await share(id, true))]
    expect(await revokeShares(right, { comparisonId: id })).toBe(2)
    for (const token of tokens) expect(await findShared(token)).toBeNull()
    const last = tokenOf(await share(id, true))
    expect(await findShared(last)).not.toBeNull()
    expect((await deleteComparison(await writer(), id)).ok).toBe(true)
    expect(await findShared(last)).toBeNull()
    expect((await listComparisons(await reader())).map(({ name }) => name)).not.toContain('Revoked')
  })

  test('an agent stands beside its own draft, and a link shows it once', async () => {
    const saved = await saveComparison(await writer(), {
      name: 'Before and after',
      agents: [{ slug: 'two', asDraft: true }, published('two'), published('three')],
      query: 'worse=2&than=3',
    })
    const id = saved.ok ? saved.value : ''
    const found = await getComparison(await reader(), id)
    expect(found?.agents.map(({ position, slug, asDraft }) => [position, slug, asDraft])).toEqual([
      [1, 'two', true],
      [2, 'two', false],
      [3, 'three', false],
    ])
    const { agents, state } = await shared(tokenOf(await share(id, true)))
    expect(agents.map(({ key }) => key)).toEqual(['agent-1', 'agent-2'])
    expect([state.worse, state.than]).toEqual(['agent-1', 'agent-2'])
    const alone = await saveComparison(await writer(), {
      name: 'One alone',
      agents: [{ slug: 'two', asDraft: true }, published('two')],
      query: '',
    })
    expect(alone.ok).toBe(true)
    expect(await share(alone.ok ? alone.value : '', true)).toEqual({ ok: false, error: 'too-few' })
  })

  test('a link explains the pair that was kept, whoever is left out of it and whatever is renamed', async () => {
    const saved = await saveComparison(await writer(), {
      name: 'A pair',
      agents: [published('unpublished'), published('two'), published('three')],
      query: 'worse=3&than=2',
    })
    const token = tokenOf(await share(saved.ok ? saved.value : '', true))
    const { agents, state } = await shared(token)
    expect(agents.map(({ key }) => key)).toEqual(['agent-1', 'agent-2'])
    expect([state.worse, state.than]).toEqual(['agent-2', 'agent-1'])
  })
})
