import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startTestServer, type TestServer } from './test-server'

const schema = 'prisma/schema.prisma'
let server: TestServer
let folder: string

beforeAll(async () => {
  server = await startTestServer('embedded')
})
afterAll(() => server.stop())
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fullscore-schema-'))
  return () => rmSync(folder, { recursive: true })
})

/** What the real CLI says of the migrations against a schema, and 0 for the same, 2 for a difference. */
function diff(toSchema: string): { readonly status: number | null; readonly output: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      'node_modules/prisma/build/index.js',
      ...['migrate', 'diff', '--exit-code'],
      ...['--from-migrations', 'prisma/migrations', '--to-schema', toSchema],
    ],
    {
      encoding: 'utf8',
      env: {
        ...process.env,
        // The migrations are replayed in a database of their own, which not every role may create.
        DATABASE_URL: server.adminUrl,
        DATABASE_MIGRATE_URL: server.adminUrl,
        CHECKPOINT_DISABLE: '1',
        PRISMA_HIDE_UPDATE_MESSAGE: '1',
      },
    },
  )
  return { status, output: stdout + stderr }
}

test('the migrations make exactly what the schema says', () => {
  expect(diff(schema)).toMatchObject({ status: 0, output: expect.stringContaining('No difference detected') })
})

test('one column more in the schema is a difference', () => {
  const planted = join(folder, 'schema.prisma')
  const text = readFileSync(schema, 'utf8')
  writeFileSync(planted, text.replace(/^model Listing \{$/m, '$&\n  planted String?'))
  expect(readFileSync(planted, 'utf8')).not.toBe(text)
  expect(diff(planted)).toMatchObject({ status: 2, output: expect.stringContaining('planted') })
})
