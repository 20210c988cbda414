import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Actor, VISITOR } from '@/lib/access/actor'
import { authorize } from '@/lib/access/authorize'
import { ACTIONS, type Action, mayDo, ROLES } from '@/lib/access/roles'
import { SCOPES, type Scope, scopeOf } from '@/lib/access/scopes'
import { openTestDatabase, SERVERS, type TestDatabase } from '@/lib/db/testing/database'
import { createMembers } from '@/lib/workspaces/testing/people'

const actions = Object.keys(ACTIONS) as Action[]
const SCOPE_SETS: readonly (readonly Scope[])[] = [[], ['read'], ['write'], ['audit'], [...SCOPES]]

describe.each(SERVERS)('who may do what, on the %s Postgres', (which) => {
  let opened: TestDatabase
  const actors = new Map<string, Actor>([['visitor', VISITOR]])
  beforeAll(async () => {
    opened = await openTestDatabase(which)
    const workspace = async (slug: string) =>
      (await opened.db.workspace.create({ data: { slug, publicName: slug } })).id
    const [here, elsewhere] = [await workspace('here'), await workspace('elsewhere')]
    const person = async (workspaceId: string, role: (typeof ROLES)[number]): Promise<Actor> => {
      const [userId = ''] = await createMembers(opened.db, workspaceId, 1, role)
      return { kind: 'person', userId, sessionId: userId, email: 'a@example.org', name: 'A' }
    }
    for (const role of ROLES) actors.set(role, await person(here, role))
    actors.set('owner of another workspace', await person(elsewhere, 'owner'))
    const removed = await person(here, 'editor')
    if (removed.kind === 'person')
      await opened.db.membership.deleteMany({ where: { userId: removed.userId } })
    actors.set('removed member', removed)
  })
  afterAll(() => opened?.close())

  test('every action by every actor comes out as the role table says', async () => {
    const deviations: string[] = []
    let judged = 0
    for (const [name, actor] of actors)
      for (const action of actions) {
        const found = await authorize(actor, action, { workspace: 'here' })
        const role = ROLES.find((one) => one === name)
        const expected = role === undefined ? 'sign-in' : mayDo(role, action) ? role : 'not-found'
        const outcome = found.ok ? found.value.role : found.error
        judged += 1
        if (outcome !== expected) deviations.push(`${name}, ${action}: ${outcome} instead of ${expected}`)
      }
    process.stdout.write(`${actions.length} actions × ${actors.size} actors = ${judged} judged\n`)
    expect(judged).toBe(actions.length * actors.size)
    expect(deviations).toEqual([])
  })

  test('a token opens what its scopes say and its maker may, and nothing else by anybody', async () => {
    const deviations: string[] = []
    let judged = 0
    for (const [name, maker] of actors)
      for (const scopes of SCOPE_SETS)
        for (const action of actions) {
          if (maker.kind !== 'person') continue
          const { userId } = maker
          const program: Actor = { kind: 'program', tokenId: userId, userId, workspace: 'here', scopes }
          const found = await authorize(program, action, { workspace: 'here' })
          const outcome = found.ok ? found.value.role : found.error
          const role = ROLES.find((one) => one === name)
          const scope = scopeOf(action)
          const isOpened = scope !== undefined && scopes.includes(scope)
          const byRole = role !== undefined && mayDo(role, action) ? role : 'not-found'
          const expected = role === undefined ? 'sign-in' : isOpened ? byRole : 'scope'
          judged += 1
          if (outcome !== expected)
            deviations.push(`${name}, ${scopes}, ${action}: ${outcome} instead of ${expected}`)
        }
    expect(judged).toBe(actions.length * (actors.size - 1) * SCOPE_SETS.length)
    expect(deviations).toEqual([])
  })

  test('a token of another workspace is refused as a stranger is, whatever its maker may here', async () => {
    const owner = actors.get('owner')
    if (owner?.kind !== 'person') throw new Error('there is no owner')
    const { userId } = owner
    const program: Actor = {
      kind: 'program',
      tokenId: userId,
      userId,
      workspace: 'elsewhere',
      scopes: [...SCOPES],
    }
    for (const action of actions)
      expect(await authorize(program, action, { workspace: 'here' })).toEqual({ ok: false, error: 'sign-in' })
  })

  test('a workspace that does not exist is refused as one of others is', async () => {
    for (const actor of actors.values())
      for (const slug of ['nowhere', '', 'here\0', "here' OR true", 'HERE'])
        expect(await authorize(actor, 'workspace.read', { workspace: slug })).toEqual({
          ok: false,
          error: 'sign-in',
        })
  })
})
