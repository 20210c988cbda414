import { randomInt } from 'node:crypto'
import { AxeBuilder } from '@axe-core/playwright'
import { type BrowserContext, test as base, expect, type Page } from '@playwright/test'

export { expect }

/**
 * Every page of every journey is watched: a script error, a breach of the content security policy, a hydration
 * mismatch or a request to another host fails the test that caused it.
 */
export function watch(context: BrowserContext, baseURL: string | undefined): readonly string[] {
  const faults: string[] = []
  context.on('request', (request) => {
    const isOurs = request.url().startsWith(`${baseURL}/`) || request.url().startsWith('data:')
    if (!isOurs) faults.push(`request to ${request.url()}`)
  })
  context.on('weberror', (error) => faults.push(`error: ${error.error().message}`))
  context.on('console', (message) => {
    // The browser reports an answer like these as an error; tests ask for them on purpose.
    const isStatus =
      /the server responded with a status of (403|404|409|422|429|503)|net::ERR_(INTERNET_DISCONNECTED|CONNECTION_REFUSED)/.test(
        message.text(),
      )
    if (message.type() === 'error' && !isStatus) faults.push(`console: ${message.text()}`)
  })
  return faults
}

/** From the block for benchmarks, which nobody has: what is limited for an address is limited for one test alone. */
export const freshAddress = (): string => `198.18.${randomInt(256)}.${randomInt(256)}`

export const test = base.extend<{ watched: undefined }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture needs.
  extraHTTPHeaders: async ({}, use) => use({ 'x-forwarded-for': freshAddress() }),
  watched: [
    async ({ context, baseURL }, use) => {
      const faults = watch(context, baseURL)
      await use(undefined)
      expect(faults).toEqual([])
    },
    { auto: true },
  ],
})

export const DEMO_SLUGS = [
  'digitalocean-mcp-server',
  'sequential-devops-kubernetes-mcp-server',
  'configcat-mcp-server',
  'azure-mcp-server-mcp',
  'cloudflare-mcp-servers',
] as const

export const DEMO_NAMES = [
  'DigitalOcean MCP Server',
  'Sequential DevOps: Kubernetes MCP Server',
  'ConfigCat/mcp-server',
  'Azure MCP Server',
  'Cloudflare MCP Servers',
] as const

/** WCAG 2.2 AA as far as a program can tell. */
export async function expectAccessible(page: Page): Promise<void> {
  // Next may send the title after the page.
  await expect(page).toHaveTitle(/./)
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([])
}

/** Nothing sticks out to the side, so that nobody has to scroll a line to read it. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const { content, view } = await page.evaluate(() => ({
    content: document.documentElement.scrollWidth,
    view: document.documentElement.clientWidth,
  }))
  expect(content).toBeLessThanOrEqual(view)
}

export const WIDTHS = [1280, 390] as const
export const SCHEMES = ['light', 'dark'] as const
