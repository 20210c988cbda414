import type { Authorized } from '@/lib/access/authorize'
import { roleOf } from '@/lib/access/roles'
import { addPasswordLink } from '@/lib/accounts/reset-password'
import { err, ok, type Result } from '@/lib/base/result'
import { transact } from '@/lib/db/transact'
import { lockWorkspacesOf } from '@/lib/workspaces/members'

/** `elsewhere`: the account opens a workspace that is not this owner's to open. */
export type PasswordLinkRefusal = 'no-such-member' | 'no-longer-owner' | 'elsewhere' | 'self'

/**
 * A password link for a member who forgot. Whoever holds it can become that person, so an owner gets one only where
 * this gives no more than the owner has: every workspace of the member is one that this owner owns. For oneself there
 * is the form that asks for the current password. The locks wait for whoever is about to let the person into another
 * workspace or to take the owner's right, and either ends the links that are out.
 */
export const createMemberPasswordLink = (
  { workspaceId, userId: byUserId }: Authorized<'member.manage'>,
  userId: string,
): Promise<Result<string, PasswordLinkRefusal>> =>
  transact<string, PasswordLinkRefusal>(async (tx) => {
    if (userId === byUserId) return err('self')
    await lockWorkspacesOf(tx, userId)
    const rows = await tx.membership.findMany({
      where: { userId: { in: [userId, byUserId] } },
      select: { userId: true, workspaceId: true, role: true },
    })
    const owned = new Set(
      rows
        .filter((row) => row.userId === byUserId && roleOf(row.role) === 'owner')
        .map((row) => row.workspaceId),
    )
    const theirs = rows.filter((row) => row.userId === userId).map((row) => row.workspaceId)
    if (!owned.has(workspaceId)) return err('no-longer-owner')
    if (!theirs.includes(workspaceId)) return err('no-such-member')
    if (!theirs.every((id) => owned.has(id))) return err('elsewhere')
    return ok(await addPasswordLink(tx, userId, { userId: byUserId, workspaceId }))
  })
