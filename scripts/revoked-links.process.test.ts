import { AsyncLocalStorage } from 'node:async_hooks'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { createTeam, type Team } from '@/lib/agents/testing/writing'
import { database } from '@/lib/db/client'
import { freePort } from '@/lib/postgres/free-port'
import { startTestServer, type TestServer } from '@/lib/postgres/test-server'
import { runClosers, setRegistry } from '@/lib/registry'
import { revokeShare } from '@/lib/shares/revoke'
import { published, share } from '@/lib/shares/testing/sharing'
import { type StartedApp, start } from './test-start'

const FORMS = ['', '.json', '.md', '.pdf', '.html', '/og.png'] as const
const READERS = 500

let folder: string
let server: TestServer
let app: StartedApp
let team: Team

// A first start may have to build.
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fullscore-links-'))
  chmodSync(folder, 0o711)
  server = await startTestServer('embedded')
  const { ownerUrl } = await server.createDatabase()
  const secret = 'x'.repeat(32)
  app = await start(await freePort(), {
    DATABASE_URL: ownerUrl,
    FULLSCORE_SECRET: secret,
    FULLSCORE_DATA: folder,
  })
  // This process stands for another node on the same database: it makes links, and takes them back.
  const requests = new AsyncLocalStorage<never>()
  const registered = { databaseUrl: ownerUrl, publicUrl: app.url, secret, dataFolder: folder }
  setRegistry({ ...registered, requests, closers: new Set() })
  team = await createTeam(database())
}, 300_000)
afterAll(async () => {
  await runClosers()
  app?.process.kill('SIGTERM')
  await app?.exit
  await server?.stop()
  rmSync(folder, { recursive: true })
})

const connections = new Agent({ keepAlive: true, maxSockets: READERS })

const statusOf = (path: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const sent = request(`${app.url}${path}`, { agent: connections }, (response) => {
      response.resume().once('end', () => resolve(response.statusCode ?? 0))
    })
    sent.once('error', reject).end()
  })

test('of five hundred who read a link none gets anything that was asked for after the answer to its revocation', async () => {
  const { id, token } = await share(team, await published(team, 'read-by-many'))
  const asked: { readonly at: number; readonly form: string; readonly status: number }[] = []
  let isOver = false
  const read = async (reader: number) => {
    for (let turn = reader; !isOver; turn += 1) {
      const at = performance.now()
      const form = FORMS[turn % FORMS.length] ?? ''
      asked.push({ at, form, status: await statusOf(`/r/${token}${form}`) })
    }
  }
  const readers = Array.from({ length: READERS }, (_, reader) => read(reader))
  const successes = (since = 0) => asked.filter(({ at, status }) => at >= since && status < 400)
  await vi.waitFor(() => expect(successes().length).toBeGreaterThan(READERS / 10), { timeout: 40_000 })
  const revoked = await revokeShare(await team.as('editor', 'agent.share'), id)
  const since = performance.now()
  expect(revoked.ok).toBe(true)
  await vi.waitFor(() => expect(asked.filter(({ at }) => at >= since).length).toBeGreaterThan(READERS), {
    timeout: 40_000,
  })
  isOver = true
  await Promise.all(readers)
  const late = asked.filter(({ at }) => at >= since)
  process.stdout.write(
    `${asked.length} answers to ${READERS} readers: ${successes().length} of a report, ${late.length} asked for after the revocation, of these ${late.filter(({ status }) => status === 404).length} that there is nothing\n`,
  )
  expect(successes(since)).toEqual([])
  for (const form of FORMS) {
    expect(
      late.some((one) => one.form === form),
      form,
    ).toBe(true)
    expect(await statusOf(`/r/${token}${form}`), form).toBe(404)
  }
}, 150_000)
