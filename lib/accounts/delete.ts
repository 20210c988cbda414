import type { Person } from '@/lib/access/actor'
import { countAttempt, type TooMany } from '@/lib/access/rate-limit'
import { auth } from '@/lib/accounts/auth'
import { forgetProofs } from '@/lib/accounts/change-password'
import { headersForAuth, type SetCookies, setCookiesOf } from '@/lib/accounts/exchange'
import { getSignInWays } from '@/lib/accounts/oidc-connect'
import { provePassword } from '@/lib/accounts/prove-password'
import { recordAudit } from '@/lib/audit/record'
import { err, ok, type Result } from '@/lib/base/result'
import { database, type Queryable } from '@/lib/db/client'
import { transact } from '@/lib/db/transact'
import { forgetLinksIn, lockWorkspacesOf } from '@/lib/workspaces/members'

/** Whoever has no password types the address of the account, so that it does not happen by a slip. */
export type DeletionProof = { readonly password: string } | { readonly email: string }
/** `soleOwnerOf`: the workspaces that would be left without an owner, by name. */
export type DeletionRefusal = 'proof' | { readonly soleOwnerOf: readonly string[] } | TooMany

export type SoleOwned = { readonly slug: string; readonly publicName: string }

export const listSoleOwned = ({ userId }: Person): Promise<readonly SoleOwned[]> =>
  soleOwnedBy(database(), userId)

/** The person goes with everything that is theirs; what they wrote stays with the workspace, by a former member. */
export async function deleteAccount(
  person: Person,
  proof: DeletionProof,
  headers: Headers,
): Promise<Result<SetCookies, DeletionRefusal>> {
  const { userId } = person
  const counted = await countAttempt(['delete-account', userId])
  if (!counted.ok) return counted
  if (!(await isProven(person, proof))) return err('proof')
  const done = await transact<undefined, DeletionRefusal>(async (tx) => {
    await lockWorkspacesOf(tx, userId)
    const soleOwnerOf = (await soleOwnedBy(tx, userId)).map(({ publicName }) => publicName)
    if (soleOwnerOf.length > 0) return err({ soleOwnerOf })
    await leaveWorkspaces(tx, person)
    await forgetProofs(tx, userId)
    await recordAudit(tx, { userId, action: 'account.delete', subject: { kind: 'user', id: userId } })
    // Sessions, ways to sign in, the second factor and memberships go with the row.
    await tx.user.delete({ where: { id: userId } })
    return ok(undefined)
  })
  if (!done.ok) return done
  const answer = await auth().api.signOut({ headers: headersForAuth(headers), returnHeaders: true })
  return ok(setCookiesOf(answer.headers))
}

async function isProven(person: Person, proof: DeletionProof): Promise<boolean> {
  if ('password' in proof) return (await provePassword({ id: person.userId }, proof.password)) !== undefined
  return !(await getSignInWays(person)).hasPassword && proof.email.trim().toLowerCase() === person.email
}

const soleOwnedBy = (db: Queryable, userId: string): Promise<SoleOwned[]> =>
  db.workspace.findMany({
    where: {
      memberships: {
        some: { userId, role: 'owner' },
        none: { role: 'owner', userId: { not: userId } },
      },
    },
    select: { slug: true, publicName: true },
    orderBy: { publicName: 'asc' },
  })

/** What was asked for with the address is deleted, because it holds it; invitations that the person made open nothing any more. */
async function leaveWorkspaces(tx: Queryable, { userId, email }: Person): Promise<void> {
  await tx.invitation.deleteMany({ where: { email } })
  await tx.signUp.deleteMany({ where: { email } })
  await tx.invitation.updateMany({
    where: { invitedBy: userId, acceptedAt: null, revokedAt: null },
    data: { revokedAt: new Date() },
  })
  const memberships = await tx.membership.findMany({
    where: { userId },
    select: { workspaceId: true, role: true },
    orderBy: { workspaceId: 'asc' },
  })
  for (const { workspaceId, role } of memberships) {
    if (role === 'owner') await forgetLinksIn(tx, workspaceId)
    await recordAudit(tx, {
      workspaceId,
      userId,
      action: 'member.remove',
      subject: { kind: 'member', id: userId },
      detail: { before: role },
    })
  }
}
