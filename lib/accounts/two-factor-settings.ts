import type { Person } from '@/lib/access/actor'
import { countAttempt, type TooMany } from '@/lib/access/rate-limit'
import { auth, authOn, issuerName } from '@/lib/accounts/auth'
import {
  attempt,
  headersForAuth,
  headersOfCookies,
  type SetCookies,
  setCookiesOf,
} from '@/lib/accounts/exchange'
import { lockAccount } from '@/lib/accounts/lock'
import { provePassword, verifyProven } from '@/lib/accounts/prove-password'
import { presentCode } from '@/lib/accounts/sign-in'
import { recordAudit } from '@/lib/audit/record'
import { bug } from '@/lib/base/assert'
import { err, ok, type Result } from '@/lib/base/result'
import { database, type Queryable } from '@/lib/db/client'
import { transact } from '@/lib/db/transact'

export type SecondFactor = {
  readonly isOn: boolean
  /** Without one there is nothing that a second factor could be second to. */
  readonly hasPassword: boolean
  readonly recoveryCodesLeft: number
}

export async function getSecondFactor({ userId }: Person): Promise<SecondFactor> {
  const user = await database().user.findUniqueOrThrow({
    where: { id: userId },
    select: {
      twoFactorEnabled: true,
      accounts: { where: { providerId: 'credential' }, select: { id: true } },
    },
  })
  const isOn = user.twoFactorEnabled
  const recoveryCodesLeft = isOn ? (await recoveryCodesOf(auth(), userId)).length : 0
  return { isOn, hasPassword: user.accounts.length > 0, recoveryCodesLeft }
}

/** The key of an authenticator app, in the letters that are typed into one. */
export type NewKey = string

/** Makes a key, which counts for nothing until a code of it was typed. One that is on is turned off first. */
export async function createKey(
  { userId }: Person,
  password: string,
  headers: Headers,
): Promise<Result<NewKey, 'password' | 'on' | TooMany>> {
  const proven = await provenForSettings(userId, password)
  if (!proven.ok) return proven
  return transact<NewKey, 'on'>(async (tx) => {
    if (await lockSecondFactor(tx, userId)) return err('on')
    const { totpURI } = await authOn(tx, undefined, verifyProven(proven.value)).api.enableTwoFactor({
      body: { password },
      headers: headersForAuth(headers),
    })
    return ok(new URL(totpURI).searchParams.get('secret') ?? bug('a key without a secret'))
  })
}

/** What an authenticator app reads from a QR code. */
export function keyAddress(key: NewKey, { email }: Person): string {
  const issuer = encodeURIComponent(issuerName())
  return `otpauth://totp/${issuer}:${encodeURIComponent(email)}?secret=${key}&issuer=${issuer}&digits=6&period=30`
}

export type TurnedOn = { readonly cookies: SetCookies; readonly recoveryCodes: readonly string[] }

/** The first code shows that the app has the key: from here on nobody signs in without one. Ends all other sessions. */
export async function turnOn(
  { userId }: Person,
  code: string,
  headers: Headers,
): Promise<Result<TurnedOn, 'code' | TooMany>> {
  const counted = await countSettings(userId)
  if (!counted.ok) return counted
  return transact<TurnedOn, 'code'>(async (tx) => {
    if (await lockSecondFactor(tx, userId)) return err('code')
    const { api } = authOn(tx)
    const answer = await attempt(
      api.verifyTOTP({ body: { code }, headers: headersForAuth(headers), returnHeaders: true }),
    )
    if (!answer.ok) return err('code')
    const cookies = setCookiesOf(answer.value.headers)
    await endOtherSessions(tx, userId, cookies)
    await recordAudit(tx, {
      userId,
      action: 'account.second-factor-on',
      subject: { kind: 'user', id: userId },
    })
    return ok({ cookies, recoveryCodes: await recoveryCodesOf({ api }, userId) })
  })
}

export type Proof = { readonly password: string; readonly code: string }
export type ProofRefusal = 'password' | 'code' | TooMany

/** Takes a code of the app or a recovery code, so that neither a password nor an open browser is enough. */
export const turnOff = (person: Person, proof: Proof, headers: Headers) =>
  withBothFactors(person, proof, headers, async (tx, api) => {
    const answer = await api.disableTwoFactor({
      body: { password: proof.password },
      headers: headersForAuth(headers),
      returnHeaders: true,
    })
    const cookies = setCookiesOf(answer.headers)
    await endOtherSessions(tx, person.userId, cookies)
    return { action: 'account.second-factor-off', value: cookies } as const
  })

/** Those of before open nothing any more. */
export const renewRecoveryCodes = (person: Person, proof: Proof, headers: Headers) =>
  withBothFactors(person, proof, headers, async (_tx, api) => {
    const { backupCodes } = await api.generateBackupCodes({
      body: { password: proof.password },
      headers: headersForAuth(headers),
    })
    return { action: 'account.recovery-codes', value: backupCodes } as const
  })

async function withBothFactors<T>(
  { userId }: Person,
  { password, code }: Proof,
  headers: Headers,
  work: (
    tx: Queryable,
    api: ReturnType<typeof authOn>['api'],
  ) => Promise<{
    readonly action: 'account.second-factor-off' | 'account.recovery-codes'
    readonly value: T
  }>,
): Promise<Result<T, ProofRefusal>> {
  const proven = await provenForSettings(userId, password)
  if (!proven.ok) return proven
  return transact<T, 'code'>(async (tx) => {
    if (!(await lockSecondFactor(tx, userId))) return err('code')
    if (!(await presentCode(tx, code, headersForAuth(headers))).ok) return err('code')
    const { action, value } = await work(tx, authOn(tx, undefined, verifyProven(proven.value)).api)
    await recordAudit(tx, { userId, action, subject: { kind: 'user', id: userId } })
    return ok(value)
  })
}

const countSettings = (userId: string) => countAttempt(['second-factor-settings', userId])

async function provenForSettings(
  userId: string,
  password: string,
): Promise<Result<string, 'password' | TooMany>> {
  const counted = await countSettings(userId)
  if (!counted.ok) return counted
  const proven = await provePassword({ id: userId }, password)
  return proven === undefined ? err('password') : ok(proven)
}

/** Whether it is on; who changes it at the same time waits. */
async function lockSecondFactor(tx: Queryable, userId: string): Promise<boolean> {
  await lockAccount(tx, userId)
  const where = { id: userId }
  return (await tx.user.findUniqueOrThrow({ where, select: { twoFactorEnabled: true } })).twoFactorEnabled
}

/** All but the one that these cookies open, which better-auth has just put in the place of the one before. */
async function endOtherSessions(tx: Queryable, userId: string, cookies: SetCookies): Promise<void> {
  const kept =
    (await authOn(tx).api.getSession({ headers: headersOfCookies(cookies) })) ??
    bug('a change of the second factor left no session')
  await tx.session.deleteMany({ where: { userId, id: { not: kept.session.id } } })
}

async function recoveryCodesOf(
  { api }: Pick<ReturnType<typeof authOn>, 'api'>,
  userId: string,
): Promise<readonly string[]> {
  return (await api.viewBackupCodes({ body: { userId } })).backupCodes
}
