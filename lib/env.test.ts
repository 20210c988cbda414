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
    mailFrom: 'Fullscore <fullscore@localhost>',
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
  ['SMTP_URL', { SMTP_URL: 'https://user:hunter2@mail' }],
  ['MAIL_FROM', { MAIL_FROM: 'nobody' }],
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
