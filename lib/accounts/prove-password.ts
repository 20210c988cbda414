import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { hashPassword, PASSWORD_LENGTH_MAX, verifyPassword } from '@/lib/accounts/password'
import { database } from '@/lib/db/client'

/** The stored hash of a password that was proven right. */
export type ProvenHash = string

/**
 * Takes the same time whether there is such an account or not. To hash takes long on purpose, so it happens before a
 * transaction, which would keep a connection all the while; what the transaction finds is compared with the answer.
 */
export async function provePassword(
  of: { readonly email: string } | { readonly id: string },
  password: string,
): Promise<ProvenHash | undefined> {
  // No password is that long, and to hash one would cost us more than whoever sends it.
  if (password.length > PASSWORD_LENGTH_MAX * 2) return undefined
  const stored = await findHash(of)
  const isRight = await verifyPassword({ hash: stored ?? (await decoy()), password })
  return isRight ? stored : undefined
}

/** For better-auth, which asks again inside of the transaction. */
export const verifyProven =
  (proven: ProvenHash) =>
  async (given: { hash: string; password: string }): Promise<boolean> =>
    given.hash === proven || verifyPassword(given)

async function findHash(
  of: { readonly email: string } | { readonly id: string },
): Promise<string | undefined> {
  // What is no address, which nobody has, is not asked for: the database would refuse some of it.
  if ('email' in of && !z.email().safeParse(of.email).success) return undefined
  const account = await database().account.findFirst({
    where: { providerId: 'credential', user: { is: of } },
    select: { password: true },
  })
  return account?.password ?? undefined
}

let made: Promise<string> | undefined

/** Nobody's, at the same cost as everybody's. */
function decoy(): Promise<string> {
  made ??= hashPassword(randomUUID())
  return made
}
