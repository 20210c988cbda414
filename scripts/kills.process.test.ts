import { mkdtempSync, rmSync } from 'node:fs'
import { chmod } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type APIRequestContext, chromium, type Page, request as requests } from '@playwright/test'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { LAUNCH } from '@/e2e/browser'
import { sendForm } from '@/e2e/send-form'
import { savedSchema, storedSchema } from '@/lib/editor/protocol'
import { freePort } from '@/lib/postgres/free-port'
import { postmasterOf, type StartedApp, start } from './test-start'

let folder: string
let port: number
let app: StartedApp
let api: APIRequestContext

const run = () => start(port, { FULLSCORE_DATA: join(folder, 'data') })

/** As when the machine takes the process away: nothing is told, nothing is finished. */
async function killAndRestart(): Promise<void> {
  app.process.kill('SIGKILL')
  await app.exit
  app = await run()
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fullscore-kills-'))
  await chmod(folder, 0o711)
  port = await freePort()
  app = await run()
  const baseURL = `http://localhost:${port}`
  api = await requests.newContext({ baseURL, extraHTTPHeaders: { origin: baseURL } })
  const code = app.output().match(/\/setup#(\S+)/)?.[1] ?? ''
  const owner = { name: 'Ada', email: 'ada@example.org', password: 'violet harbour lantern 41' }
  await sendForm(api, '/setup', 'Create account', { code, ...owner, workspace: 'Kills' })
}, 300_000)

afterAll(async () => {
  await api?.dispose()
  const postmaster = postmasterOf(join(folder, 'data'))
  app.process.kill('SIGTERM')
  await app.exit
  expect(postmaster).toBeGreaterThan(0)
  rmSync(folder, { recursive: true })
}, 60_000)

/** A new agent; where its page is, and where its editor saves to. */
async function createAgent(name: string): Promise<{ edit: string; saveUrl: string; account: string }> {
  const answer = await sendForm(api, '/w/kills/agents/new', 'Create agent', { name, kind: 'agent' })
  const page = (await answer.text()).replaceAll('\\"', '"')
  const found = (pattern: RegExp) => pattern.exec(page)?.[1] ?? ''
  return {
    edit: new URL(answer.url()).pathname,
    saveUrl: found(/"saveUrl":"([^"]+)"/),
    account: found(/"account":"([^"]+)"/),
  }
}

const KILLS = Number(process.env['KILLS'] ?? 5)

test(`every save that was acknowledged is there after each of ${KILLS} kills in the middle of saving`, async () => {
  const { saveUrl, account } = await createAgent('Saved')
  const empty = { schemaVersion: 1, formula: 'aivss-0.8', factorSet: 'goal-planning' }
  let acknowledged = { version: 1, name: 'Saved' }
  let saves = 0
  const saveUntilItFails = async () => {
    for (;;) {
      const name = `Save ${acknowledged.version}`
      const data = { account, version: acknowledged.version, document: { ...empty, name } }
      const answer = await api.put(saveUrl, { data }).catch(() => undefined)
      if (answer?.status() !== 200) return
      acknowledged = { version: savedSchema.parse(await answer.json()).version, name }
      saves += 1
    }
  }
  for (let kill = 0; kill < KILLS; kill += 1) {
    const before = saves
    const saving = saveUntilItFails()
    // Not at a quiet moment, and not always after the same number of saves.
    await expect.poll(() => saves, { interval: 1 }).toBeGreaterThan(before + 3 + ((kill * 7) % 11))
    await killAndRestart()
    await saving
    const stored = storedSchema.parse(await (await api.get(saveUrl)).json())
    const mayBe = [acknowledged.name, `Save ${acknowledged.version}`]
    expect(mayBe).toContain(stored.document.name)
    expect(stored.version).toBeGreaterThanOrEqual(acknowledged.version)
    acknowledged = { version: stored.version, name: stored.document.name ?? '' }
  }
  expect(saves).toBeGreaterThan(KILLS * 3)
}, 300_000)

test('whoever types on while the server is killed and started again three times loses nothing', async () => {
  const { edit } = await createAgent('Typed')
  const browser = await chromium.launch(LAUNCH)
  try {
    const context = await browser.newContext({ storageState: await api.storageState() })
    const page = await context.newPage()
    await page.goto(`http://localhost:${port}${edit}`)
    let isTyping = true
    const typing = typeWords(page, () => isTyping)
    for (let kill = 0; kill < 3; kill += 1) {
      await expect.poll(() => page.locator('[data-desk] b', { hasText: /^Saved$/ }).count(), POLL).toBe(1)
      await killAndRestart()
    }
    isTyping = false
    const typed = await typing
    await expect.poll(() => page.locator('[data-desk] b', { hasText: /^Saved$/ }).count(), POLL).toBe(1)
    await page.reload()
    expect(await page.getByLabel('Description').inputValue()).toBe(typed)
    expect(typed.length).toBeGreaterThan(100)
  } finally {
    await browser.close()
  }
}, 300_000)

const POLL = { interval: 50, timeout: 60_000 }

/** Words one after the other with the pauses that people make, until it is enough; what was typed altogether. */
async function typeWords(page: Page, goesOn: () => boolean): Promise<string> {
  const field = page.getByLabel('Description')
  // Until the page has come to life the field takes nothing, and shows it.
  await field.click()
  let typed = ''
  for (let word = 1; goesOn(); word += 1) {
    const text = `word${word} `
    await field.pressSequentially(text, { delay: 30 })
    typed += text
    await page.evaluate((ms) => new Promise((resolve) => setTimeout(resolve, ms)), (word * 137) % 900)
  }
  return typed
}
