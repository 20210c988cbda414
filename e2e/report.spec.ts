import { DEMO_SLUGS, expect, test } from './fixtures'

const report = (slug: string) => `/agents/${slug}/threat-model`

for (const slug of DEMO_SLUGS) {
  test(`${slug}: one file of at most 40 KB, no script, no request`, async ({ page, request }) => {
    const response = await request.get(report(slug))
    expect(response.status()).toBe(200)
    const html = await response.text()
    expect(Buffer.byteLength(html)).toBeLessThanOrEqual(40 * 1024)
    expect(html).not.toMatch(/<script|<iframe|<img|javascript:|\son[a-z]+=/i)
    const requests: string[] = []
    page.on('request', (one) => requests.push(one.url()))
    await page.goto(report(slug), { waitUntil: 'networkidle' })
    expect(requests.filter((url) => !url.startsWith('data:'))).toHaveLength(1)
    expect(response.headers()['content-security-policy']).toMatch(/default-src 'none'; style-src 'sha256-/)
  })

  test(`${slug}: prints on at most three A4 pages`, async ({ page }) => {
    await page.goto(report(slug))
    const pdf = (await page.pdf({ format: 'A4', preferCSSPageSize: true })).toString('latin1')
    const pages = pdf.match(/\/Type\s*\/Page\b(?!s)/g) ?? []
    expect(pages.length).toBeGreaterThan(0)
    expect(pages.length).toBeLessThanOrEqual(3)
  })

  test(`${slug}: ten factors with a reason, seven layers with a certainty, in order`, async ({ page }) => {
    await page.goto(report(slug))
    const rows = page.getByRole('table').filter({ hasText: 'Why' }).getByRole('row')
    await expect(rows).toHaveCount(11)
    await expect(page.getByRole('heading', { level: 3 }).filter({ hasText: /^L\d/ })).toHaveText([
      'L1 Foundation Models',
      'L2 Data Operations',
      'L3 Agent Frameworks',
      'L4 Deployment & Infrastructure',
      'L5 Evaluation & Observability',
      'L6 Security & Compliance',
      'L7 Agent Ecosystem',
    ])
    await expect(page.locator('.layer .certainty')).toHaveText(
      Array(7).fill(/^(Mapped|Not certain from the listing)$/),
    )
  })
}

test('the DigitalOcean report shows the published figures', async ({ page }) => {
  await page.goto(report('digitalocean-mcp-server'))
  const head = page.getByRole('article').locator('header')
  for (const text of [
    '9.5',
    'Critical',
    'CVSS base',
    '9.1',
    'Factor sum',
    '4.5',
    'AARS',
    '0.45',
    '×1.1',
    '×1.0',
  ])
    await expect(head).toContainText(text)
  await expect(page.getByText('(9.1 + 0.4455) × 1').first()).toBeVisible()
})

test('the Azure report says that it lies below its CVSS base, with the floor score beside it', async ({
  page,
}) => {
  await page.goto(report('azure-mcp-server-mcp'))
  const head = page.getByRole('article').locator('header')
  for (const text of ['7.9', 'High', '9.9 Critical']) await expect(head).toContainText(text)
  await expect(page.getByText('The score 7.9 lies below the CVSS base 9.8')).toBeVisible()
})

test('a report leads back to its listing and stays at the address of its revision', async ({ page }) => {
  await page.goto(`${report('azure-mcp-server-mcp')}/1`)
  await page.getByRole('link', { name: '← Azure MCP Server' }).click()
  await expect(page).toHaveURL(/\/agents\/azure-mcp-server-mcp$/)
})

test('the twins say the same as the page', async ({ request }) => {
  const path = report('digitalocean-mcp-server')
  const json = await (await request.get(`${path}.json`)).json()
  expect(json).toMatchObject({
    revision: 1,
    score: { score: 9.5, aars: 0.4455 },
    document: { schemaVersion: 1 },
  })
  expect(await (await request.get(`${path}/1.json`)).json()).toEqual(json)
  expect(await (await request.get('/api/v1/library/digitalocean-mcp-server')).json()).toEqual(json)
  const markdown = await (await request.get(`${path}.md`)).text()
  for (const text of [
    '# DigitalOcean MCP Server',
    '9.5 · Critical',
    '| Autonomy of Action | 0.80 |',
    '### L6 Security',
  ])
    expect(markdown).toContain(text)
  expect(await (await request.get(`${path}/1.md`)).text()).toBe(markdown)
})

test('the badge states score and severity and may be shown on other hosts', async ({ request }) => {
  const response = await request.get(`${report('azure-mcp-server-mcp')}/badge.svg`)
  expect(response.headers()['content-type']).toContain('image/svg+xml')
  expect(response.headers()['cross-origin-resource-policy']).toBe('cross-origin')
  const svg = await response.text()
  expect(svg).toContain('<title>Azure MCP Server: agentic risk 7.9 High (AIVSS)</title>')
  expect(svg).not.toMatch(/<script|href=/)
})

test('unknown agents and revisions are 404 in every form', async ({ request }) => {
  const paths = [
    'nobody/threat-model',
    'azure-mcp-server-mcp/threat-model/2',
    'azure-mcp-server-mcp/threat-model/0',
  ]
  for (const path of paths)
    for (const form of ['', '.json', '.md'])
      expect((await request.get(`/agents/${path}${form}`)).status(), path + form).toBe(404)
  expect((await request.get('/agents/nobody/threat-model/badge.svg')).status()).toBe(404)
})
