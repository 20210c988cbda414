import { authOn } from '@/lib/accounts/auth'
import { headersWithoutSession, type SetCookies, setCookiesOf } from '@/lib/accounts/exchange'
import { shareAccount } from '@/lib/accounts/lock'
import type { Identity } from '@/lib/accounts/oidc-client'
import { endFormerSession, recordSignIn } from '@/lib/accounts/sign-in'
import { recordAudit } from '@/lib/audit/record'
import { err, ok, type Result } from '@/lib/base/result'
import type { Queryable } from '@/lib/db/client'
import { transact } from '@/lib/db/transact'
import { registry } from '@/lib/registry'
import { claimInvitationsTo } from '@/lib/workspaces/invitations'

export type ProviderSignIn = { readonly next: 'done' | 'second-factor'; readonly cookies: SetCookies }

/**
 * `unverified`: the provider does not vouch for an address; `exists`: the address has an account, which only its owner
 * connects; `uninvited`: nobody has asked this person in.
 */
export type IdentityRefusal = 'unverified' | 'exists' | 'uninvited'

/** For the account of this identity, which is made where a verified address gives a right to one. */
export const signInAs = (
  identity: Identity,
  headers: Headers,
): Promise<Result<ProviderSignIn, IdentityRefusal>> =>
  transact<ProviderSignIn, IdentityRefusal>(async (tx) => {
    const found = await accountOf(tx, identity)
    const user = found === undefined ? await admit(tx, identity) : ok(found)
    if (!user.ok) return user
    const userId = user.value
    await shareAccount(tx, userId)
    const answer = await authOn(tx).api.openProviderSession({
      body: { userId },
      headers: headersWithoutSession(headers),
      returnHeaders: true,
    })
    const cookies = setCookiesOf(answer.headers)
    await endFormerSession(tx, headers)
    // A second factor that was set up here is asked for: what the provider asked, it does not say.
    if ('twoFactorRedirect' in answer.response) return ok({ next: 'second-factor', cookies })
    await recordSignIn(tx, userId, 'provider')
    return ok({ next: 'done', cookies })
  })

/** Whose this identity is. From here to the end of the transaction nobody else gives it to somebody. */
export async function accountOf(tx: Queryable, { issuer, subject }: Identity): Promise<string | undefined> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`${issuer} ${subject}`}, 0))::text`
  const account = await tx.account.findUnique({
    where: { providerId_accountId: { providerId: issuer, accountId: subject } },
    select: { userId: true },
  })
  return account?.userId
}

/**
 * An address alone never opens an account that is there: whoever runs the provider, or gets the address later, would
 * have it. Nothing of the provider's tokens is kept.
 */
async function admit(
  tx: Queryable,
  { issuer, subject, email, name }: Identity,
): Promise<Result<string, IdentityRefusal>> {
  if (email === undefined) return err('unverified')
  if ((await tx.user.count({ where: { email } })) > 0) return err('exists')
  const { internalAdapter } = await authOn(tx, email).$context
  const { id } = await internalAdapter.createUser({
    email,
    name: name ?? email.replace(/@.*$/, '').slice(0, 120),
    emailVerified: true,
  })
  await tx.account.create({ data: { userId: id, providerId: issuer, accountId: subject } })
  const user = { kind: 'user', id } as const
  await recordAudit(tx, { userId: id, action: 'account.create', subject: user, detail: { by: 'provider' } })
  const joined = await claimInvitationsTo(tx, email, id)
  return joined > 0 || registry().signupOpen ? ok(id) : err('uninvited')
}
