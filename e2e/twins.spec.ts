import { writeFile } from 'node:fs/promises'
import Ajv2020 from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { readImport } from '../lib/exchange/read-import'
import { DEMO_SLUGS, expect, expectAccessible, expectNoSidewaysScroll, SCHEMES, test } from './fixtures'

const report = (slug: string) => `/agents/${slug}/threat-model`
const AZURE = report('azure-mcp-server-mcp')

for (const slug of DEMO_SLUGS) {
  test(`${slug}: the JSON fits the schema that is published, and imports without loss`, async ({
    request,
  }) => {
    const ajv = new Ajv2020({ strict: false })
    addFormats(ajv)
    const isReport = ajv.compile(await (await request.get('/schema/report-1.json')).json())
    for (const path of [`${report(slug)}.json`, `${report(slug)}/1.json`]) {
      const text = await (await request.get(path)).text()
      expect(isReport(JSON.parse(text)), JSON.stringify(isReport.errors)).toBe(true)
      const read = readImport(text)
      expect(read.ok && read.value.draft).toEqual(JSON.parse(text).document)
    }
  })
}

test('the HTML download is named for people, and read from disk it is the page and asks for nothing', async ({
  browser,
  page,
  request,
}, testInfo) => {
  for (const path of [AZURE, `${AZURE}/1`]) {
    const answer = await request.get(`${path}.html`)
    expect(answer.headers()['content-disposition']).toBe(
      `attachment; filename="Azure MCP Server threat model_ revision 1.html"; filename*=UTF-8''Azure%20MCP%20Server%20threat%20model%2C%20revision%201.html`,
    )
    const file = testInfo.outputPath('report.html')
    await writeFile(file, await answer.body())
    const offline = await browser.newContext({ offline: true })
    const opened = await offline.newPage()
    const requests: string[] = []
    opened.on('request', (one) => requests.push(one.url()))
    await opened.goto(`file://${file}`)
    expect(requests.filter((url) => !url.startsWith('data:'))).toEqual([`file://${file}`])
    await page.goto(path)
    const shown = () => document.body.textContent
    expect(await opened.evaluate(shown)).toBe(await page.evaluate(shown))
    const font = () => getComputedStyle(document.querySelector('h1') ?? document.body).fontSize
    expect(await opened.evaluate(font)).toBe(await page.evaluate(font))
    await offline.close()
  }
})

test('a link to a report, a listing or the library says what a preview shows', async ({
  request,
  baseURL,
}) => {
  const metaOf = async (path: string) =>
    Object.fromEntries(
      [
        ...(await (await request.get(path)).text()).matchAll(
          /<meta (?:property|name)="([^"]+)" content="([^"]*)"/g,
        ),
      ].map(([, name, content]) => [name, content]),
    )
  const image = `${baseURL}${AZURE}/1/og.png`
  const title = 'Azure MCP Server: agentic threat model · 7.9 High'
  const shown = {
    'og:title': title,
    'og:site_name': 'Fullscore',
    'og:image': image,
    'og:image:width': '1200',
  }
  expect(await metaOf(AZURE)).toMatchObject({ ...shown, 'og:url': `${baseURL}${AZURE}` })
  expect(await metaOf('/agents/azure-mcp-server-mcp')).toMatchObject({
    ...shown,
    'og:url': `${baseURL}/agents/azure-mcp-server-mcp`,
    'twitter:card': 'summary_large_image',
  })
  expect(await metaOf('/?q=azure')).toMatchObject({
    'og:url': expect.stringMatching(/^http:\/\/localhost:\d+\/?$/),
    'og:site_name': 'Fullscore',
  })
})

test('whoever shows a link to a report is told by oEmbed how', async ({ request, baseURL }) => {
  const html = await (await request.get(AZURE)).text()
  const discovered = html
    .match(/type="application\/json\+oembed" href="([^"]+)"/)?.[1]
    ?.replaceAll('&amp;', '&')
  const answer = await request.get(`${discovered}&maxwidth=1600&maxheight=900&referrer=x&for=y`)
  expect(await answer.json()).toEqual({
    type: 'link',
    version: '1.0',
    title: 'Azure MCP Server: agentic threat model · 7.9 High',
    author_name: expect.any(String),
    provider_name: 'Fullscore',
    provider_url: `${baseURL}/`,
    thumbnail_url: `${baseURL}${AZURE}/1/og.png`,
    thumbnail_width: 1200,
    thumbnail_height: 630,
  })
  const oembed = (query: Record<string, string>) =>
    request.get(`${AZURE}/oembed?${new URLSearchParams({ url: `${baseURL}${AZURE}`, ...query })}`)
  expect((await oembed({})).status()).toBe(200)
  expect((await oembed({ format: 'xml' })).status()).toBe(501)
  expect((await oembed({ maxwidth: '0' })).status()).toBe(422)
  expect((await oembed({ url: `${baseURL}${report('configcat-mcp-server')}` })).status()).toBe(404)
  expect((await oembed({ url: `https://evil.example${AZURE}` })).status()).toBe(404)
  expect((await request.get(`${AZURE}/oembed`)).status()).toBe(422)
})

test('no page may show a card unless a workspace names it, and an unknown agent is told in the same words', async ({
  request,
}) => {
  const [off, unknown] = [await request.get(`${AZURE}/embed`), await request.get(`${report('nobody')}/embed`)]
  expect([off.status(), unknown.status()]).toEqual([404, 404])
  expect(await off.text()).toBe(await unknown.text())
  expect(off.headers()['x-frame-options']).toBe('DENY')
})

test('whatever is no badge address is told in the same words, to the letter', async ({ request }) => {
  const code = 'a'.repeat(27)
  const paths = [
    `${code}.svg`,
    `${code}`,
    'x.svg',
    '[code].svg',
    ':code.svg',
    '%00.svg',
    `${code}/${code}.svg`,
    '.svg',
  ]
  const answers = await Promise.all(paths.map((path) => request.get(`/badge/${path}`)))
  const told = await Promise.all(
    answers.map(async (answer) => {
      const {
        'x-request-id': _id,
        date: _date,
        'content-security-policy': policy,
        ...headers
      } = answer.headers()
      const text = await answer.text()
      return JSON.stringify([answer.status(), text, headers, policy?.replace(/'nonce-[^']+'/g, '')])
    }),
  )
  expect(answers[0]?.status()).toBe(404)
  expect(answers[0]?.headers()).toMatchObject({ 'x-robots-tag': 'noindex', 'cache-control': 'no-store' })
  expect(new Set(told).size).toBe(1)
})

test('a listing offers the report in every form, and the line for its badge', async ({ page, baseURL }) => {
  await page.goto('/agents/azure-mcp-server-mcp')
  const section = page.getByRole('region', { name: 'Pass it on' })
  for (const [name, form] of [
    ['PDF', 'pdf'],
    ['HTML', 'html'],
    ['Markdown', 'md'],
    ['JSON', 'json'],
  ] as const)
    await expect(section.getByRole('link', { name })).toHaveAttribute('href', `${AZURE}.${form}`)
  await expect(section.locator('code')).toHaveText(
    `[![Agentic risk of Azure MCP Server](${baseURL}${AZURE}/badge.svg)](${baseURL}${AZURE})`,
  )
  await expect(section.getByRole('img')).toHaveJSProperty('complete', true)
  for (const colorScheme of SCHEMES) {
    await page.emulateMedia({ colorScheme })
    await expectAccessible(page)
  }
  await page.setViewportSize({ width: 390, height: 800 })
  await expectNoSidewaysScroll(page)
})
