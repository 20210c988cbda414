import type { Authorized } from '@/lib/access/authorize'
import { type Role, roleOf } from '@/lib/access/roles'
import { FORMER_MEMBER } from '@/lib/accounts/names'
import { recordAudit } from '@/lib/audit/record'
import { err, ok, type Result } from '@/lib/base/result'
import { database, type Queryable } from '@/lib/db/client'
import { transact } from '@/lib/db/transact'

/** The invitations of a workspace whose links work: not used, taken back or expired, and made by who is an owner still. */
export const openIn = (workspaceId: string) => ({
  workspaceId,
  acceptedAt: null,
  revokedAt: null,
  expiresAt: { gt: new Date() },
  inviter: { is: { memberships: { some: { workspaceId, role: 'owner' } } } },
})

export type InvitationLine = {
  readonly id: string
  readonly email: string
  readonly role: Role
  readonly invitedBy: string
  readonly expiresAt: Date
}

const LISTED_MAX = 100

export async function listOpenInvitations({
  workspaceId,
}: Authorized<'member.manage'>): Promise<readonly InvitationLine[]> {
  const rows = await database().invitation.findMany({
    where: openIn(workspaceId),
    select: { id: true, email: true, role: true, expiresAt: true, inviter: { select: { name: true } } },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: LISTED_MAX,
  })
  return rows.map(({ id, email, role, expiresAt, inviter }) => ({
    id,
    email,
    role: roleOf(role),
    invitedBy: inviter?.name ?? FORMER_MEMBER,
    expiresAt,
  }))
}

/** From the next request on the link opens nothing. */
export const revokeInvitation = (
  by: Authorized<'member.manage'>,
  id: string,
): Promise<Result<undefined, 'no-such-invitation'>> =>
  transact(async (tx) => ((await revokeOpen(tx, by, { id })) > 0 ? ok(undefined) : err('no-such-invitation')))

/** Takes back what is open of one id or one address, and returns how many that were. */
export async function revokeOpen(
  tx: Queryable,
  { workspaceId, userId }: Pick<Authorized, 'workspaceId' | 'userId'>,
  which: { readonly id: string } | { readonly email: string },
): Promise<number> {
  const revoked = await tx.invitation.updateManyAndReturn({
    where: { ...which, workspaceId, acceptedAt: null, revokedAt: null },
    data: { revokedAt: new Date() },
    select: { id: true },
  })
  for (const { id } of revoked)
    await recordAudit(tx, {
      workspaceId,
      userId,
      action: 'invitation.revoke',
      subject: { kind: 'invitation', id },
    })
  return revoked.length
}
