import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { loadEnv, readEnv } from './env'

const read = (source: Record<string, string>) => readEnv(source, '/srv/fullscore')

function faults(source: Record<string, string>): readonly string[] {
  const result = read(source)
  return result.ok ? [] : result.error
}

test('nothing set gives the defaults', () => {
  const result = read({})
  expect(result.ok && result.value).toMatchObject({
    port: 3000,
    host: '127.0.0.1',
    publicUrl: 'http://localhost:3000',
    dataFolder: '/srv/fullscore/.data',
    databaseUrl: undefined,
    signupOpen: false,
    mail: undefined,
    oidc: undefined,
  })
})

test('the public address follows the port, and loses its trailing slash', () => {
  expect(read({ PORT: '4100' })).toMatchObject({ value: { publicUrl: 'http://localhost:4100' } })
  expect(read({ PUBLIC_URL: 'https://a.example/' })).toMatchObject({
    value: { publicUrl: 'https://a.example' },
  })
})

test('an empty string counts as unset', () => {
  expect(read({ PORT: '', PUBLIC_URL: ' ', DATABASE_URL: '' })).toMatchObject({
    ok: true,
    value: { port: 3000 },
  })
})

const secret = 'x'.repeat(32)
const database = 'postgresql://app:hunter2@db:5432/fullscore'

const from = 'Fullscore <fullscore@example.org>'
const client = { OIDC_CLIENT_ID: 'x', OIDC_CLIENT_SECRET: 'hunter2' }

test('mail and an identity provider are whole or absent, and one at home may be unencrypted', () => {
  const read = readEnv(
    { SMTP_URL: 'smtp://mail', MAIL_FROM: from, OIDC_ISSUER: 'http://127.0.0.1:9', ...client },
    '/srv',
  )
  expect(read).toMatchObject({
    value: {
      mail: { host: 'mail', port: 587, tls: 'where-offered', login: undefined, from },
      oidc: { issuer: 'http://127.0.0.1:9', clientId: 'x', clientSecret: 'hunter2' },
    },
  })
})

test.each([
  [
    'smtps://ada:a%40b@mail',
    { port: 465, tls: 'from-the-first-byte', login: { user: 'ada', password: 'a@b' } },
  ],
  ['smtp://ada:x@mail:2525', { port: 2525, tls: 'required', login: { user: 'ada', password: 'x' } }],
  ['smtp://ada:x@127.0.0.1:25', { port: 25, tls: 'where-offered', login: { user: 'ada', password: 'x' } }],
])('%s says how mail is encrypted, and no password leaves the machine without', (address, mail) => {
  expect(read({ SMTP_URL: address, MAIL_FROM: from })).toMatchObject({ value: { mail } })
})

test.each<[string, Record<string, string>]>([
  ['PORT', { PORT: '0' }],
  ['PORT', { PORT: '65536' }],
  ['PORT', { PORT: '3000x' }],
  ['HOST', { HOST: 'http://x' }],
  ['PUBLIC_URL', { HOST: '0.0.0.0' }],
  ['PUBLIC_URL', { PUBLIC_URL: 'scores.example.org' }],
  ['PUBLIC_URL', { PUBLIC_URL: 'https://a.example/path' }],
  ['TRUSTED_PROXIES', { TRUSTED_PROXIES: 'proxy' }],
  ['DATABASE_URL', { DATABASE_URL: 'mysql://app:hunter2@db/x', FULLSCORE_SECRET: secret }],
  ['DATABASE_URL', { DATABASE_URL: 'postgresql://app:hunter2@db', FULLSCORE_SECRET: secret }],
  ['DATABASE_URL', { DATABASE_URL: `${database}?schema=other`, FULLSCORE_SECRET: secret }],
  ['DATABASE_URL', { DATABASE_MIGRATE_URL: database }],
  ['FULLSCORE_SECRET', { DATABASE_URL: database }],
  ['FULLSCORE_SECRET', { FULLSCORE_SECRET: 'hunter2' }],
  ['FULLSCORE_SIGNUP', { FULLSCORE_SIGNUP: 'yes' }],
  ['SMTP_URL', { FULLSCORE_SIGNUP: 'on' }],
  ['SMTP_URL', { SMTP_URL: 'https://user:hunter2@mail', MAIL_FROM: from }],
  ['SMTP_URL', { SMTP_URL: 'smtp://user:hunter2@mail/?ignoreTLS=true', MAIL_FROM: from }],
  ['SMTP_URL', { SMTP_URL: 'smtp://user:hunter2%@mail', MAIL_FROM: from }],
  ['MAIL_FROM', { SMTP_URL: 'smtp://user:hunter2@mail' }],
  ['MAIL_FROM', { MAIL_FROM: 'nobody' }],
  ['OIDC_ISSUER', { OIDC_ISSUER: 'http://login.example.org', ...client }],
  ['OIDC_ISSUER', { OIDC_ISSUER: 'https://user:hunter2@login.example.org', ...client }],
  ['OIDC_ISSUER', { OIDC_ISSUER: 'https://login.example.org/?tenant=one', ...client }],
  ['OIDC_ISSUER', { OIDC_ISSUER: 'x', OIDC_CLIENT_ID: 'x', OIDC_CLIENT_SECRET: 'hunter2' }],
  ['OIDC_ISSUER', { OIDC_CLIENT_ID: 'x', OIDC_CLIENT_SECRET: 'hunter2' }],
])('one sentence names %s for %j, and no secret', (name, source) => {
  const found = faults(source)
  expect(found).toHaveLength(1)
  expect(found[0]).toMatch(new RegExp(`^${name}[ ,].*[^.]\\.$`))
  expect(found[0]).not.toContain('hunter2')
})

test('several faults are all named at once', () => {
  expect(faults({ PORT: 'x', FULLSCORE_SIGNUP: 'x' })).toHaveLength(2)
})

describe('beside a file .env', () => {
  let root: string
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'fullscore-env-'))
    for (const name of ['PORT', 'HOST', 'DATABASE_URL', 'FULLSCORE_SECRET']) vi.stubEnv(name, undefined)
    return () => {
      vi.unstubAllEnvs()
      rmSync(root, { recursive: true })
    }
  })
  const write = (lines: string) => writeFileSync(join(root, '.env'), lines)

  test('the file is read, and the real environment wins', () => {
    write('PORT=4105\nHOST="127.0.0.2" # loopback\n')
    expect(loadEnv(root)).toMatchObject({ value: { port: 4105, host: '127.0.0.2' } })
    vi.stubEnv('PORT', '4106')
    expect(loadEnv(root)).toMatchObject({ value: { port: 4106 } })
  })

  test.each(['', ' '])(
    'a variable of the real environment that is %j hides the one of the file, and is unset',
    (empty) => {
      write(`PORT=4105\nDATABASE_URL=${database}\nFULLSCORE_SECRET=${secret}\n`)
      expect(loadEnv(root)).toMatchObject({ value: { port: 4105, databaseUrl: database } })
      vi.stubEnv('DATABASE_URL', empty)
      vi.stubEnv('PORT', empty)
      expect(loadEnv(root)).toMatchObject({ value: { port: 3000, databaseUrl: undefined, secret } })
    },
  )
})
