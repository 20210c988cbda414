import { bug } from '@/lib/base/assert'

/** From the weakest to the strongest: each may do all that those before it may. */
export const ROLES = ['viewer', 'editor', 'owner'] as const
export type Role = (typeof ROLES)[number]

/** Every operation inside a workspace, with the weakest role that may do it. There are no others. */
export const ACTIONS = {
  'workspace.read': 'viewer',
  'agent.read': 'viewer',
  'member.read': 'viewer',
  'agent.write': 'editor',
  'agent.publish': 'editor',
  'agent.share': 'editor',
  'comparison.write': 'editor',
  'view.save': 'editor',
  'agent.list': 'owner',
  'revision.withdraw': 'owner',
  'member.manage': 'owner',
  'token.manage': 'owner',
  'settings.manage': 'owner',
  'audit.read': 'owner',
} as const satisfies Record<string, Role>
export type Action = keyof typeof ACTIONS

export const isRole = (value: string): value is Role => ROLES.some((role) => role === value)

/** A role as it is stored, which a check in the database holds to the three. */
export const roleOf = (stored: string): Role => (isRole(stored) ? stored : bug(`a stored role ${stored}`))

export const mayDo = (role: Role, action: Action): boolean =>
  ROLES.indexOf(role) >= ROLES.indexOf(ACTIONS[action])
