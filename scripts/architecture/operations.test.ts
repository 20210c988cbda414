import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { ACTIONS } from '@/lib/access/roles'
import { scopeOf } from '@/lib/access/scopes'
import { ENDPOINTS } from '@/lib/http/endpoints'
import { OPERATIONS } from '@/scripts/architecture/operations'

const found = readdirSync('app', { recursive: true, encoding: 'utf8' })
  .map((file) => `app/${file}`)
  .filter((file) => /\/(page\.tsx|route\.ts|actions\.ts)$/.test(file))
  .flatMap((file) =>
    file.endsWith('actions.ts') ? actionsOf(file).map((name) => `${file} ${name}`) : [file],
  )

test('every page, route and action is known with whom it serves', () => {
  expect(found.length).toBeGreaterThan(20)
  expect(found.sort()).toEqual(Object.keys(OPERATIONS).sort())
})

const served = Object.entries(OPERATIONS).filter(([, access]) => access === 'endpoint')

test('the routes of the API serve the endpoints that are described, each where it says, and nothing else', () => {
  const inRoutes = served.flatMap(([file]) =>
    [...readFileSync(file, 'utf8').matchAll(/^ {2}([A-Z]+): (\w+)\(\s*(\w+),/gm)].map(
      ([, method, wrapper, name]) => `${file} ${method} ${wrapper} ${name}`,
    ),
  )
  const described = ENDPOINTS.map(
    ({ id, method, path }) =>
      `app${path.replace(/\{(\w+)\}/g, '[$1]')}/route.ts ${method} serve ${id}Endpoint`,
  )
  expect(described.length).toBeGreaterThan(10)
  expect(inRoutes.sort()).toEqual(described.sort())
})

test('what an endpoint asks of a token is open to programs', () => {
  const actions = ENDPOINTS.flatMap(({ action }) => (action === undefined ? [] : [action]))
  expect(actions.length).toBeGreaterThan(5)
  for (const action of actions) expect(scopeOf(action), action).toBeDefined()
})

test.each(Object.entries(OPERATIONS).filter(([, access]) => access !== 'everybody' && access !== 'endpoint'))(
  '%s asks for %s before it does anything',
  (operation, access) => {
    const [file = '', action] = operation.split(/ (?=\w+$)/)
    const source = action === undefined ? readFileSync(file, 'utf8') : bodyOf(file, action)
    const asks =
      access === 'person'
        ? /currentActor\(\)|findActor\(/
        : new RegExp(`(requireRight|forMembers)\\('${access}'`)
    expect(source).toMatch(asks)
  },
)

test('an operation of a workspace names an action that exists', () => {
  const actions = Object.values(OPERATIONS).filter(
    (access) => access !== 'everybody' && access !== 'person' && access !== 'endpoint',
  )
  for (const action of actions) expect(Object.keys(ACTIONS)).toContain(action)
})

function actionsOf(file: string): string[] {
  const source = readFileSync(file, 'utf8')
  expect(source.startsWith("'use server'"), file).toBe(true)
  return [...source.matchAll(/^export async function (\w+)/gm)].map(([, name]) => name ?? '')
}

/** From the head of one function to the head of the next. */
const bodyOf = (file: string, name: string): string =>
  readFileSync(file, 'utf8')
    .split(/^export async function /m)
    .find((part) => part.startsWith(`${name}(`)) ?? ''
