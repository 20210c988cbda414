import { once } from 'node:events'
import { createServer } from 'node:http'
import type { APIRequestContext, Browser } from '@playwright/test'
import { expect, publicName, test, write } from './complete-agents'
import { expectAccessible, expectNoSidewaysScroll, SCHEMES } from './fixtures'

const badgeIn = async (request: APIRequestContext, path: string): Promise<string> => {
  const answer = await request.get(path)
  return answer.status() === 200 ? ((await answer.text()).match(/<title>([^<]*)/)?.[1] ?? '') : 'gone'
}

test('a badge address shows severity and score, names nobody, and goes when it is removed', async ({
  owner: { page, workspace },
  desk: { at, begin, publish, send },
  openBrowser,
  baseURL,
}) => {
  const agent = await begin('Harbour Pilot')
  await publish(agent)
  await page.goto(`${at}${agent}`)
  await page.getByRole('link', { name: 'Badges' }).click()
  await expect(page.getByText('The agent is private')).toBeVisible()
  await page.getByRole('button', { name: 'Create badge address' }).click()
  const snippet = page.locator('code')
  await expect(snippet).toHaveText(/^!\[Agentic risk\]\(http.*\/badge\/[\w-]{27}\.svg\)$/)
  const path = (await snippet.textContent())?.match(/\/badge\/[^)]+/)?.[0] ?? ''
  const { request } = (await openBrowser()).context()
  expect(await badgeIn(request, path)).toBe('gone')
  await send(agent, 'Change who can read it', { visibility: 'link' })
  const answer = await request.get(path)
  expect(answer.headers()).toMatchObject({
    'content-type': 'image/svg+xml; charset=utf-8',
    'cache-control': 'no-store',
    'x-robots-tag': 'noindex',
    'cross-origin-resource-policy': 'cross-origin',
  })
  const svg = await answer.text()
  expect(svg).toMatch(/<title>Agentic risk \d+\.\d (None|Low|Medium|High|Critical) \(AIVSS\)<\/title>/)
  for (const secret of ['Harbour', workspace, agent.split('/').at(-1) ?? '?', baseURL ?? '?', 'href'])
    expect(svg).not.toContain(secret)
  await page.goto(`${at}${agent}/badges`)
  await expect(page.getByRole('img', { name: 'The badge of the latest revision' })).toBeVisible()
  for (const colorScheme of SCHEMES) {
    await page.emulateMedia({ colorScheme })
    await expectAccessible(page)
  }
  await page.setViewportSize({ width: 390, height: 800 })
  await expectNoSidewaysScroll(page)
  await page.getByRole('button', { name: 'Remove' }).click()
  await expect(page.getByText('There is no badge address yet.')).toBeVisible()
  expect(await badgeIn(request, path)).toBe('gone')
})

test('a pinned badge is outdated once a newer revision is published, and never by a draft', async ({
  owner: { page },
  desk: { at, begin, publish, send },
  openBrowser,
}) => {
  const agent = await begin()
  await publish(agent)
  await send(agent, 'Change who can read it', { visibility: 'link' })
  for (const shows of ['latest', '1']) await send(`${agent}/badges`, 'Create badge address', { shows })
  await page.goto(`${at}${agent}/badges`)
  const paths = (await page.locator('code').allInnerTexts()).map(
    (text) => text.match(/\/badge\/[^)]+/)?.[0] ?? '',
  )
  const { request } = (await openBrowser()).context()
  const badges = () => Promise.all(paths.map((path) => badgeIn(request, path)))
  const before = await badges()
  expect(before.join()).not.toMatch(/outdated|gone/)
  await write(page, `${at}${agent}`, 'Something that nobody has published yet.')
  expect(await badges()).toEqual(before)
  await page.goto(`${at}${agent}/badges`)
  await expect(page.getByText('The draft has changes that are not published.')).toBeVisible()
  await publish(agent)
  const [pinned, latest] = await badges()
  expect(pinned).toMatch(/, outdated$/)
  expect(latest).not.toContain('outdated')
  await page.goto(`${at}${agent}`)
  await page.locator('summary', { hasText: 'Withdraw revision 1' }).click()
  await page.getByRole('button', { name: 'Withdraw revision 1' }).click()
  await expect(page.getByText(/^Withdrawn on/)).toBeVisible()
  expect((await badges())[0]).toBe('gone')
})

test('a viewer sees the badges and makes none', async ({ desk: { at, begin, publish, send }, join }) => {
  const agent = await begin()
  await publish(agent)
  await send(`${agent}/badges`, 'Create badge address', { shows: 'latest' })
  const { page } = await join('viewer')
  await page.goto(`${at}${agent}/badges`)
  await expect(page.getByText('Shows the latest revision')).toBeVisible()
  await expect(page.getByRole('button', { name: /Create badge|Remove/ })).toHaveCount(0)
})

test('the card shows on the pages of the hosts that the workspace names, and on no others', async ({
  owner: { page, workspace },
  desk: { begin, publish, send },
  browser,
  baseURL,
}) => {
  const agent = await begin(
    'A pilot for harbours whose name is as long as the names of such things have become, and then some more',
  )
  await publish(agent)
  const name = publicName()
  await send(agent, 'List in the library', { publicName: name })
  const card = `${baseURL}/agents/${name}/threat-model/embed`
  const off = await page.request.get(card)
  expect([off.status(), off.headers()['x-frame-options']]).toEqual([404, 'DENY'])
  await page.goto(`/w/${workspace}/settings`)
  const hosts = page.getByLabel('Hosts that may show the card')
  await hosts.fill('docs.example.org\nhttps://docs.example.org/')
  await page.getByRole('button', { name: 'Save settings' }).click()
  await expect(page.getByText('Line 2, “https://docs.example.org/”, is no host.')).toBeVisible()
  await expect(hosts).toHaveValue('docs.example.org\nhttps://docs.example.org/')
  const site = await openOtherSite(card)
  const named = `127.0.0.1:${site.port}`
  await hosts.fill(`${named}\n*.Example.com:8443`)
  await page.getByRole('button', { name: 'Save settings' }).click()
  await expect(page.getByText('Saved.')).toBeVisible()
  const on = await page.request.get(card)
  expect(on.status()).toBe(200)
  expect(on.headers()['x-frame-options']).toBeUndefined()
  expect(on.headers()['content-security-policy']).toContain(
    `frame-ancestors https://${named} http://${named} https://*.example.com:8443`,
  )
  const html = await on.text()
  expect(html).not.toMatch(/<script|<img|src=|\son[a-z]+=/i)
  expect(await framedIn(browser, `http://${named}/`)).toContain('Read the threat model')
  expect(await framedIn(browser, `http://localhost:${site.port}/`)).not.toContain('Read the threat model')
  site.close()
  await page.goto(`/agents/${name}`)
  await expect(page.getByText(`<iframe src="${card}"`)).toBeVisible()
  const oembed = await page.request.get(
    `/agents/${name}/threat-model/oembed?${new URLSearchParams({ url: `${baseURL}/agents/${name}`, maxwidth: '320' })}`,
  )
  expect(await oembed.json()).toMatchObject({ type: 'rich', width: 320, html: expect.stringContaining(card) })
  await page.goto(card)
  for (const width of [280, 640]) {
    await page.setViewportSize({ width, height: 240 })
    for (const colorScheme of SCHEMES) {
      await page.emulateMedia({ colorScheme })
      await expectAccessible(page)
    }
    await expectNoSidewaysScroll(page)
    const cut = await page.evaluate(() => {
      const { scrollHeight = 0, clientHeight = 0 } = document.querySelector('main') ?? {}
      return scrollHeight - clientHeight
    })
    expect(cut).toBeLessThanOrEqual(0)
  }
})

/** A page of somebody else's, which shows the card in a frame. */
async function openOtherSite(card: string): Promise<{ readonly port: number; close(): void }> {
  const body = `<!doctype html><title>A wiki</title><iframe src="${card}" width="480" height="240"></iframe>`
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html')
    response.end(body)
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const address = server.address()
  return { port: typeof address === 'object' ? (address?.port ?? 0) : 0, close: () => server.close() }
}

/** What the frame in a page shows; a browser that refuses it puts a page of its own there. */
async function framedIn(browser: Browser, url: string): Promise<string> {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(url, { waitUntil: 'networkidle' })
  const text = await page.frames()[1]?.evaluate(() => document.body.textContent)
  await context.close()
  return text ?? ''
}

test('badge, card and oEmbed under a former public name lead to the same under the present one', async ({
  desk: { begin, publish, send },
  openBrowser,
}) => {
  const agent = await begin()
  await publish(agent)
  const [before, after] = [publicName(), publicName()]
  await send(agent, 'List in the library', { publicName: before })
  await send(agent, 'Change public name', { publicName: after })
  const { request } = (await openBrowser()).context()
  for (const form of ['badge.svg', 'embed', 'oembed?url=x&format=json', '.html', '/1.html']) {
    const below = form.startsWith('.') || form.startsWith('/') ? form : `/${form}`
    const answer = await request.get(`/agents/${before}/threat-model${below}`, { maxRedirects: 0 })
    expect(answer.status(), form).toBe(307)
    expect(answer.headers()['location'], form).toBe(`/agents/${after}/threat-model${below}`)
  }
})
