import type { Person } from '@/lib/access/actor'
import type { Authorized } from '@/lib/access/authorize'
import { type Role, roleOf } from '@/lib/access/roles'
import { forgetProofs } from '@/lib/accounts/change-password'
import { type CreatedAccount, createAccount } from '@/lib/accounts/create'
import { recordAudit } from '@/lib/audit/record'
import { err, ok, type Result } from '@/lib/base/result'
import { database, type Prisma, type Queryable } from '@/lib/db/client'
import { transact } from '@/lib/db/transact'
import { registry } from '@/lib/registry'
import { hashCode, newLinkCode } from '@/lib/workspaces/codes'
import { isFull, lockWorkspace } from '@/lib/workspaces/members'
import { openIn, revokeOpen } from '@/lib/workspaces/open-invitations'

const LIFETIME_MS = 7 * 24 * 3_600_000

export type NewInvitation = { readonly email: string; readonly role: Role }

export const OPEN_INVITATIONS_MAX = 100

export type InviteRefusal = 'too-many-invitations' | 'too-many-members'

/**
 * The link is shown once: what is stored does not open it. The lock on the workspace's row puts all invitations in a
 * row, so that the limits hold and an address has one open link, the newest.
 */
export async function createInvitation(
  { workspaceId, userId }: Authorized<'member.manage'>,
  { email, role }: NewInvitation,
): Promise<Result<{ readonly id: string; readonly link: string }, InviteRefusal>> {
  const code = newLinkCode()
  return transact<{ readonly id: string; readonly link: string }, InviteRefusal>(async (tx) => {
    await lockWorkspace(tx, workspaceId)
    if (await isFull(tx, workspaceId)) return err('too-many-members')
    const address = email.toLowerCase()
    await revokeOpen(tx, { workspaceId, userId }, { email: address })
    if ((await tx.invitation.count({ where: openIn(workspaceId) })) >= OPEN_INVITATIONS_MAX)
      return err('too-many-invitations')
    const { id } = await tx.invitation.create({
      data: {
        workspaceId,
        role,
        email: address,
        codeHash: hashCode('invite', code),
        invitedBy: userId,
        expiresAt: new Date(Date.now() + LIFETIME_MS),
      },
    })
    const subject = { kind: 'invitation', id } as const
    await recordAudit(tx, { workspaceId, userId, action: 'invitation.create', subject, detail: { role } })
    return ok({ id, link: `${registry().publicUrl}/invite/${code}` })
  })
}

export type OpenInvitation = {
  readonly email: string
  readonly role: Role
  readonly workspaceName: string
}

/** What the page of the link shows; it uses nothing up. */
export async function findInvitation(code: string): Promise<OpenInvitation | undefined> {
  const row = await database().invitation.findFirst({
    where: open(code),
    select: {
      email: true,
      role: true,
      workspaceId: true,
      invitedBy: true,
      workspace: { select: { publicName: true } },
    },
  })
  return row && (await isFromAnOwner(database(), row))
    ? { email: row.email, role: roleOf(row.role), workspaceName: row.workspace.publicName }
    : undefined
}

const open = (code: string) => ({ codeHash: hashCode('invite', code), ...isOpen() })

/** Neither used nor taken back nor expired. */
const isOpen = () => ({ acceptedAt: null, revokedAt: null, expiresAt: { gt: new Date() } })

/** A right ends with who gave it: an owner who was taken out or demoted has nobody brought in. */
async function isFromAnOwner(
  db: Queryable,
  { workspaceId, invitedBy }: { readonly workspaceId: string; readonly invitedBy: string | null },
): Promise<boolean> {
  if (invitedBy === null) return false
  return (await db.membership.count({ where: { workspaceId, userId: invitedBy, role: 'owner' } })) === 1
}

/** `invitation`: used, expired, revoked, never made, or for somebody else; `exists`: sign in first. */
export type AcceptRefusal = 'invitation' | 'exists' | 'too-many-members'

/** For the account that is signed in, which stays as it is; the workspace by its address. */
export const acceptAsMember = (code: string, person: Person): Promise<Result<string, AcceptRefusal>> =>
  transact<string, AcceptRefusal>(async (tx) => {
    const invitation = await claim(tx, open(code))
    if (!invitation || invitation.email !== person.email) return err('invitation')
    const joined = await join(tx, invitation, person.userId)
    return joined.ok ? ok(invitation.workspace) : joined
  })

export type NewMember = { readonly name: string; readonly password: string }
export type Joined = CreatedAccount & { readonly workspace: string }

/** For somebody without an account: the address is the invited one, whatever a form says. */
export const acceptAsNewAccount = (
  code: string,
  { name, password }: NewMember,
  headers: Headers,
): Promise<Result<Joined, AcceptRefusal>> =>
  transact<Joined, AcceptRefusal>(async (tx) => {
    const invitation = await claim(tx, open(code))
    if (!invitation) return err('invitation')
    const created = await createAccount(tx, { name, password, email: invitation.email }, headers)
    if (!created.ok) return created
    const joined = await join(tx, invitation, created.value.userId)
    return joined.ok ? ok({ ...created.value, workspace: invitation.workspace }) : joined
  })

/** All that are open to an address that is proved another way, for the account made with it just now; how many joined. */
export async function claimInvitationsTo(tx: Queryable, email: string, userId: string): Promise<number> {
  const invitations = await tx.invitation.findMany({
    where: { email, ...isOpen() },
    select: { id: true, workspaceId: true },
    orderBy: { workspaceId: 'asc' },
  })
  let joined = 0
  for (const { id, workspaceId } of invitations) {
    await lockWorkspace(tx, workspaceId)
    const invitation = (await isFull(tx, workspaceId)) ? undefined : await claim(tx, { id, ...isOpen() })
    if (invitation && (await join(tx, invitation, userId)).ok) joined += 1
  }
  return joined
}

type Claimed = {
  readonly id: string
  readonly workspaceId: string
  readonly workspace: string
  readonly email: string
  readonly role: Role
}

/**
 * Takes the invitation in the one statement that also looks whether it can be taken: of many, one finds it open. The
 * workspace's row comes first, as wherever invitations or members change, so that nobody waits in a circle.
 */
async function claim(tx: Queryable, where: Prisma.InvitationWhereInput): Promise<Claimed | undefined> {
  const found = await tx.invitation.findFirst({ where, select: { workspaceId: true } })
  if (!found) return undefined
  await lockWorkspace(tx, found.workspaceId)
  const [row] = await tx.invitation.updateManyAndReturn({
    where,
    data: { acceptedAt: new Date() },
    select: {
      id: true,
      workspaceId: true,
      email: true,
      role: true,
      invitedBy: true,
      workspace: { select: { slug: true } },
    },
  })
  if (!row || !(await isFromAnOwner(tx, row))) return undefined
  return { ...row, role: roleOf(row.role), workspace: row.workspace.slug }
}

/** Somebody who is a member already keeps the role. */
async function join(
  tx: Queryable,
  { id, workspaceId, role }: Claimed,
  userId: string,
): Promise<Result<undefined, 'too-many-members'>> {
  const hadRoom = !(await isFull(tx, workspaceId))
  const { count } = await tx.membership.createMany({
    data: { workspaceId, userId, role },
    skipDuplicates: true,
  })
  const subject = { kind: 'invitation', id } as const
  await recordAudit(tx, { workspaceId, userId, action: 'invitation.accept', subject })
  if (count === 0) return ok(undefined)
  if (!hadRoom) return err('too-many-members')
  // An owner who could make a password link for this person while they were nowhere else has none any more.
  await forgetProofs(tx, userId)
  const member = { kind: 'member', id: userId } as const
  await recordAudit(tx, { workspaceId, userId, action: 'member.add', subject: member, detail: { role } })
  return ok(undefined)
}
