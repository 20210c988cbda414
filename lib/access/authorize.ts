import type { Actor, Program } from '@/lib/access/actor'
import { type Action, mayDo, type Role, roleOf } from '@/lib/access/roles'
import { scopeOf } from '@/lib/access/scopes'
import { err, ok, type Result } from '@/lib/base/result'
import { database } from '@/lib/db/client'
import { slugSchema } from '@/lib/library/names'

/** What an action is done to. Every id below it is looked up together with the workspace's. */
export type Subject = { readonly workspace: string }

declare const brand: unique symbol

/** The proof that one person may do one thing in one workspace; only `authorize` makes it, a feature asks for it. */
export type Authorized<A extends Action = Action> = {
  readonly [brand]: A
  readonly workspaceId: string
  readonly userId: string
  readonly role: Role
}

/**
 * `sign-in`: to whoever asks the workspace does not exist, whether or not it does. `not-found`: a member who may not do
 * this, told so in the words in which a missing thing is told. `scope`: a program whose token was not made for this.
 */
export type Refusal = 'sign-in' | 'not-found' | 'scope'

type Membership = { readonly workspaceId: string; readonly role: string }

/** Asks the database; a page that needs several rights may remember the answer for as long as it is made (app/actor.ts). */
export const findMembership = (userId: string, workspace: string): Promise<Membership | null> =>
  database().membership.findFirst({
    where: { userId, workspace: { is: { slug: workspace } } },
    select: { workspaceId: true, role: true },
  })

/** The one place that decides. Each request asks the database, so a changed role holds on the next. */
export async function authorize<A extends Action>(
  actor: Actor,
  action: A,
  { workspace }: Subject,
  membershipOf: typeof findMembership = findMembership,
): Promise<Result<Authorized<A>, Refusal>> {
  if (actor.kind === 'visitor' || !slugSchema.safeParse(workspace).success) return err('sign-in')
  if (actor.kind === 'program' && actor.workspace !== workspace) return err('sign-in')
  const { userId } = actor
  const membership = await membershipOf(userId, workspace)
  if (!membership) return err('sign-in')
  const { workspaceId } = membership
  const role = roleOf(membership.role)
  if (actor.kind === 'program' && !isInScope(actor, action)) return err('scope')
  if (!mayDo(role, action)) return err('not-found')
  return ok({ workspaceId, userId, role } as Authorized<A>)
}

function isInScope({ scopes }: Program, action: Action): boolean {
  const scope = scopeOf(action)
  return scope !== undefined && scopes.includes(scope)
}
