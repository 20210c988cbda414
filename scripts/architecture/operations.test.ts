import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { ACTIONS, type Action } from '@/lib/access/roles'

/** Whom an operation serves: everybody, whoever is signed in, or members with the right to an action. */
type Access = 'everybody' | 'person' | Action

/** Everything that a request can reach. What is not in this list fails the test that reads the folders. */
const OPERATIONS: Readonly<Record<string, Access>> = {
  'app/page.tsx': 'everybody',
  'app/agents/[slug]/page.tsx': 'everybody',
  'app/agents/[slug]/threat-model/route.ts': 'everybody',
  'app/agents/[slug]/threat-model/[file]/route.ts': 'everybody',
  'app/agents/[slug]/threat-model/badge.svg/route.ts': 'everybody',
  'app/agents/[slug]/threat-model.json/route.ts': 'everybody',
  'app/agents/[slug]/threat-model.md/route.ts': 'everybody',
  'app/api/[[...path]]/route.ts': 'everybody',
  'app/api/health/live/route.ts': 'everybody',
  'app/api/health/ready/route.ts': 'everybody',
  'app/api/v1/library/[slug]/route.ts': 'everybody',
  'app/api/v1/library/route.ts': 'everybody',
  'app/api/v1/openapi.json/route.ts': 'everybody',
  'app/api/v1/score/route.ts': 'everybody',
  'app/calculator/page.tsx': 'everybody',
  'app/method/page.tsx': 'everybody',
  'app/theme/route.ts': 'everybody',
  'app/setup/page.tsx': 'everybody',
  'app/setup/actions.ts setUp': 'everybody',
  'app/sign-in/page.tsx': 'everybody',
  'app/sign-in/second-factor/page.tsx': 'everybody',
  'app/sign-in/actions.ts enter': 'everybody',
  'app/sign-in/actions.ts confirm': 'everybody',
  'app/forgot/page.tsx': 'everybody',
  'app/forgot/actions.ts askForLink': 'everybody',
  'app/reset/page.tsx': 'everybody',
  'app/reset/actions.ts choosePassword': 'everybody',
  'app/invite/[code]/page.tsx': 'everybody',
  'app/invite/[code]/actions.ts joinAsNew': 'everybody',
  'app/invite/[code]/actions.ts join': 'person',
  'app/sign-out/route.ts': 'person',
  'app/account/page.tsx': 'person',
  'app/account/actions.ts setPassword': 'person',
  'app/account/actions.ts addWorkspace': 'person',
  'app/w/page.tsx': 'person',
  'app/w/[workspace]/page.tsx': 'workspace.read',
  'app/w/[workspace]/[...rest]/page.tsx': 'workspace.read',
  'app/w/[workspace]/drafts/[agent]/route.ts': 'agent.write',
  'app/w/[workspace]/members/page.tsx': 'member.read',
  'app/w/[workspace]/members/actions.ts invite': 'member.manage',
  'app/w/[workspace]/members/actions.ts setRole': 'member.manage',
  'app/w/[workspace]/members/actions.ts makePasswordLink': 'member.manage',
  'app/w/[workspace]/members/actions.ts remove': 'member.manage',
}

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

test.each(Object.entries(OPERATIONS).filter(([, access]) => access !== 'everybody'))(
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
  const actions = Object.values(OPERATIONS).filter((access) => access !== 'everybody' && access !== 'person')
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
