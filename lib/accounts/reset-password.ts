import { randomBytes } from 'node:crypto'
import { countGuess, type TooMany } from '@/lib/access/rate-limit'
import { authOn } from '@/lib/accounts/auth'
import { forgetProofs } from '@/lib/accounts/change-password'
import { attempt } from '@/lib/accounts/exchange'
import { lockAccount } from '@/lib/accounts/lock'
import { recordAudit } from '@/lib/audit/record'
import { err, ok, type Result } from '@/lib/base/result'
import type { Queryable } from '@/lib/db/client'
import { settle, transact } from '@/lib/db/transact'
import { afterAnswer } from '@/lib/mail/after-answer'
import { countLetter } from '@/lib/mail/count-letter'
import { deliver } from '@/lib/mail/deliver'
import { passwordLetter } from '@/lib/mail/letters'
import { registry } from '@/lib/registry'

const LIFETIME_MS = 3_600_000

/** A link that sets a password, once; nothing where there is no such account. For the machine, or an e-mail to it. */
export const createPasswordLink = (email: string): Promise<string | undefined> =>
  settle(async (tx) => {
    const user = await tx.user.findUnique({ where: { email: email.toLowerCase() }, select: { id: true } })
    return user ? addPasswordLink(tx, user.id) : undefined
  })

/** For somebody about whom the transaction has established that this one may be given a link. */
export async function addPasswordLink(
  tx: Queryable,
  userId: string,
  by: { readonly userId?: string; readonly workspaceId?: string } = {},
): Promise<string> {
  const { internalAdapter } = await authOn(tx).$context
  const token = randomBytes(20).toString('base64url')
  await internalAdapter.createVerificationValue({
    value: userId,
    identifier: `reset-password:${token}`,
    expiresAt: new Date(Date.now() + LIFETIME_MS),
  })
  await recordAudit(tx, { ...by, action: 'account.password-link', subject: { kind: 'user', id: userId } })
  return `${registry().publicUrl}/reset#${token}`
}

/**
 * Counts the request and does the rest after the answer, so that neither its words nor its time tell whether there is
 * such an account. Nobody's mailbox is filled: after five in an hour the links of that hour have to do.
 */
export async function mailPasswordLink(email: string): Promise<Result<undefined, TooMany>> {
  const counted = await countGuess('forgot', email)
  if (!counted.ok) return counted
  afterAnswer(async () => {
    if (!(await countLetter(email)).ok) return
    const link = await createPasswordLink(email)
    if (link !== undefined) await deliver(passwordLetter(email, link))
  })
  return ok(undefined)
}

/** Uses the link up and ends what the former password opened. The password has passed `checkPassword`. */
export async function resetPassword(
  token: string,
  password: string,
): Promise<Result<undefined, 'link' | TooMany>> {
  const counted = await countGuess('reset', 'a password link')
  if (!counted.ok) return counted
  return transact<undefined, 'link'>(async (tx) => {
    const onTransaction = authOn(tx)
    const { internalAdapter } = await onTransaction.$context
    const proof = await internalAdapter.findVerificationValue(`reset-password:${token}`)
    if (!proof) return err('link')
    const userId = proof.value
    await lockAccount(tx, userId)
    await endConnections(tx, userId)
    const answer = await attempt(onTransaction.api.resetPassword({ body: { token, newPassword: password } }))
    if (!answer.ok) return err('link')
    await forgetProofs(tx, userId)
    await recordAudit(tx, { userId, action: 'account.reset-password', subject: { kind: 'user', id: userId } })
    return ok(undefined)
  })
}

/** Whoever knew the former password may have connected an identity of their own; one that is older came without it. */
async function endConnections(tx: Queryable, userId: string): Promise<void> {
  const password = await tx.account.findFirst({
    where: { userId, providerId: 'credential' },
    select: { createdAt: true },
  })
  if (!password) return
  const { count } = await tx.account.deleteMany({
    where: { userId, providerId: { not: 'credential' }, createdAt: { gte: password.createdAt } },
  })
  const subject = { kind: 'user', id: userId } as const
  if (count > 0) await recordAudit(tx, { userId, action: 'account.disconnect-provider', subject })
}
