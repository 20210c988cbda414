import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { freePort } from '@/lib/postgres/free-port'
import { holdOpen, startTestServer, type TestServer } from '@/lib/postgres/test-server'
import { type StartedApp, start } from './test-start'

const agent = '/agents/azure-mcp-server-mcp'
const words = 'The database does not answer right now'
/** Each kind of address, with the form in which it has to say that it cannot answer. */
const FORMS: readonly (readonly [path: string, type: string, text: string])[] = [
  ['/', 'text/html', words],
  [agent, 'text/html', words],
  [`${agent}/threat-model`, 'text/html', words],
  ['/api/v1/library', 'application/problem+json', '"status":503'],
]

let folder: string
let server: TestServer
let ownerUrl: string
let app: StartedApp

// A first start may have to build.
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fullscore-slow-'))
  chmodSync(folder, 0o711)
  server = await startTestServer('embedded')
  ownerUrl = (await server.createDatabase()).ownerUrl
  app = await start(await freePort(), {
    DATABASE_URL: ownerUrl,
    FULLSCORE_SECRET: 'x'.repeat(32),
    FULLSCORE_DATA: folder,
  })
}, 300_000)
afterAll(async () => {
  app?.process.kill('SIGTERM')
  await app?.exit
  await server?.stop()
  rmSync(folder, { recursive: true })
})

async function answer(path: string, withinMs = 3_500) {
  const response = await fetch(`${app.url}${path}`, { signal: AbortSignal.timeout(withinMs) })
  return {
    status: response.status,
    type: response.headers.get('content-type'),
    text: await response.text(),
  }
}

const statuses = () => Promise.all(FORMS.map(async ([path]) => (await answer(path, 2_000)).status))
const allServed = FORMS.map(() => 200)

test('while no table can be read, thirty readers at once are each told so in time, and are served again right after', async () => {
  expect(await statuses()).toEqual(allServed)
  const release = await holdOpen(ownerUrl, 'lock table listings, revisions, agents in access exclusive mode')
  try {
    const asked = Array.from({ length: 8 }, () => FORMS)
      .flat()
      .slice(0, 30)
    const waiting = asked.map(([path]) => answer(path))
    expect((await answer('/api/health/live')).status).toBe(200)
    const answers = await Promise.all(waiting)
    for (const [index, got] of answers.entries()) {
      const [path, type, text] = asked[index] ?? []
      expect(got, path).toMatchObject({ status: 503, type: expect.stringContaining(type ?? '') })
      expect(got.text, path).toContain(text)
    }
  } finally {
    await release()
  }
  await vi.waitFor(async () => expect(await statuses()).toEqual(allServed), { timeout: 5_000 })
})
