import { randomInt } from 'node:crypto'
import { countGuess, type TooMany } from '@/lib/access/rate-limit'
import { type CreatedAccount, createAccount, type NewAccount } from '@/lib/accounts/create'
import { hashPassword, verifyPassword } from '@/lib/accounts/password'
import { bug } from '@/lib/base/assert'
import { err, ok, type Result } from '@/lib/base/result'
import { database, type Queryable } from '@/lib/db/client'
import { settle, transact } from '@/lib/db/transact'
import { afterAnswer } from '@/lib/mail/after-answer'
import { countLetter } from '@/lib/mail/count-letter'
import { deliver } from '@/lib/mail/deliver'
import { accountExistsLetter, signUpLetter } from '@/lib/mail/letters'
import { registry } from '@/lib/registry'
import { hashCode, newLinkCode } from '@/lib/workspaces/codes'
import { createWorkspace } from '@/lib/workspaces/create'
import { slugOf } from '@/lib/workspaces/slug'

const LIFETIME_MS = 24 * 3_600_000

/** Off, its pages and actions do not exist. */
export const isSignUpOpen = (): boolean => registry().signupOpen === true

export type NewSignUp = NewAccount & { readonly workspace: string }

/**
 * The same answer, as soon, whether or not there is such an account: what differs is done after it, and only the mailbox
 * learns it. The password has passed `checkPassword`.
 */
export async function askForAccount(given: NewSignUp): Promise<Result<undefined, TooMany>> {
  const counted = await countGuess('sign-up', given.email)
  if (!counted.ok) return counted
  const passwordHash = await hashPassword(given.password)
  afterAnswer(async () => {
    if (!(await countLetter(given.email)).ok) return
    const code = await keep(given, passwordHash)
    const link = `${registry().publicUrl}/sign-up/confirm#${code}`
    await deliver(code === undefined ? accountExistsLetter(given.email) : signUpLetter(given.email, link))
  })
  return ok(undefined)
}

/** Until it is confirmed, and nothing at all of whoever has an account. */
const keep = ({ email, name, workspace }: NewSignUp, passwordHash: string): Promise<string | undefined> =>
  settle(async (tx) => {
    if ((await tx.user.count({ where: { email } })) > 0) return undefined
    const code = newLinkCode()
    await tx.signUp.create({
      data: {
        codeHash: hashCode('sign-up', code),
        email,
        name,
        workspaceName: workspace,
        passwordHash,
        expiresAt: new Date(Date.now() + LIFETIME_MS),
      },
    })
    return code
  })

export type Confirmation = { readonly code: string; readonly password: string }
export type Confirmed = CreatedAccount & { readonly slug: string }
/** `link`: used, expired or never made, or its address has got an account another way. */
export type ConfirmRefusal = 'link' | 'password' | TooMany

/**
 * Makes the account and its workspace. It takes the code, which only the mailbox has, and the password, which only the
 * one who asked has: or else somebody could ask with the address of another, who opens the link, and share the account.
 */
export async function confirmAccount(
  { code, password }: Confirmation,
  headers: Headers,
): Promise<Result<Confirmed, ConfirmRefusal>> {
  const counted = await countGuess('sign-up-code', code)
  if (!counted.ok) return counted
  const open = { codeHash: hashCode('sign-up', code), expiresAt: { gt: new Date() } }
  const asked = await database().signUp.findFirst({ where: open })
  if (!asked) return err('link')
  if (!(await verifyPassword({ hash: asked.passwordHash, password }))) return err('password')
  const { name, email, workspaceName } = asked
  return transact<Confirmed, ConfirmRefusal>(async (tx) => {
    // Of several at once one finds the row; whatever else was asked for with the address is over with it.
    const { count } = await tx.signUp.deleteMany({ where: open })
    if (count === 0) return err('link')
    await tx.signUp.deleteMany({ where: { email } })
    const created = await createAccount(tx, { name, email, password }, headers)
    if (!created.ok) return err('link')
    const { userId } = created.value
    await tx.user.update({ where: { id: userId }, data: { emailVerified: true } })
    return ok({ ...created.value, slug: await createNamedWorkspace(tx, workspaceName, userId) })
  })
}

/** Nobody chooses again after the mail: a name that others have gets an address of its own. */
async function createNamedWorkspace(tx: Queryable, publicName: string, userId: string): Promise<string> {
  const base = slugOf(publicName)
  for (const slug of [base, `${base.slice(0, 70)}-${randomInt(100_000, 1_000_000)}`])
    if ((await createWorkspace(tx, { slug, publicName }, userId)).ok) return slug
  return bug(`no address for a workspace beside ${base}`)
}
