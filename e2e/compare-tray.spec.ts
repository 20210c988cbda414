import type { Page } from '@playwright/test'
import { expect, expectAccessible, expectNoSidewaysScroll, SCHEMES, test, WIDTHS } from './fixtures'

const tray = (page: Page) => page.getByRole('form', { name: 'To compare' })
const tick = (page: Page, name: string) => page.getByLabel(`Compare ${name}`, { exact: true })

test('what is ticked stays while somebody searches, reads and goes back, and is compared in its order', async ({
  page,
}) => {
  await page.goto('/')
  await expect(tray(page)).toBeHidden()
  await tick(page, 'ConfigCat/mcp-server').check()
  await expect(tray(page)).toContainText('Tick one more to compare.')
  await page.goto('/?severity=Critical')
  await expect(tray(page)).toContainText('1 of 6 to compare')
  await page.getByRole('link', { name: 'DigitalOcean MCP Server', exact: true }).click()
  await tick(page, 'DigitalOcean MCP Server').check()
  await tray(page).getByRole('button', { name: 'Compare' }).click()
  await expect(page).toHaveURL('/compare?agents=configcat-mcp-server,digitalocean-mcp-server')
})

test('the tray is seen by other tabs, and emptied one by one or at once', async ({ page, context }) => {
  await page.goto('/')
  for (const name of ['Azure MCP Server', 'Cloudflare MCP Servers', 'ConfigCat/mcp-server'])
    await tick(page, name).check()
  const other = await context.newPage()
  await other.goto('/')
  await expect(tick(other, 'Azure MCP Server')).toBeChecked()
  await tray(other).getByText('3 of 6 to compare').click()
  await tray(other).getByRole('button', { name: 'Remove Azure MCP Server' }).click()
  await expect(tick(page, 'Azure MCP Server')).not.toBeChecked()
  await tray(page).getByRole('button', { name: 'Clear' }).click()
  await expect(tray(other)).toBeHidden()
})

test('a seventh agent is not taken, and the tray says so', async ({ page }) => {
  await page.addInitScript(() => {
    const six = Array.from({ length: 6 }, (_, index) => ({ key: `a${index}`, name: `Agent ${index}` }))
    if (localStorage.length === 0) localStorage.setItem('fullscore.compare./compare', JSON.stringify(six))
  })
  await page.goto('/')
  await tick(page, 'Azure MCP Server').focus()
  await page.keyboard.press('Space')
  await expect(tick(page, 'Azure MCP Server')).not.toBeChecked()
  await expect(tray(page)).toContainText('6 is the most. Remove one to add another.')
})

test('the keyboard ticks and compares', async ({ page }) => {
  await page.goto('/')
  for (const name of ['Azure MCP Server', 'ConfigCat/mcp-server']) {
    await tick(page, name).focus()
    await page.keyboard.press('Space')
  }
  await tray(page).getByRole('button', { name: 'Clear' }).focus()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/compare?agents=azure-mcp-server-mcp,configcat-mcp-server')
})

test('the tray is accessible in both themes and fits a phone', async ({ page }) => {
  await page.goto('/')
  for (const name of ['Azure MCP Server', 'Cloudflare MCP Servers']) await tick(page, name).check()
  await tray(page).getByText('2 of 6 to compare').click()
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 })
    for (const colorScheme of SCHEMES) {
      await page.emulateMedia({ colorScheme })
      await expectAccessible(page)
    }
    await expectNoSidewaysScroll(page)
  }
})

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })

  test('what is ticked on one page is compared', async ({ page }) => {
    await page.goto('/')
    for (const name of ['Azure MCP Server', 'ConfigCat/mcp-server']) await tick(page, name).check()
    await tray(page).getByRole('button', { name: 'Compare' }).click()
    await expect(page).toHaveURL(/\/compare\?agents=azure-mcp-server-mcp&agents=configcat-mcp-server$/)
    await expect(page.getByRole('heading', { name: /^Why Azure MCP Server/ })).toBeVisible()
  })
})
