import { randomBytes } from 'node:crypto'
import { countAttempt, type TooMany } from '@/lib/access/rate-limit'
import { auth, authOn } from '@/lib/accounts/auth'
import { forgetProofs } from '@/lib/accounts/change-password'
import { attempt } from '@/lib/accounts/exchange'
import { recordAudit } from '@/lib/audit/record'
import { err, ok, type Result } from '@/lib/base/result'
import { database } from '@/lib/db/client'
import { transact } from '@/lib/db/transact'
import { registry, requestContext } from '@/lib/registry'

const LIFETIME_MS = 3_600_000

/** A link that sets a password, once; nothing where there is no such account. For an owner, the machine, or an e-mail. */
export async function createPasswordLink(email: string): Promise<string | undefined> {
  const user = await database().user.findUnique({
    where: { email: email.toLowerCase() },
    select: { id: true },
  })
  if (!user) return undefined
  const { internalAdapter } = await auth().$context
  const token = randomBytes(20).toString('base64url')
  await internalAdapter.createVerificationValue({
    value: user.id,
    identifier: `reset-password:${token}`,
    expiresAt: new Date(Date.now() + LIFETIME_MS),
  })
  await recordAudit(database(), { action: 'account.password-link', subject: { kind: 'user', id: user.id } })
  return `${registry().publicUrl}/reset#${token}`
}

/** Uses the link up and ends every session of the account. The password has passed `checkPassword`. */
export async function resetPassword(
  token: string,
  password: string,
): Promise<Result<undefined, 'link' | TooMany>> {
  const counted = await countAttempt(['reset', requestContext()?.clientAddress ?? 'local'])
  if (!counted.ok) return counted
  return transact<undefined, 'link'>(async (tx) => {
    const onTransaction = authOn(tx)
    const { internalAdapter } = await onTransaction.$context
    const proof = await internalAdapter.findVerificationValue(`reset-password:${token}`)
    if (!proof) return err('link')
    const userId = proof.value
    const answer = await attempt(onTransaction.api.resetPassword({ body: { token, newPassword: password } }))
    if (!answer.ok) return err('link')
    await forgetProofs(tx, userId)
    await recordAudit(tx, { userId, action: 'account.reset-password', subject: { kind: 'user', id: userId } })
    return ok(undefined)
  })
}
