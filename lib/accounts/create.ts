import { authOn } from '@/lib/accounts/auth'
import { attempt, headersWithoutSession, type SetCookies, setCookiesOf } from '@/lib/accounts/exchange'
import { endFormerSession } from '@/lib/accounts/sign-in'
import { recordAudit } from '@/lib/audit/record'
import { bug } from '@/lib/base/assert'
import { err, ok, type Result } from '@/lib/base/result'
import type { Queryable } from '@/lib/db/client'

export type NewAccount = { readonly name: string; readonly email: string; readonly password: string }
export type CreatedAccount = { readonly userId: string; readonly cookies: SetCookies }

/**
 * Makes an account as part of a transaction that has established why this address may have one, and signs it in. An
 * account that exists already is left alone. The password has passed `checkPassword`.
 */
export async function createAccount(
  tx: Queryable,
  { name, email, password }: NewAccount,
  headers: Headers,
): Promise<Result<CreatedAccount, 'exists'>> {
  const answer = await attempt(
    authOn(tx, email).api.signUpEmail({
      body: { name, email, password },
      headers: headersWithoutSession(headers),
      returnHeaders: true,
    }),
  )
  if (!answer.ok)
    return answer.error.startsWith('USER_ALREADY_EXISTS') ? err('exists') : bug(`no account: ${answer.error}`)
  const userId = answer.value.response.user.id
  await recordAudit(tx, { userId, action: 'account.create', subject: { kind: 'user', id: userId } })
  await endFormerSession(tx, headers)
  return ok({ userId, cookies: setCookiesOf(answer.value.headers) })
}
