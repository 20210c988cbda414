import type { Actor, Person } from '@/lib/access/actor'
import { type Authorized, authorize } from '@/lib/access/authorize'
import type { Action, Role } from '@/lib/access/roles'
import { findActor } from '@/lib/access/session'
import type { SetCookies } from '@/lib/accounts/exchange'
import type { Database } from '@/lib/db/client'
import { acceptAsNewAccount, createInvitation } from '@/lib/workspaces/invitations'
import { createFirstOwner, type SetUp } from '@/lib/workspaces/setup'
import { renewSetupCode } from '@/lib/workspaces/setup-code'

export const PASSWORD = 'correct horse battery staple'

/** What a browser sends back after an answer with these cookies. */
export function browser(cookies: SetCookies = []): Headers {
  const headers = new Headers({ 'user-agent': 'a test' })
  const kept = cookies.filter((line) => !/max-age=0/i.test(line)).map((line) => line.split(';')[0])
  if (kept.length > 0) headers.set('cookie', kept.join('; '))
  return headers
}

export async function signedIn(cookies: SetCookies): Promise<Person> {
  const actor = await findActor(browser(cookies))
  if (actor.kind !== 'person') throw new Error('nobody is signed in')
  return actor
}

/** As the product makes one: with the code that a start prints. */
export async function setUp(email = 'owner@example.org', slug = 'first'): Promise<SetUp> {
  const code = await renewSetupCode()
  if (code === undefined) throw new Error('there is an owner already')
  const account = { name: 'An owner', email, password: PASSWORD }
  const done = await createFirstOwner({ code, account, workspace: { slug, publicName: slug } }, browser())
  if (!done.ok) throw new Error(done.error)
  return done.value
}

export async function allowed<A extends Action>(
  actor: Actor,
  action: A,
  workspace: string,
): Promise<Authorized<A>> {
  const found = await authorize(actor, action, { workspace })
  if (!found.ok) throw new Error(found.error)
  return found.value
}

/** What stands at the end of the link of an invitation that was made. */
export function codeOf(made: Awaited<ReturnType<typeof createInvitation>>): string {
  if (!made.ok) throw new Error(made.error)
  return made.value.link.split('/').at(-1) ?? ''
}

/** Invites and accepts; the new member, signed in. */
export async function join(owner: Actor, workspace: string, email: string, role: Role): Promise<Person> {
  const code = codeOf(
    await createInvitation(await allowed(owner, 'member.manage', workspace), { email, role }),
  )
  const joined = await acceptAsNewAccount(code, { name: email, password: PASSWORD }, browser())
  if (!joined.ok) throw new Error(joined.error)
  return signedIn(joined.value.cookies)
}

/** A member without a password, for a test of what a role may do. */
export async function createPerson(db: Database, workspaceId: string, role: Role): Promise<Person> {
  const [userId = ''] = await createMembers(db, workspaceId, 1, role)
  return { kind: 'person', userId, sessionId: userId, email: `${userId}@example.org`, name: role }
}

/** Members without passwords, for tests that need many. */
export async function createMembers(
  db: Database,
  workspaceId: string,
  count: number,
  role: Role,
): Promise<string[]> {
  const users = Array.from({ length: count }, (_, index) => ({
    name: `Member ${index}`,
    email: `${crypto.randomUUID()}@example.org`,
  }))
  const created = await db.user.createManyAndReturn({ data: users, select: { id: true } })
  await db.membership.createMany({ data: created.map(({ id }) => ({ workspaceId, userId: id, role })) })
  return created.map(({ id }) => id)
}
