import type { Authorized } from '@/lib/access/authorize'
import { type Role, roleOf } from '@/lib/access/roles'
import { forgetProofs } from '@/lib/accounts/change-password'
import { recordAudit } from '@/lib/audit/record'
import { err, ok, type Result } from '@/lib/base/result'
import { database, type Queryable } from '@/lib/db/client'
import { transact } from '@/lib/db/transact'
import { revokeTokensOf } from '@/lib/tokens/revoke'

export const MEMBERS_MAX = 500

export const isFull = async (tx: Queryable, workspaceId: string): Promise<boolean> =>
  (await tx.membership.count({ where: { workspaceId } })) >= MEMBERS_MAX

/** Members, invitations and settings of one workspace change one after the other. */
export const lockWorkspace = async (tx: Queryable, workspaceId: string): Promise<void> => {
  await tx.$queryRaw`SELECT 1 FROM workspaces WHERE id = ${workspaceId}::uuid FOR NO KEY UPDATE`
}

/**
 * The workspaces of one person, in an order that all who lock several keep; then the person's own row, so that no
 * membership is added from here on.
 */
export async function lockWorkspacesOf(tx: Queryable, userId: string): Promise<void> {
  const lock = () => tx.$queryRaw`
    SELECT 1 FROM workspaces WHERE id IN (SELECT workspace_id FROM memberships WHERE user_id = ${userId}::uuid)
    ORDER BY id FOR NO KEY UPDATE`
  await lock()
  await tx.$queryRaw`SELECT 1 FROM users WHERE id = ${userId}::uuid FOR UPDATE`
  // One may have been added meanwhile; what is locked already is not waited for.
  await lock()
}

/** Of an owner who is none any more no password link is left: nobody comes back as somebody else. */
export async function forgetLinksIn(tx: Queryable, workspaceId: string): Promise<void> {
  const members = await tx.membership.findMany({ where: { workspaceId }, select: { userId: true } })
  await forgetProofs(tx, ...members.map(({ userId }) => userId))
}

export type Member = {
  readonly userId: string
  readonly name: string
  readonly email: string
  readonly role: Role
  readonly since: Date
}

export async function listMembers({ workspaceId }: Authorized<'member.read'>): Promise<readonly Member[]> {
  const rows = await database().membership.findMany({
    where: { workspaceId },
    select: { userId: true, role: true, createdAt: true, user: { select: { name: true, email: true } } },
    orderBy: [{ createdAt: 'asc' }, { userId: 'asc' }],
    take: MEMBERS_MAX,
  })
  return rows.map(({ userId, role, createdAt, user }) => ({
    userId,
    ...user,
    role: roleOf(role),
    since: createdAt,
  }))
}

export type MemberRefusal = 'no-such-member' | 'last-owner' | 'no-longer-owner'

export const changeRole = (by: Authorized<'member.manage'>, userId: string, role: Role) =>
  changeMember(by, userId, async (tx, before) => {
    const where = { workspaceId_userId: { workspaceId: by.workspaceId, userId } }
    await tx.membership.update({ where, data: { role } })
    if (before !== role) await endSessionsOf(tx, userId, by)
    await recordAudit(tx, {
      workspaceId: by.workspaceId,
      userId: by.userId,
      action: 'member.change-role',
      subject: { kind: 'member', id: userId },
      detail: { before, after: role },
    })
    return role
  })

export const removeMember = (by: Authorized<'member.manage'>, userId: string) =>
  changeMember(by, userId, async (tx, before) => {
    await tx.membership.delete({ where: { workspaceId_userId: { workspaceId: by.workspaceId, userId } } })
    await revokeInvitationsOf(tx, by.workspaceId, userId)
    await revokeTokensOf(tx, { workspaceId: by.workspaceId, userId }, by.userId)
    await endSessionsOf(tx, userId, by)
    await recordAudit(tx, {
      workspaceId: by.workspaceId,
      userId: by.userId,
      action: 'member.remove',
      subject: { kind: 'member', id: userId },
      detail: { before },
    })
    return undefined
  })

/** Other rights begin with another sign-in; only who changes their own stays, having just shown who they are. */
async function endSessionsOf(tx: Queryable, userId: string, by: Authorized<'member.manage'>): Promise<void> {
  if (userId !== by.userId) await tx.session.deleteMany({ where: { userId } })
}

/** Nobody comes back through a link that was made before they were taken out. */
async function revokeInvitationsOf(tx: Queryable, workspaceId: string, userId: string): Promise<void> {
  const { email } = await tx.user.findUniqueOrThrow({ where: { id: userId }, select: { email: true } })
  await tx.invitation.updateMany({
    where: { workspaceId, acceptedAt: null, revokedAt: null, OR: [{ email }, { invitedBy: userId }] },
    data: { revokedAt: new Date() },
  })
}

/**
 * The lock on the workspace's row puts all changes of its members in a row; behind it the one who asks must still be an
 * owner, and one must be left. The database holds the latter too, for whatever does not come this way.
 */
function changeMember(
  { workspaceId, userId: byUserId }: Authorized<'member.manage'>,
  userId: string,
  change: (tx: Queryable, before: Role) => Promise<Role | undefined>,
): Promise<Result<undefined, MemberRefusal>> {
  return transact(async (tx) => {
    await lockWorkspace(tx, workspaceId)
    const roles = new Map(
      (await tx.membership.findMany({ where: { workspaceId }, select: { userId: true, role: true } })).map(
        (row) => [row.userId, roleOf(row.role)],
      ),
    )
    if (roles.get(byUserId) !== 'owner') return err('no-longer-owner')
    const before = roles.get(userId)
    if (before === undefined) return err('no-such-member')
    const after = await change(tx, before)
    if (before === 'owner' && after !== 'owner') await forgetLinksIn(tx, workspaceId)
    const owners = [...roles.values()].filter((role) => role === 'owner').length
    return before === 'owner' && after !== 'owner' && owners === 1 ? err('last-owner') : ok(undefined)
  })
}
