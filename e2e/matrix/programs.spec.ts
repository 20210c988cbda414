import { SCOPES } from '../../lib/access/scopes'
import type { Endpoint } from '../../lib/http/endpoint'
import { ENDPOINTS } from '../../lib/http/endpoints'
import { expect, test } from '../fixtures'
import { API_REQUESTS, type ApiRequest } from './api-requests'
import { PROGRAMS } from './programs'
import { type Outcome, outcomeOf, withoutNames } from './send'
import { ACTORS, type Actor, createWorld, missingTarget, readLog, type Target } from './world'

const operations = ENDPOINTS.flatMap((endpoint) => {
  const request = API_REQUESTS[endpoint.id]
  return request === undefined ? [] : [{ endpoint, request }]
})
type Operation = (typeof operations)[number]

test('there is a request for every endpoint, and none for what is gone', () => {
  expect(Object.keys(API_REQUESTS).sort()).toEqual(ENDPOINTS.map(({ id }) => id).sort())
  expect(new Set(operations.map(({ request }) => request.scope))).toEqual(new Set([undefined, ...SCOPES]))
})

/** What the scopes say, and nothing else: a cookie or a link says nothing here. */
function expectedOf({ request }: Operation, { name }: Actor): number {
  const { scope } = request
  if (scope === undefined) return request.reached
  switch (PROGRAMS.find((one) => one === name)) {
    case 'read-only token':
      return scope === 'read' ? request.reached : 403
    case 'write token':
      return scope === 'write' ? request.reached : 403
    case 'audit token':
      return scope === 'audit' ? request.reached : 403
    // It names all scopes, and does what a viewer may do.
    case 'token of a viewer who was an owner':
      return scope === 'read' ? request.reached : 403
    // What it asks for without naming anything is about its own workspace.
    case 'token of another workspace':
      return request.place === undefined && request.query === undefined ? request.reached : 404
    default:
      return 401
  }
}

type Pair = { readonly operation: Operation; readonly actor: Actor }
const pairsOf = (actors: readonly Actor[]): readonly Pair[] =>
  operations.flatMap((operation) => actors.map((actor) => ({ operation, actor })))
const isReached = ({ operation, actor }: Pair): boolean =>
  expectedOf(operation, actor) === operation.request.reached

async function sendTo(
  { path, method, example }: Endpoint,
  { place, query, body, headers = {} }: ApiRequest,
  { api }: Actor,
  target: Target,
) {
  const filled = Object.entries(place?.(target) ?? {}).reduce<string>(
    (rest, [name, value]) => rest.replace(`{${name}}`, value),
    path,
  )
  const data = body ?? example
  return api.fetch(query ? `${filled}?${query(target)}` : filled, {
    method,
    headers,
    maxRedirects: 0,
    ...(data !== undefined && { data }),
  })
}

test('every endpoint answers every actor as the scopes say', async ({ baseURL }) => {
  test.setTimeout(300_000)
  const world = await createWorld(baseURL)
  const deviations: string[] = []
  let sent = 0
  const ask = async (operation: Operation, actor: Actor) => {
    const { endpoint, request } = operation
    const expected = expectedOf(operation, actor)
    const prepared = expected === request.reached ? await request.prepare?.(world) : undefined
    const answer = await sendTo(endpoint, request, actor, { ...world.target, ...prepared })
    const status = answer.status()
    sent += 1
    if (status !== expected)
      deviations.push(`${actor.name}, ${endpoint.id}: ${status} instead of ${expected}`)
    if (status === 401 && !answer.headers()['www-authenticate']?.startsWith('Bearer '))
      deviations.push(`${actor.name}, ${endpoint.id}: 401 does not say how to sign in`)
    if (answer.headers()['set-cookie'] !== undefined)
      deviations.push(`${actor.name}, ${endpoint.id}: sets a cookie`)
  }
  const pairs = pairsOf(world.actors)
  const before = await readLog(world)
  // First those who may not, who must leave no trace.
  for (const pair of pairs) if (!isReached(pair)) await ask(pair.operation, pair.actor)
  expect(await readLog(world)).toBe(before)
  for (const pair of pairs) if (isReached(pair)) await ask(pair.operation, pair.actor)
  process.stdout.write(
    `${operations.length} endpoints × ${ACTORS.length} actors = ${sent} requests, ${deviations.length} deviations\n`,
  )
  expect(deviations).toEqual([])
  expect(sent).toBe(ENDPOINTS.length * ACTORS.length)
})

test('who may not is told the same of what exists as of what does not', async ({ baseURL }) => {
  test.setTimeout(300_000)
  const world = await createWorld(baseURL)
  const deviations: string[] = []
  let compared = 0
  const tell = async ({ endpoint, request }: Operation, actor: Actor, target: Target): Promise<Outcome> =>
    withoutNames(await outcomeOf(await sendTo(endpoint, request, actor, target)), target)
  const named = pairsOf(world.actors).filter(
    (pair) => pair.operation.request.place !== undefined && !isReached(pair),
  )
  for (const { operation, actor } of named) {
    const theirs = await tell(operation, actor, world.target)
    const nowhere = await tell(operation, actor, missingTarget())
    compared += 1
    if (JSON.stringify(theirs) !== JSON.stringify(nowhere))
      deviations.push(`${actor.name}, ${operation.endpoint.id}: ${theirs.status} is not ${nowhere.status}`)
  }
  process.stdout.write(`${compared} pairs of foreign and missing, ${deviations.length} deviations\n`)
  expect(compared).toBeGreaterThan(ACTORS.length)
  expect(deviations).toEqual([])
})
