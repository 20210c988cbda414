import { z } from 'zod'
import type { Person } from '@/lib/access/actor'
import { countGuess, type TooMany } from '@/lib/access/rate-limit'
import { auth, authOn } from '@/lib/accounts/auth'
import {
  attempt,
  headersForAuth,
  headersWithoutSession,
  type SetCookies,
  setCookiesOf,
} from '@/lib/accounts/exchange'
import { shareAccount } from '@/lib/accounts/lock'
import { type ProvenHash, provePassword, verifyProven } from '@/lib/accounts/prove-password'
import { recordAudit } from '@/lib/audit/record'
import { err, ok, type Result } from '@/lib/base/result'
import type { Queryable } from '@/lib/db/client'
import { settle } from '@/lib/db/transact'
import { inGroups, readTypedCode } from '@/lib/workspaces/codes'

export type SignedIn = { readonly next: 'done' | 'second-factor'; readonly cookies: SetCookies }
/** `wrong` is all that is told, whether the account, the password or neither exists. */
export type SignInRefusal = 'wrong' | TooMany

type Credentials = { readonly email: string; readonly password: string }

export async function signIn(given: Credentials, headers: Headers): Promise<Result<SignedIn, SignInRefusal>> {
  const email = given.email.trim().toLowerCase()
  const counted = await countGuess('sign-in', email)
  if (!counted.ok) return counted
  const proven = await provePassword({ email }, given.password)
  return settle<Result<SignedIn, SignInRefusal>>(async (tx) => {
    const userId = await findUserId(tx, email)
    if (userId !== undefined && proven !== undefined) await shareAccount(tx, userId)
    const answer =
      proven === undefined ? undefined : await openSession(tx, { ...given, email }, proven, headers)
    if (!answer?.ok) {
      await recordFailure(tx, userId, 'password')
      return err('wrong')
    }
    const { response } = answer.value
    const cookies = setCookiesOf(answer.value.headers)
    await endFormerSession(tx, headers)
    if ('twoFactorRedirect' in response) return ok({ next: 'second-factor', cookies })
    await recordSignIn(tx, response.user.id)
    return ok({ next: 'done', cookies })
  })
}

const openSession = (tx: Queryable, body: Credentials, proven: ProvenHash, headers: Headers) =>
  attempt(
    authOn(tx, undefined, verifyProven(proven)).api.signInEmail({
      body,
      headers: headersWithoutSession(headers),
      returnHeaders: true,
    }),
  )

/** The code of an app, or a recovery code, of whoever was challenged. */
export async function verifySecondFactor(
  code: string,
  headers: Headers,
): Promise<Result<SignedIn, SignInRefusal>> {
  const { userId } = await auth().api.findChallenged({ headers: headersForAuth(headers) })
  // For the account, so that a second challenge brings no further guesses.
  const counted = await countGuess('second-factor', userId ?? '')
  if (!counted.ok) return counted
  if (userId === undefined) return err('wrong')
  return settle<Result<SignedIn, SignInRefusal>>(async (tx) => {
    await shareAccount(tx, userId)
    const answer = await presentCode(tx, code, headersWithoutSession(headers))
    if (!answer.ok) {
      await recordFailure(tx, userId, 'second factor')
      return err('wrong')
    }
    await endFormerSession(tx, headers)
    await recordSignIn(tx, answer.value.response.user.id)
    return ok({ next: 'done', cookies: setCookiesOf(answer.value.headers) })
  })
}

/** A recovery code is told from a code of the app by its form; either is used up. */
export function presentCode(tx: Queryable, code: string, headers: Headers) {
  const { api } = authOn(tx)
  const digits = code.replace(/\s/g, '')
  const call = (typed: string) => ({ body: { code: typed }, headers, returnHeaders: true }) as const
  return attempt(
    /^\d{6}$/.test(digits)
      ? api.verifyTOTP(call(digits))
      : api.verifyBackupCode(call(inGroups(readTypedCode(code)))),
  )
}

/** The row goes first: better-auth answers with success, and clears the cookie, even where it could not delete it. */
export async function signOut({ userId, sessionId }: Person, headers: Headers): Promise<SetCookies> {
  await settle(async (tx) => {
    await tx.session.deleteMany({ where: { id: sessionId, userId } })
    await recordAudit(tx, { userId, action: 'account.sign-out', subject: { kind: 'user', id: userId } })
  })
  const answer = await auth().api.signOut({ headers: headersForAuth(headers), returnHeaders: true })
  return setCookiesOf(answer.headers)
}

/** `by` a provider, where it was one that vouched for the person. */
export const recordSignIn = (tx: Queryable, userId: string, by?: 'provider') =>
  recordAudit(tx, {
    userId,
    action: 'account.sign-in',
    subject: { kind: 'user', id: userId },
    ...(by && { detail: { by } }),
  })

/** The browser has one session: the one before, whosever it was, would live on without anybody who could end it. */
export async function endFormerSession(tx: Queryable, headers: Headers): Promise<void> {
  const former = await authOn(tx).api.getSession({ headers: headersForAuth(headers) })
  if (!former) return
  const { id, userId } = former.session
  await tx.session.deleteMany({ where: { id } })
  await recordAudit(tx, { userId, action: 'account.sign-out', subject: { kind: 'user', id: userId } })
}

const recordFailure = (tx: Queryable, userId: string | undefined, at: 'password' | 'second factor') =>
  recordAudit(tx, { action: 'account.sign-in-failed', subject: { kind: 'user', id: userId }, detail: { at } })

async function findUserId(tx: Queryable, email: string): Promise<string | undefined> {
  if (!z.email().safeParse(email).success) return undefined
  return (await tx.user.findUnique({ where: { email }, select: { id: true } }))?.id
}
