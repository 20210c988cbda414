import { chmodSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { freePort } from '@/lib/postgres/free-port'
import { isRunning, processState } from '@/lib/postgres/process-state'
import {
  hasOldestPostgres,
  oldestPostgres,
  query,
  startTestServer,
  type TestServer,
} from '@/lib/postgres/test-server'
import { launch, postmasterOf, type StartedApp, start } from './test-start'

let folder: string
let port: number
let apps: StartedApp[]
let first: StartedApp
let firstExit: number | NodeJS.Signals | null

const data = () => join(folder, 'data')
const cluster = () => join(data(), 'postgres', 'cluster')
const embedded = () => ({ FULLSCORE_DATA: data() })

/** Dead for good: what no parent has reaped yet counts as dead. */
const isGone = (pid: number) => ['gone', 'zombie', 'other'].includes(processState(pid, cluster()))
const statusOf = async (app: StartedApp, path: string) =>
  (await fetch(`${app.url}${path}`, { signal: AbortSignal.timeout(3_000) })).status

async function run(
  env: Record<string, string> = embedded(),
  command?: readonly string[],
): Promise<StartedApp> {
  const app = await start(port, env, command)
  apps.push(app)
  return app
}

/** A start that has to fail: what it printed, and how it ended. */
async function refused(env: Record<string, string>, at = port): Promise<{ output: string; ms: number }> {
  const begun = performance.now()
  const app = launch(at, env)
  expect(await app.exit).toBe(1)
  return { output: app.output(), ms: performance.now() - begun }
}

// One data folder for all: its first start builds too, so that the others measure starts and not a build.
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fullscore-start-'))
  chmodSync(folder, 0o711)
  first = await start(await freePort(), embedded())
  first.process.kill('SIGTERM')
  firstExit = await first.exit
}, 300_000)
afterAll(() => rmSync(folder, { recursive: true }))

beforeEach(async () => {
  port = await freePort()
  apps = []
})

afterEach(async () => {
  for (const app of apps) {
    app.process.kill('SIGTERM')
    await app.exit
  }
})

test('a first start shows its steps with their times, ends with 0, and keeps its secrets to itself', () => {
  const steps = [
    'Dependencies',
    'Database client',
    'Server bundle',
    'Database',
    'Migrations',
    'Demo library',
    'Index',
    'Build',
    'Server',
  ]
  for (const step of steps) expect(first.output()).toMatch(new RegExp(`^✓ ${step} +\\d+\\.\\d s`, 'm'))
  expect(first.output()).toMatch(/^✓ Demo library .* [1-9]\d* agents loaded$/m)
  expect(first.output()).toMatch(/^Fullscore is ready: http:\/\/localhost:\d+$/m)
  expect(firstExit).toBe(0)
  for (const file of ['secret', 'postgres/credentials.json'])
    expect(statSync(join(data(), file)).mode & 0o777).toBe(0o600)
})

test('while there is no owner each start prints a fresh setup link', async () => {
  const linksIn = (output: string) => output.match(/http:\/\/localhost:\d+\/setup#[0-9A-Z-]{16,}/g) ?? []
  const [again, before] = [linksIn((await run()).output()), linksIn(first.output())]
  expect([again.length, before.length]).toEqual([1, 1])
  expect(again[0]?.split('#')[1]).not.toBe(before[0]?.split('#')[1])
})

test('a second start does no work', async () => {
  const app = await run()
  for (const step of ['Dependencies', 'Database client', 'Server bundle', 'Migrations', 'Build']) {
    expect(app.output()).toMatch(new RegExp(`^✓ ${step} .* up to date$`, 'm'))
  }
  expect(app.output()).toMatch(/^✓ Demo library .* left as it is$/m)
  expect(await statusOf(app, '/api/health/ready')).toBe(200)
})

test.each(['SIGTERM', 'SIGINT'] as const)('%s ends everything in good order', async (signal) => {
  const app = await run()
  const postmaster = postmasterOf(data())
  // Twice, as Ctrl-C under npm arrives.
  app.process.kill(signal)
  app.process.kill(signal)
  expect(await app.exit).toBe(0)
  expect(isGone(postmaster)).toBe(true)
  await expect(fetch(app.url)).rejects.toThrow()
})

test('a signal to npm ends everything too', async () => {
  const app = await run(embedded(), ['npm', 'start', '--loglevel=error'])
  const postmaster = postmasterOf(data())
  app.process.kill('SIGTERM')
  await app.exit
  await vi.waitFor(() => expect(isGone(postmaster)).toBe(true), { timeout: 15_000 })
  await expect(fetch(app.url)).rejects.toThrow()
})

test('a signal during the start ends it, and the next one works', async () => {
  const app = launch(port, embedded())
  await app.printed(/^✓ Server bundle/m)
  app.process.kill('SIGINT')
  expect(await app.exit).toBe(130)
  expect(await statusOf(await run(), '/')).toBe(200)
})

test('after SIGKILL of the app the next start adopts its database', async () => {
  const killed = await run()
  const postmaster = postmasterOf(data())
  killed.process.kill('SIGKILL')
  await killed.exit
  expect(isRunning(postmaster)).toBe(true)
  const second = await run()
  expect(postmasterOf(data())).toBe(postmaster)
  expect(await statusOf(second, '/api/health/ready')).toBe(200)
})

test('after SIGKILL of app and database the next start recovers', async () => {
  const killed = await run()
  process.kill(postmasterOf(data()), 'SIGKILL')
  killed.process.kill('SIGKILL')
  await killed.exit
  expect(await statusOf(await run(), '/api/health/ready')).toBe(200)
})

test('the app lives through SIGKILL of its database, and is back within five seconds', async () => {
  const app = await run()
  const postmaster = postmasterOf(data())
  process.kill(postmaster, 'SIGKILL')
  expect(await statusOf(app, '/api/health/live')).toBe(200)
  await vi.waitFor(async () => expect(await statusOf(app, '/api/health/ready')).toBe(200), { timeout: 5_000 })
  expect(postmasterOf(data())).not.toBe(postmaster)
  expect(app.process.exitCode).toBeNull()
})

test('a second start on the same data folder says who holds it, and does no harm', async () => {
  const app = await run()
  const { output } = await refused(embedded(), await freePort())
  expect(output).toMatch(
    new RegExp(
      `The data folder ${data()} is in use by process ${app.process.pid}, which serves http://localhost:${port} since 2`,
    ),
  )
  expect(await statusOf(app, '/api/health/ready')).toBe(200)
})

test('a second start on the same port says so before it touches anything', async () => {
  await run()
  const { output } = await refused({ FULLSCORE_DATA: join(folder, 'other') })
  expect(output).toMatch(
    new RegExp(`The port ${port} is taken by another Fullscore.*PORT=${port + 1} npm start`),
  )
  expect(output).not.toMatch(/^✓ Database +\d/m)
})

const secret = { FULLSCORE_SECRET: 'x'.repeat(32) }

test('every fault of the environment is named before anything starts', async () => {
  const { output } = await refused({ PORT: 'x', FULLSCORE_SIGNUP: 'maybe' })
  expect(output).toContain('PORT is "x"')
  expect(output).toContain('FULLSCORE_SIGNUP is "maybe"')
  expect(output).not.toMatch(/^✓ Database +\d/m)
})

test('a DATABASE_URL that nobody answers is one sentence, soon', async () => {
  const { output, ms } = await refused({
    DATABASE_URL: 'postgresql://app:hunter2@127.0.0.1:1/fullscore',
    ...secret,
  })
  expect(output).toContain('DATABASE_URL does not work: no Postgres listens at 127.0.0.1:1.')
  expect(output).not.toContain('hunter2')
  expect(ms).toBeLessThan(10_000)
})

if (!hasOldestPostgres) {
  process.stdout.write(
    `NOTICE: ${oldestPostgres} does not exist, so DATABASE_URL was not tested with Postgres 15.\n`,
  )
}
test('without its database the app lives, and page, document and program are each told 503 in their own form', async () => {
  const server = await startTestServer('embedded')
  const { ownerUrl } = await server.createDatabase()
  const app = await run({ DATABASE_URL: ownerUrl, ...secret })
  await server.stop()
  const answer = async (path: string) => {
    const response = await fetch(`${app.url}${path}`, { signal: AbortSignal.timeout(3_000) })
    return {
      status: response.status,
      type: response.headers.get('content-type'),
      text: await response.text(),
    }
  }
  const words = 'The database does not answer right now'
  for (const path of ['/', '/agents/azure-mcp-server-mcp', '/agents/azure-mcp-server-mcp/threat-model']) {
    const page = await answer(path)
    expect(page, path).toMatchObject({ status: 503, type: expect.stringContaining('text/html') })
    expect(page.text, path).toContain(words)
  }
  for (const path of ['/api/v1/library', '/api/v1/library/azure-mcp-server-mcp', '/api/health/ready'])
    expect(await answer(path), path).toMatchObject({ status: 503, type: 'application/problem+json' })
  expect(await statusOf(app, '/api/health/live')).toBe(200)
  expect(await statusOf(app, '/calculator')).toBe(200)
})

describe.each(hasOldestPostgres ? ['Postgres 15'] : [])('with DATABASE_URL at %s', () => {
  let server: TestServer
  beforeAll(async () => {
    server = await startTestServer('oldest')
  })
  afterAll(() => server.stop())

  test('one ordinary role serves, and the start says what that leaves to a trigger', async () => {
    const { ownerUrl } = await server.createDatabase()
    const app = await run({ DATABASE_URL: ownerUrl, ...secret })
    expect(app.output()).toMatch(/only a trigger guards the audit log: set DATABASE_MIGRATE_URL/)
    expect(await statusOf(app, '/api/health/ready')).toBe(200)
    expect(app.output()).not.toContain(new URL(ownerUrl).password)
  })

  test('with an owner role for migrations the app gets its rights and no more', async () => {
    const { ownerUrl, appUrl } = await server.createDatabase()
    const app = await run({ DATABASE_URL: appUrl, DATABASE_MIGRATE_URL: ownerUrl, ...secret })
    expect(app.output()).not.toMatch(/trigger/)
    expect(await statusOf(app, '/')).toBe(200)
    await expect(query(appUrl, 'alter table workspaces add column more int')).rejects.toThrow(/must be owner/)
  })

  test('two nodes share one database', async () => {
    const { ownerUrl } = await server.createDatabase()
    const env = { DATABASE_URL: ownerUrl, ...secret }
    const other = await freePort()
    const both = await Promise.all([start(port, env), start(other, env)])
    apps.push(...both)
    for (const app of both) expect(await statusOf(app, '/api/health/ready')).toBe(200)
  })
})
