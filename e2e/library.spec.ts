import { expect, test } from './fixtures'
import { scriptBytes } from './script-bytes'

const BY_SCORE = [
  'Sequential DevOps: Kubernetes MCP Server',
  'DigitalOcean MCP Server',
  'Azure MCP Server',
  'Cloudflare MCP Servers',
  'ConfigCat/mcp-server',
]

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with script' : 'without script', () => {
    test.use({ javaScriptEnabled })

    test('the library lists the five systems, the highest score first', async ({ page }) => {
      await page.goto('/')
      await expect(page.getByRole('article').getByRole('heading')).toHaveText(BY_SCORE)
      await expect(page.getByRole('article').nth(1)).toContainText('9.5')
      await expect(page.getByRole('article').nth(1)).toContainText('Critical')
    })

    test('search, severity, tag and order narrow the list, and the address holds them', async ({ page }) => {
      await page.goto('/')
      await page.getByLabel('Severity').selectOption('Critical')
      await page.getByLabel('Sort by').selectOption('Name, A to Z')
      await page.getByRole('button', { name: 'Apply' }).click()
      await expect(page.getByRole('article').getByRole('heading')).toHaveText([
        'DigitalOcean MCP Server',
        'Sequential DevOps: Kubernetes MCP Server',
      ])
      await expect(page).toHaveURL(/severity=Critical/)
      await page.reload()
      await expect(page.getByLabel('Severity')).toHaveValue('Critical')
      await expect(page.getByText('2 agents', { exact: true })).toBeVisible()
    })

    test('a search without a match says what to try', async ({ page }) => {
      await page.goto('/')
      await page.getByLabel('Search').fill('zeppelin')
      await page.getByRole('button', { name: 'Apply' }).click()
      await expect(page.getByText('Nothing matches all of this.')).toBeVisible()
      await page.getByRole('link', { name: 'Show everything' }).click()
      await expect(page.getByText('5 agents', { exact: true })).toBeVisible()
    })
  })
}

test('an address with nonsense in it shows what can be read and names the rest', async ({ page }) => {
  const response = await page.goto('/?kind=spaceship&severity=High&limit=9999&cursor=nonsense&unknown=1')
  expect(response?.status()).toBe(200)
  await expect(page.getByText('Part of this address was left out')).toBeVisible()
  for (const key of ['kind', 'limit', 'cursor', 'unknown'])
    await expect(page.getByRole('complementary').getByText(key, { exact: true })).toBeVisible()
  await expect(page.getByText('2 agents', { exact: true })).toBeVisible()
})

test('a page after the first continues where the first one ended', async ({ page }) => {
  await page.goto('/?limit=2')
  const seen: string[] = []
  for (;;) {
    seen.push(...(await page.getByRole('article').getByRole('heading').allTextContents()))
    const next = page.getByRole('link', { name: 'Next page' })
    if ((await next.count()) === 0) break
    const before = page.url()
    await next.click()
    await expect(page).not.toHaveURL(before)
  }
  expect(seen).toEqual(BY_SCORE)
})

test('the library needs at most 10 KB of script beyond an empty page', async ({ browser, baseURL }) => {
  const empty = await scriptBytes(browser, `${baseURL}/nowhere`)
  expect(empty).toBeGreaterThan(0)
  expect((await scriptBytes(browser, `${baseURL}/`)) - empty).toBeLessThanOrEqual(10_240)
})
