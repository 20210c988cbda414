import { existsSync, readFileSync } from 'node:fs'
import { isIP } from 'node:net'
import { join, resolve } from 'node:path'
import { parseEnv } from 'node:util'
import { z } from 'zod'
import { err, ok, type Result } from '@/lib/base/result'
import {
  databaseUrlFault,
  isLoopback,
  issuerFault,
  mailServerOf,
  mailUrlFault,
  originFault,
} from '@/lib/env-urls'
import type { MailSettings, OidcSettings } from '@/lib/registry'
import { parseTrustedProxies, type TrustedProxies } from '@/lib/server/trusted-proxies'

/** The configuration of one process, complete and checked. */
export type Env = {
  readonly port: number
  readonly host: string
  /** Without a trailing slash. */
  readonly publicUrl: string
  readonly trustedProxies: TrustedProxies
  /** Absent: the embedded Postgres. */
  readonly databaseUrl: string | undefined
  readonly databaseMigrateUrl: string | undefined
  /** Absolute. */
  readonly dataFolder: string
  /** Absent only with the embedded Postgres: then it is generated into the data folder. */
  readonly secret: string | undefined
  readonly signupOpen: boolean
  readonly mail: MailSettings | undefined
  readonly oidc: OidcSettings | undefined
}

/** Every fault as one sentence: the variable, what is wrong, what to write instead. Never the value of a secret. */
export function loadEnv(root: string = process.cwd()): Result<Env, readonly string[]> {
  const file = join(root, '.env')
  const written = existsSync(file) ? parseEnv(readFileSync(file, 'utf8')) : {}
  // An empty variable counts as unset, and yet hides the one of the file: so a test can leave the developer's out.
  return readEnv({ ...written, ...process.env }, root)
}

export function readEnv(
  source: Readonly<Record<string, string | undefined>>,
  root: string,
): Result<Env, readonly string[]> {
  const read = variables.safeParse(withoutEmpty(source))
  if (!read.success) return err(read.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`))
  const v = read.data
  const faults = contradictions(v)
  if (faults.length > 0) return err(faults)
  const publicUrl = (v.PUBLIC_URL ?? `http://localhost:${v.PORT}`).replace(/\/$/, '')
  return ok({
    port: v.PORT,
    host: v.HOST,
    publicUrl,
    trustedProxies: v.TRUSTED_PROXIES,
    databaseUrl: v.DATABASE_URL,
    databaseMigrateUrl: v.DATABASE_MIGRATE_URL,
    dataFolder: resolve(root, v.FULLSCORE_DATA),
    secret: v.FULLSCORE_SECRET,
    signupOpen: v.FULLSCORE_SIGNUP === 'on',
    mail: v.SMTP_URL && v.MAIL_FROM ? { ...mailServerOf(v.SMTP_URL), from: v.MAIL_FROM } : undefined,
    oidc:
      v.OIDC_ISSUER && v.OIDC_CLIENT_ID && v.OIDC_CLIENT_SECRET
        ? { issuer: v.OIDC_ISSUER, clientId: v.OIDC_CLIENT_ID, clientSecret: v.OIDC_CLIENT_SECRET }
        : undefined,
  })
}

/** `fault` gives the rest of a sentence that begins with the variable's name, or nothing. */
const text = (fault: (value: string) => string | undefined) =>
  z.string().superRefine((value, context) => {
    const message = fault(value)
    if (message) context.addIssue({ code: 'custom', message })
  })

const variables = z.object({
  PORT: text((value) =>
    /^\d{1,5}$/.test(value) && Number(value) >= 1 && Number(value) <= 65_535
      ? undefined
      : `is "${value}": write a port from 1 to 65535, such as 3000.`,
  )
    .default('3000')
    .transform(Number),
  HOST: text((value) =>
    isIP(value) !== 0 || /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i.test(value)
      ? undefined
      : `is "${value}": write the address to listen on, such as 127.0.0.1 or 0.0.0.0.`,
  ).default('127.0.0.1'),
  PUBLIC_URL: text(originFault).optional(),
  TRUSTED_PROXIES: z
    .string()
    .default('')
    .transform((value, context) => {
      const proxies = parseTrustedProxies(value)
      if (proxies) return proxies
      const message = `is "${value}": write addresses or ranges with commas between, such as 10.0.0.0/8, 192.0.2.7.`
      context.addIssue({ code: 'custom', message })
      return z.NEVER
    }),
  DATABASE_URL: text(databaseUrlFault).optional(),
  DATABASE_MIGRATE_URL: text(databaseUrlFault).optional(),
  FULLSCORE_DATA: text((value) =>
    value.includes('\0') ? 'holds a NUL character: write the path of a folder.' : undefined,
  ).default('.data'),
  FULLSCORE_SECRET: text((value) =>
    value.length >= 32
      ? undefined
      : 'is shorter than 32 characters: write a random one, such as the output of `openssl rand -base64 32`.',
  ).optional(),
  FULLSCORE_SIGNUP: text((value) =>
    value === 'on' || value === 'off' ? undefined : `is "${value}": write on or off.`,
  ).default('off'),
  SMTP_URL: text(mailUrlFault).optional(),
  MAIL_FROM: text((value) =>
    /^[^@\s<>]+@[^@\s<>]+$|^[^<>\r\n]*<[^@\s<>]+@[^@\s<>]+>$/.test(value)
      ? undefined
      : `is "${value}": write an address, such as Fullscore <fullscore@example.org>.`,
  ).optional(),
  OIDC_ISSUER: text(issuerFault).optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
})

type Variables = z.infer<typeof variables>

/** What each variable allows alone and not together. */
function contradictions(v: Variables): string[] {
  const oidc = [v.OIDC_ISSUER, v.OIDC_CLIENT_ID, v.OIDC_CLIENT_SECRET]
  const faults: [boolean, string][] = [
    [
      !isLoopback(v.HOST) && !v.PUBLIC_URL,
      `PUBLIC_URL is missing, and HOST is ${v.HOST}: write the address that people will open, such as https://scores.example.org.`,
    ],
    [
      v.DATABASE_URL !== undefined && !v.FULLSCORE_SECRET,
      'FULLSCORE_SECRET is missing, and DATABASE_URL is set: write 32 random characters or more, the same for every node.',
    ],
    [
      v.DATABASE_MIGRATE_URL !== undefined && !v.DATABASE_URL,
      'DATABASE_URL is missing, and DATABASE_MIGRATE_URL is set: write the address that the app itself uses, or remove both.',
    ],
    [
      v.FULLSCORE_SIGNUP === 'on' && !v.SMTP_URL,
      'SMTP_URL is missing, and FULLSCORE_SIGNUP is on: write a mail server for the confirmations, such as smtp://mail.example.org:587.',
    ],
    [
      v.SMTP_URL !== undefined && !v.MAIL_FROM,
      'MAIL_FROM is missing, and SMTP_URL is set: write whom mail comes from, such as Fullscore <fullscore@example.org>.',
    ],
    [
      oidc.some(Boolean) && !oidc.every(Boolean),
      'OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET go together: write all three or none.',
    ],
  ]
  return faults.filter(([wrong]) => wrong).map(([, sentence]) => sentence)
}

const withoutEmpty = (source: Readonly<Record<string, string | undefined>>) =>
  Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value.trim() !== ''))
