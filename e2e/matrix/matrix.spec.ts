import { mayDo } from '../../lib/access/roles'
import { type Access, OPERATIONS } from '../../scripts/architecture/operations'
import { expect, test } from '../fixtures'
import type { Request } from './request'
import { REQUESTS } from './requests'
import { type Outcome, send, withoutNames } from './send'
import {
  ACTORS,
  type Actor,
  createWorld,
  missingTarget,
  ROLES_HERE,
  readLog,
  type Target,
  WITHOUT_ACCOUNT,
  type World,
} from './world'

const operations = Object.entries(OPERATIONS).filter(([name]) => name.startsWith('app/w/'))
const requests = operations.flatMap(([name, access]) =>
  (REQUESTS[name] ?? []).map((request, index) => ({ name: `${name} (${index + 1})`, access, request })),
)

test('there is a request for every operation below /w, and none for what is gone', () => {
  expect(Object.keys(REQUESTS).sort()).toEqual(operations.map(([name]) => name).sort())
})

type Expected = 'reached' | 'not-found' | 'sign-in'

/** What the table of roles says, and nothing else. */
function expectedOf(access: Access, { name }: Actor): Expected {
  if (access === 'everybody' || access === 'endpoint') return 'reached'
  if (access === 'person') return WITHOUT_ACCOUNT.some((one) => one === name) ? 'sign-in' : 'reached'
  const role = ROLES_HERE.find((one) => one === name)
  if (role === undefined) return 'sign-in'
  return mayDo(role, access) ? 'reached' : 'not-found'
}

function judge({ status, location }: Outcome, { reached }: Request): Expected | string {
  if (location === '/sign-in' && status >= 300 && status < 400) return 'sign-in'
  if (status === reached) return 'reached'
  if (status === 404) return 'not-found'
  const leadsOn = status === 303 || status === 307
  if (status === 200 || status === 409 || (leadsOn && location !== null)) return 'reached'
  return `${status} ${location ?? ''}`
}

test('every operation answers every actor as the table of roles says', async ({ baseURL }) => {
  test.setTimeout(300_000)
  const world = await createWorld(baseURL)
  const deviations: string[] = []
  let sent = 0
  const ask = async (name: string, request: Request, actor: Actor, expected: Expected) => {
    const prepared = expected === 'reached' ? await request.prepare?.(world) : undefined
    const outcome = await send(request, actor, { ...world.target, ...prepared }, world)
    const found = judge(outcome, request)
    // A page that a member of the workspace may not see is told in the words of one that is not there.
    const wanted = request.reached === 404 && expected === 'not-found' ? 'reached' : expected
    sent += 1
    if (found !== wanted) deviations.push(`${actor.name}, ${name}: ${found} instead of ${wanted}`)
  }
  const before = await readLog(world)
  // First those who may not, who must leave no trace; what they were after is still there for those who may.
  for (const { name, access, request } of requests)
    for (const actor of world.actors)
      if (expectedOf(access, actor) !== 'reached') await ask(name, request, actor, expectedOf(access, actor))
  expect(await readLog(world)).toBe(before)
  for (const { name, access, request } of requests)
    for (const actor of world.actors)
      if (expectedOf(access, actor) === 'reached') await ask(name, request, actor, 'reached')
  process.stdout.write(
    `${operations.length} operations × ${ACTORS.length} actors = ${sent} requests, ${deviations.length} deviations\n`,
  )
  expect(deviations).toEqual([])
  expect(sent).toBe(requests.length * ACTORS.length)
})

test('what belongs to another workspace is told exactly as what does not exist', async ({ baseURL }) => {
  test.setTimeout(300_000)
  const world = await createWorld(baseURL)
  const deviations: string[] = []
  let compared = 0
  const compare = async (name: string, request: Request, actor: Actor, theirs: Target, nowhere: Target) => {
    const [one, other] = [
      withoutNames(await send(request, actor, theirs, world), theirs),
      withoutNames(await send(request, actor, nowhere, world), nowhere),
    ]
    compared += 1
    if (JSON.stringify(one) !== JSON.stringify(other))
      deviations.push(
        `${actor.name}, ${name}: ${one.status} ${one.location} is not ${other.status} ${other.location}, or tells more: ${difference(one.text, other.text)}`,
      )
  }
  const strangers = world.actors.filter(({ name }) => !ROLES_HERE.some((role) => role === name))
  for (const { name, request } of requests) {
    for (const actor of strangers) await compare(name, request, actor, world.target, missingTarget())
    const owner = world.actors.find((actor) => actor.name === 'owner of another workspace')
    const own = { workspace: world.elsewhere }
    if (owner && namesSomething(request, world))
      await compare(name, request, owner, { ...world.target, ...own }, { ...missingTarget(), ...own })
  }
  process.stdout.write(`${compared} pairs of foreign and missing, ${deviations.length} deviations\n`)
  expect(compared).toBeGreaterThan(requests.length * strangers.length)
  expect(deviations).toEqual([])
})

/** Whether a request says more than which workspace it is about. */
const namesSomething = (request: Request, world: World): boolean => {
  const [one, other] = [missingTarget(), missingTarget()].map((target) =>
    JSON.stringify(request.ask({ ...target, workspace: 'same' }, world, '')),
  )
  return one !== other
}

/** From where two texts part, enough to see what it is. */
function difference(one: string, other: string): string {
  const at = [...one].findIndex((letter, index) => letter !== other[index])
  return at === -1 ? 'one is longer' : `${one.slice(at, at + 80)} ↔ ${other.slice(at, at + 80)}`
}
