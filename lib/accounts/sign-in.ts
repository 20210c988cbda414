import type { Person } from '@/lib/access/actor'
import { countGuess, type TooMany } from '@/lib/access/rate-limit'
import { auth } from '@/lib/accounts/auth'
import { attempt, headersForAuth, type SetCookies, setCookiesOf } from '@/lib/accounts/exchange'
import { PASSWORD_LENGTH_MAX } from '@/lib/accounts/password'
import { recordAudit } from '@/lib/audit/record'
import { err, ok, type Result } from '@/lib/base/result'
import { database } from '@/lib/db/client'

export type SignedIn = { readonly next: 'done' | 'second-factor'; readonly cookies: SetCookies }
/** `wrong` is all that is told, whether the account, the password or neither exists. */
export type SignInRefusal = 'wrong' | TooMany

type Credentials = { readonly email: string; readonly password: string }

export async function signIn(given: Credentials, headers: Headers): Promise<Result<SignedIn, SignInRefusal>> {
  const email = given.email.trim().toLowerCase()
  const counted = await countGuess('sign-in', email)
  if (!counted.ok) return counted
  if (given.password.length > PASSWORD_LENGTH_MAX * 2) return err('wrong')
  const answer = await attempt(
    auth().api.signInEmail({
      body: { email, password: given.password },
      headers: headersForAuth(headers),
      returnHeaders: true,
    }),
  )
  if (!answer.ok) return err('wrong')
  const { response } = answer.value
  const cookies = setCookiesOf(answer.value.headers)
  if ('twoFactorRedirect' in response) return ok({ next: 'second-factor', cookies })
  await recordSignIn(response.user.id)
  return ok({ next: 'done', cookies })
}

/** A recovery code is told from a code of the app by its form. */
export async function verifySecondFactor(
  code: string,
  headers: Headers,
): Promise<Result<SignedIn, SignInRefusal>> {
  const counted = await countGuess('second-factor', challengeIn(headers))
  if (!counted.ok) return counted
  const call = { body: { code: code.trim() }, headers: headersForAuth(headers), returnHeaders: true } as const
  const { api } = auth()
  const answer = await attempt(
    /^\d{6}$/.test(call.body.code) ? api.verifyTOTP(call) : api.verifyBackupCode(call),
  )
  if (!answer.ok) return err('wrong')
  await recordSignIn(answer.value.response.user.id)
  return ok({ next: 'done', cookies: setCookiesOf(answer.value.headers) })
}

/** The row goes first: better-auth answers with success, and clears the cookie, even where it could not delete it. */
export async function signOut({ userId, sessionId }: Person, headers: Headers): Promise<SetCookies> {
  await database().$transaction(async (tx) => {
    await tx.session.deleteMany({ where: { id: sessionId, userId } })
    await recordAudit(tx, { userId, action: 'account.sign-out', subject: { kind: 'user', id: userId } })
  })
  const answer = await auth().api.signOut({ headers: headersForAuth(headers), returnHeaders: true })
  return setCookiesOf(answer.headers)
}

/** Before the cookie leaves: who cannot be recorded is not let in. */
const recordSignIn = (userId: string) =>
  recordAudit(database(), { userId, action: 'account.sign-in', subject: { kind: 'user', id: userId } })

/** The cookie that better-auth signed: another one is no challenge, so that nobody gets more guesses by inventing it. */
const challengeIn = (headers: Headers): string =>
  /two_factor=([^;]+)/.exec(headers.get('cookie') ?? '')?.[1] ?? ''
