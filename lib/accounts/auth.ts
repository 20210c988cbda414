import { APIError, betterAuth } from 'better-auth'
import { prismaAdapter } from 'better-auth/adapters/prisma'
import { twoFactor } from 'better-auth/plugins/two-factor'
import { keyFor } from '@/lib/access/keys'
import { askAfterProvider, providerSessions } from '@/lib/accounts/oidc-session'
import {
  hashPassword,
  PASSWORD_LENGTH_MAX,
  PASSWORD_LENGTH_MIN,
  verifyPassword,
} from '@/lib/accounts/password'
import { refuseUsedCodes } from '@/lib/accounts/second-factor'
import { type Database, database, type Queryable } from '@/lib/db/client'
import { logger } from '@/lib/logger'
import { registry } from '@/lib/registry'
import { newTypedCode } from '@/lib/workspaces/codes'

export const SESSION_ABSOLUTE_SECONDS = 30 * 24 * 3_600
export const SESSION_IDLE_SECONDS = 7 * 24 * 3_600

export type Auth = ReturnType<typeof authOn>

const known = new WeakMap<Database, Auth>()

/** For everything but making an account. It holds no state, so that each bundle may have its own. */
export function auth(): Auth {
  const db = database()
  const found = known.get(db)
  if (found) return found
  const made = authOn(db)
  known.set(db, made)
  return made
}

/**
 * The library on a given connection: on a transaction, what it writes is part of that transaction. Accounts are made
 * for `admitted` alone, whatever endpoint tries; its handler is mounted nowhere, so that only our own code calls it.
 */
export function authOn(db: Queryable, admitted?: string, verify = verifyPassword) {
  const { publicUrl } = registry()
  return betterAuth({
    appName: 'Fullscore',
    baseURL: publicUrl,
    trustedOrigins: [publicUrl],
    secret: keyFor('sessions'),
    telemetry: { enabled: false },
    database: prismaAdapter(db, { provider: 'postgresql' }),
    advanced: { ...cookies(publicUrl), database: { generateId: 'uuid' } },
    session: {
      expiresIn: SESSION_ABSOLUTE_SECONDS,
      // The end is fixed, so that the cookie and the row agree without writing a cookie while a page renders; how long
      // somebody was away is counted in last_seen_at (lib/access/session.ts).
      disableSessionRefresh: true,
      freshAge: 0,
      additionalFields: { lastSeenAt: { type: 'date', required: false, input: false } },
    },
    // Whoever reads the database must not find what is in a password link.
    verification: { storeIdentifier: 'hashed' },
    emailAndPassword: {
      enabled: true,
      // Counted in UTF-16 units there; checkPassword() counts characters, and is the one that answers.
      minPasswordLength: PASSWORD_LENGTH_MIN,
      maxPasswordLength: PASSWORD_LENGTH_MAX * 2,
      password: { hash: hashPassword, verify },
      revokeSessionsOnPasswordReset: true,
    },
    account: { accountLinking: { enabled: false } },
    // Its own counts nothing that does not come through its handler, and knows no target (lib/access/rate-limit.ts).
    rateLimit: { enabled: false },
    databaseHooks: {
      user: {
        create: {
          before: async (user) => {
            if (admitted !== undefined && user.email === admitted) return
            throw new APIError('FORBIDDEN', {
              code: 'SIGN_UP_CLOSED',
              message: 'Accounts are made by invitation.',
            })
          },
        },
      },
    },
    logger: { disableColors: true, level: 'error', log: (_level, message) => logger().error(message) },
    plugins: [
      refuseUsedCodes(db),
      askAfterProvider(
        twoFactor({
          issuer: issuerName(),
          backupCodeOptions: {
            storeBackupCodes: 'encrypted',
            customBackupCodesGenerate: () => Array.from({ length: 10 }, newTypedCode),
          },
        }),
      ),
      providerSessions(),
    ],
  })
}

/** As an authenticator app lists it. */
export const issuerName = (): string => `Fullscore (${new URL(registry().publicUrl).host})`

export const cookiePrefix = (publicUrl: string): string =>
  publicUrl.startsWith('https:') ? '__Host-fullscore' : 'fullscore'

/** The prefix `__Host-` makes a browser refuse the cookie unless it is Secure, for this host and for every path. */
function cookies(publicUrl: string) {
  const https = publicUrl.startsWith('https:')
  return {
    // Off, because it means the prefix `__Secure-`.
    useSecureCookies: false,
    cookiePrefix: cookiePrefix(publicUrl),
    defaultCookieAttributes: { secure: https, httpOnly: true, sameSite: 'lax', path: '/' },
  } as const
}
