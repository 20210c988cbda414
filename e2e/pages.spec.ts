import {
  DEMO_SLUGS,
  expect,
  expectAccessible,
  expectNoSidewaysScroll,
  SCHEMES,
  test,
  WIDTHS,
} from './fixtures'

const PAGES = [
  '/',
  '/?q=kube&severity=Critical',
  '/?severity=Low',
  '/?sort=nonsense&kind=spaceship',
  '/agents/azure-mcp-server-mcp',
  '/calculator',
  '/calculator?cvss=eleven&autonomy=7',
  '/method',
  '/docs/api',
  '/nowhere',
  '/agents/nobody',
  '/agents/nobody/threat-model',
  ...DEMO_SLUGS.map((slug) => `/agents/${slug}/threat-model`),
]

for (const path of PAGES) {
  test(`${path} is accessible in both themes and fits a phone`, async ({ page }) => {
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 800 })
      for (const colorScheme of SCHEMES) {
        await page.emulateMedia({ colorScheme })
        await page.goto(path)
        await expectAccessible(page)
      }
      await expectNoSidewaysScroll(page)
    }
  })
}

test('a page that is not there answers 404 and leads on', async ({ page }) => {
  for (const path of [
    '/nowhere',
    '/agents/nobody',
    '/agents/nobody/threat-model',
    '/agents/azure-mcp-server-mcp/threat-model/99',
  ]) {
    const response = await page.goto(path)
    expect(response?.status(), path).toBe(404)
    await expect(page.getByRole('main').getByRole('link', { name: /library/i })).toBeVisible()
  }
})

test('a chosen theme holds over pages and overrules the system', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' })
  await page.goto('/')
  const background = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
  const light = await background()
  await page.getByRole('button', { name: 'Dark' }).click()
  await expect(page.getByRole('button', { name: 'Dark' })).toHaveAttribute('aria-pressed', 'true')
  const dark = await background()
  expect(dark).not.toBe(light)
  await page.goto('/method')
  expect(await background()).toBe(dark)
})

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })

  test('the theme can be chosen, and one stays on the page', async ({ page }) => {
    await page.goto('/method')
    await page.getByRole('button', { name: 'Dark' }).click()
    await expect(page).toHaveURL(/\/method$/)
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  })
})

test('the keyboard alone reaches a report from the library', async ({ page }) => {
  await page.goto('/')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused()
  await page.keyboard.press('Enter')
  await page.getByRole('searchbox', { name: 'Search' }).focus()
  await page.keyboard.type('azure')
  await page.keyboard.press('Enter')
  await expect(page.getByText('1 agent', { exact: true })).toBeVisible()
  const link = page.getByRole('link', { name: 'Read the threat model of Azure MCP Server' })
  for (
    let step = 0;
    step < 40 && !(await link.evaluate((element) => element === document.activeElement));
    step++
  )
    await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Azure MCP Server' })).toBeVisible()
})
