import { expect, test } from 'vitest'
import { ACTIONS, type Action, ROLES } from '@/lib/access/roles'
import { isOfUse, SCOPES, scopeOf } from '@/lib/access/scopes'

test('no scope opens accounts, members, roles, settings, tokens, or what is an owner’s to decide', () => {
  const closed = (Object.keys(ACTIONS) as Action[]).filter((action) => scopeOf(action) === undefined)
  expect(closed.sort()).toEqual(
    [
      'agent.list',
      'comparison.write',
      'member.manage',
      'member.read',
      'revision.withdraw',
      'settings.manage',
      'token.manage',
      'view.save',
      'workspace.read',
    ].sort(),
  )
})

test.each([
  ['agent.read', 'read'],
  ['agent.write', 'write'],
  ['agent.publish', 'write'],
  ['agent.share', 'write'],
  ['audit.read', 'audit'],
] as const)('%s is opened by the scope %s', (action, scope) => {
  expect(scopeOf(action)).toBe(scope)
})

test('a scope is of use to whoever may do anything that it opens', () => {
  const useful = ROLES.map((role) => SCOPES.filter((scope) => isOfUse(scope, role)))
  expect(useful).toEqual([['read'], ['read', 'write'], ['read', 'write', 'audit']])
})
