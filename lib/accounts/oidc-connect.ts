import type { Person } from '@/lib/access/actor'
import { countAttempt, type TooMany } from '@/lib/access/rate-limit'
import { lockAccount } from '@/lib/accounts/lock'
import { type Identity, providerHost } from '@/lib/accounts/oidc-client'
import { accountOf } from '@/lib/accounts/oidc-sign-in'
import { provePassword } from '@/lib/accounts/prove-password'
import { recordAudit } from '@/lib/audit/record'
import { err, ok, type Result } from '@/lib/base/result'
import { database } from '@/lib/db/client'
import { transact } from '@/lib/db/transact'

const PASSWORD = 'credential'

export type SignInWays = {
  readonly hasPassword: boolean
  /** The host of the configured provider, where there is one. */
  readonly provider: string | undefined
  readonly isConnected: boolean
}

/** How somebody can sign in. A connection counts to whichever provider it is: after a change it can be taken away. */
export async function getSignInWays({ userId }: Person): Promise<SignInWays> {
  const accounts = await database().account.findMany({ where: { userId }, select: { providerId: true } })
  return {
    hasPassword: accounts.some(({ providerId }) => providerId === PASSWORD),
    provider: providerHost(),
    isConnected: accounts.some(({ providerId }) => providerId !== PASSWORD),
  }
}

/** Whether it is really this person who wants another way in, and not somebody at an open screen. */
export async function checkOwnPassword(
  { userId }: Person,
  password: string,
): Promise<Result<undefined, 'wrong' | TooMany>> {
  const counted = await countAttempt(['change-password', userId])
  if (!counted.ok) return counted
  return (await provePassword({ id: userId }, password)) === undefined ? err('wrong') : ok(undefined)
}

/** `taken`: the identity is somebody else's, or this account has one already. */
export const connect = (userId: string, identity: Identity): Promise<Result<undefined, 'taken'>> =>
  transact<undefined, 'taken'>(async (tx) => {
    await lockAccount(tx, userId)
    const owner = await accountOf(tx, identity)
    if (owner === userId) return ok(undefined)
    const others = await tx.account.count({ where: { userId, providerId: { not: PASSWORD } } })
    if (owner !== undefined || others > 0) return err('taken')
    await tx.account.create({
      data: { userId, providerId: identity.issuer, accountId: identity.subject },
    })
    const subject = { kind: 'user', id: userId } as const
    await recordAudit(tx, { userId, action: 'account.connect-provider', subject })
    return ok(undefined)
  })

/** Only for whoever has a password: nobody is left without a way in. */
export const disconnect = ({ userId }: Person): Promise<Result<undefined, 'only-way'>> =>
  transact<undefined, 'only-way'>(async (tx) => {
    if ((await tx.account.count({ where: { userId, providerId: PASSWORD } })) === 0) return err('only-way')
    const { count } = await tx.account.deleteMany({ where: { userId, providerId: { not: PASSWORD } } })
    const subject = { kind: 'user', id: userId } as const
    if (count > 0) await recordAudit(tx, { userId, action: 'account.disconnect-provider', subject })
    return ok(undefined)
  })
