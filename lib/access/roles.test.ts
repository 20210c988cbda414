import { expect, test } from 'vitest'
import { ACTIONS, isRole, mayDo, ROLES } from '@/lib/access/roles'

const may = (role: (typeof ROLES)[number]) =>
  Object.keys(ACTIONS).filter((action) => mayDo(role, action as keyof typeof ACTIONS))

test('a viewer reads, and nothing else', () => {
  expect(may('viewer')).toEqual(['workspace.read', 'agent.read', 'member.read'])
})

test('an editor also writes, publishes, shares and keeps views', () => {
  expect(may('editor')).toEqual([
    ...may('viewer'),
    'agent.write',
    'agent.publish',
    'agent.share',
    'comparison.write',
    'view.save',
  ])
})

test('an owner also lists, withdraws, manages and reads the audit log', () => {
  expect(may('owner')).toEqual([
    ...may('editor'),
    'agent.list',
    'revision.withdraw',
    'member.manage',
    'token.manage',
    'settings.manage',
    'audit.read',
  ])
})

test('only the three roles are roles', () => {
  expect(ROLES.every(isRole)).toBe(true)
  expect(['', 'Owner', 'admin', 'owner,editor', '__proto__'].some(isRole)).toBe(false)
})
