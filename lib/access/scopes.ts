import { z } from 'zod'
import { ACTIONS, type Action, mayDo, type Role } from '@/lib/access/roles'

/** What a token may be made for. */
export const SCOPES = ['read', 'write', 'audit'] as const
export type Scope = (typeof SCOPES)[number]

export const scopeSchema = z.enum(SCOPES)

/** The scope that opens an action to programs. What is not here is done by people alone, whatever a token says. */
const ACTION_SCOPES = {
  'agent.read': 'read',
  'agent.write': 'write',
  'agent.publish': 'write',
  'agent.share': 'write',
  'audit.read': 'audit',
} as const satisfies Partial<Record<Action, Scope>>

/** What a program can be asked to do at all. */
export type ProgramAction = keyof typeof ACTION_SCOPES

const isProgramAction = (action: string): action is ProgramAction => Object.hasOwn(ACTION_SCOPES, action)

export const scopeOf = (action: Action): Scope | undefined =>
  isProgramAction(action) ? ACTION_SCOPES[action] : undefined

/** Whether a scope opens anything to a token whose maker has this role. */
export const isOfUse = (scope: Scope, role: Role): boolean =>
  Object.keys(ACTIONS)
    .filter(isProgramAction)
    .some((action) => ACTION_SCOPES[action] === scope && mayDo(role, action))
