import type { Person } from '@/lib/access/actor'
import { countAttempt, type TooMany } from '@/lib/access/rate-limit'
import { authOn } from '@/lib/accounts/auth'
import { attempt, headersForAuth, type SetCookies, setCookiesOf } from '@/lib/accounts/exchange'
import { lockAccount } from '@/lib/accounts/lock'
import { recordAudit } from '@/lib/audit/record'
import { bug } from '@/lib/base/assert'
import { err, ok, type Result } from '@/lib/base/result'
import type { Queryable } from '@/lib/db/client'
import { transact } from '@/lib/db/transact'

export type PasswordChange = { readonly current: string; readonly next: string }

/** Ends every session of the account, and opens a new one for whoever changed it. `next` has passed `checkPassword`. */
export async function changePassword(
  { userId }: Person,
  { current, next }: PasswordChange,
  headers: Headers,
): Promise<Result<SetCookies, 'wrong' | TooMany>> {
  const counted = await countAttempt(['change-password', userId])
  if (!counted.ok) return counted
  return transact<SetCookies, 'wrong'>(async (tx) => {
    await lockAccount(tx, userId)
    const answer = await attempt(
      authOn(tx).api.changePassword({
        body: { currentPassword: current, newPassword: next, revokeOtherSessions: true },
        headers: headersForAuth(headers),
        returnHeaders: true,
      }),
    )
    if (!answer.ok) return WRONG.has(answer.error) ? err('wrong') : bug(`no new password: ${answer.error}`)
    await forgetProofs(tx, userId)
    await recordAudit(tx, {
      userId,
      action: 'account.change-password',
      subject: { kind: 'user', id: userId },
    })
    return ok(setCookiesOf(answer.value.headers))
  })
}

/** Whoever came through an identity provider may have no password, and then none is right. */
const WRONG = new Set(['INVALID_PASSWORD', 'CREDENTIAL_ACCOUNT_NOT_FOUND'])

/** Password links and challenges that were given out before: better-auth leaves all but the used one in force. */
export async function forgetProofs(tx: Queryable, ...userIds: readonly string[]): Promise<void> {
  await tx.verification.deleteMany({ where: { value: { in: [...userIds] } } })
}
