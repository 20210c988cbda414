import { expectAccessible, expectNoSidewaysScroll, SCHEMES, WIDTHS } from './fixtures'
import { expect, test } from './people'
import { sendForm } from './send-form'
import { createToken, TOKEN } from './tokens'

test.describe.configure({ timeout: 90_000 })

test('an owner makes a token, is told what has to be put right, and sees it once', async ({
  owner: { page, workspace, name },
}) => {
  await page.goto(`/w/${workspace}`)
  await page.getByRole('navigation', { name: 'Workspace' }).getByRole('link', { name: 'Tokens' }).click()
  await expect(page.getByText('No tokens yet.')).toBeVisible()
  await expect(page.getByRole('link', { name: 'reference of the API' })).toHaveAttribute('href', '/docs/api')
  await page.getByRole('checkbox', { name: 'read' }).uncheck()
  await page.getByRole('button', { name: 'Create token' }).click()
  await expect(page.getByText('Name the program that will hold the token.')).toBeVisible()
  await page.getByLabel('Name').fill('Nightly pipeline')
  await page.getByRole('button', { name: 'Create token' }).click()
  await expect(page.getByText('Choose at least one.')).toBeVisible()
  await expect(page.getByLabel('Name')).toHaveValue('Nightly pipeline')
  await expectAccessible(page)
  await page.getByRole('checkbox', { name: 'read' }).check()
  await page.getByRole('checkbox', { name: 'write' }).check()
  await page.getByLabel('Expiry').selectOption('In 90 days')
  await page.getByRole('button', { name: 'Create token' }).click()
  const box = page.getByRole('status').filter({ hasText: 'it is not shown again' })
  await expect(box).toContainText(TOKEN)
  const token = (await box.textContent())?.match(TOKEN)?.[0] ?? ''
  await expect(page.getByText(`curl -H 'Authorization: Bearer ${token}'`)).toBeVisible()
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await box.getByRole('button', { name: 'Copy token' }).click()
  await expect(box.getByRole('button', { name: 'Copied' })).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(token)
  const row = page.getByRole('region', { name: 'API tokens' }).getByRole('listitem')
  await expect(row).toContainText(`Nightly pipeline …${token.slice(-4)}`)
  await expect(row).toContainText('read, write')
  await expect(row).toContainText(`Made by ${name} on`)
  await expect(row).toContainText('Last used: never')
  for (const width of WIDTHS)
    for (const colorScheme of SCHEMES) {
      await page.emulateMedia({ colorScheme })
      await page.setViewportSize({ width, height: 900 })
      await expectNoSidewaysScroll(page)
      await expectAccessible(page)
    }
  await page.reload()
  await expect(row).toContainText('Nightly pipeline')
  expect(await page.content()).not.toContain(token)
})

test('only owners are offered tokens, and only they find them', async ({ owner: { workspace }, join }) => {
  const editor = await join('editor')
  await editor.page.goto(`/w/${workspace}`)
  const places = editor.page.getByRole('navigation', { name: 'Workspace' })
  await expect(places.getByRole('link', { name: 'Members' })).toBeVisible()
  await expect(places.getByRole('link', { name: 'Tokens' })).toHaveCount(0)
  expect((await editor.page.request.get(`/w/${workspace}/tokens`)).status()).toBe(404)
})

test('the list says when a token opens nothing any more, because its maker left', async ({
  owner,
  join,
  act,
}) => {
  const { page, workspace } = owner
  const second = await join('owner', 'Olaf Owner')
  await createToken(await act(second), workspace, ['read'], 'Of the second owner')
  const api = await act(owner)
  await sendForm(api, `/w/${workspace}/members`, `Remove ${second.name}`)
  await page.goto(`/w/${workspace}/tokens`)
  const row = page.getByRole('listitem').filter({ hasText: 'Of the second owner' })
  await expect(row).toContainText(`Made by ${second.name} on`)
  await expect(row).toContainText('Its maker is no longer a member: it opens nothing.')
  await expectAccessible(page)
  await row.getByRole('button', { name: 'Revoke' }).click()
  await expect(page.getByText('No tokens yet.')).toBeVisible()
})

test('a token works without script, and with the keyboard alone', async ({ owner, browser, baseURL }) => {
  const context = await browser.newContext({ ...(baseURL && { baseURL }), javaScriptEnabled: false })
  await context.addCookies(owner.cookies)
  const page = await context.newPage()
  await page.goto(`/w/${owner.workspace}/tokens`)
  await page.getByRole('button', { name: 'Create token' }).click()
  await expect(page.getByText('Name the program that will hold the token.')).toBeVisible()
  await page.getByLabel('Name').focus()
  await page.keyboard.type('By keyboard')
  for (const key of ['Tab', 'Tab', 'Space', 'Tab', 'Tab', 'Tab', 'Enter']) await page.keyboard.press(key)
  await expect(page.getByText(TOKEN).first()).toBeVisible()
  await expect(page.getByRole('button', { name: 'Copy token' })).toBeHidden()
  const row = page.getByRole('region', { name: 'API tokens' }).getByRole('listitem')
  await expect(row).toContainText('read, write')
  await row.getByRole('button', { name: 'Revoke' }).click()
  await expect(page.getByText('No tokens yet.')).toBeVisible()
  await context.close()
})
