import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { APIResponse, Page } from '@playwright/test'
import { test as base, expect } from './people'
import { sendForm } from './send-form'

export { expect }

/** A document with all that publishing needs, under another name. */
export const documentNamed = (name: string): string => {
  const { document } = JSON.parse(readFileSync('prisma/demo/configcat-mcp-server.json', 'utf8'))
  return JSON.stringify({ ...document, name })
}

export type Desk = {
  /** Sends a form of a page below the workspace, as the owner and as a browser without script does. */
  readonly send: (path: string, button: string, typed?: Record<string, string>) => Promise<APIResponse>
  /** The path of a new agent with a complete draft, below the workspace. */
  readonly begin: (name?: string, text?: string) => Promise<string>
  readonly publish: (agent: string) => Promise<unknown>
  readonly at: string
}

export const test = base.extend<{ desk: Desk }>({
  desk: async ({ owner: { page, workspace }, baseURL }, use) => {
    const at = `/w/${workspace}`
    const headers = { origin: baseURL ?? '' }
    const send: Desk['send'] = (path, button, typed = {}) =>
      sendForm(page.request, `${at}${path}`, button, typed, { headers })
    const begin: Desk['begin'] = async (name = 'Harbour Pilot', text = documentNamed(name)) => {
      const shown = await (await send(NEW, 'Read it', { text })).text()
      const seen = shown.match(/name="seen" value="(\w{64})"/)?.[1] ?? ''
      const created = await send(NEW, 'Read it', { text, seen })
      return new URL(created.url()).pathname.slice(at.length).replace(/\/edit$/, '')
    }
    const publish = (agent: string) => send(`${agent}/publish`, 'Publish', { note: '', byline: '' })
    await use({ at, send, begin, publish })
  },
})

export const NEW = '/agents/new?from=document'

/** Changes the draft as the editor would, so that there is something new to publish. */
export async function write(page: Page, home: string, summary: string): Promise<void> {
  await page.goto(`${home}/edit`)
  await page.getByLabel('Summary').fill(summary)
  await expect.poll(async () => (await page.request.get(`${home}/edit`)).text()).toContain(summary)
}

export const publicName = (): string => `pilot-${randomUUID().slice(0, 8)}`
