import type { Page } from '@playwright/test'
import { expectSaved, openEditor, saveState, startAgent } from './desk'
import { expectAccessible, expectNoSidewaysScroll, SCHEMES, WIDTHS } from './fixtures'
import { expect, test } from './people'

const summary = (page: Page) => page.getByLabel('Summary')
const vendor = (page: Page) => page.getByLabel('Vendor')
const factors = (page: Page) => page.getByLabel('Typed value, 0.00 to 1.00')

/** What this browser keeps of any draft. */
const keptTexts = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    Object.entries(localStorage).flatMap(([key, value]) =>
      key.startsWith('fullscore.draft.') ? [value] : [],
    ),
  )

test('what is typed is on the server after a pause, and the browser keeps no copy of it then', async ({
  owner,
}) => {
  const { page } = owner
  await startAgent(owner)
  await summary(page).fill('Reads and answers mail.')
  await expectSaved(page)
  await expect.poll(() => keptTexts(page)).toEqual([])
  await page.reload()
  await expect(summary(page)).toHaveValue('Reads and answers mail.')
})

test('a factor is unrated until somebody rates it, and the score needs all ten', async ({ owner }) => {
  const { page } = owner
  await startAgent(owner)
  await expect(page.getByText('Missing: CVSS, 10 of 10 factors')).toBeVisible()
  await page.getByLabel('CVSS base score or vector').fill('9.1')
  await expect(factors(page)).toHaveCount(10)
  for (const field of (await factors(page).all()).slice(1)) await field.fill('0.5')
  await expect(page.getByText('Missing: 1 of 10 factors')).toBeVisible()
  const slider = page.getByRole('slider', { name: 'Autonomy of Action' })
  await slider.press('ArrowRight')
  await expect(page.getByText(/The server computes the same: 9\.\d Critical/)).toBeVisible()
  const before = await page.locator('#derivation ~ ol, [data-desk] ol').first().textContent()
  await slider.press('End')
  await expect.poll(() => page.locator('[data-desk] ol').first().textContent()).not.toBe(before)
})

test('a figure of the server that differs is told, and is the one that counts', async ({ owner }) => {
  const { page } = owner
  await page.route('**/drafts/*', async (route) => {
    const response = await route.fetch()
    const score = { score: 1.5, severity: 'Low' }
    await route.fulfill({ response, json: { ...(await response.json()), score } })
  })
  await startAgent(owner)
  await page.getByLabel('CVSS base score or vector').fill('9.1')
  for (const field of await factors(page).all()) await field.fill('0.5')
  await expect(page.getByText('The server computes 1.5 Low. Its figure counts')).toBeVisible()
})

test('two tabs that change different fields end with both', async ({ owner, openBrowser }) => {
  const address = await startAgent(owner)
  const other = await openBrowser(owner.cookies)
  await openEditor(other, address)
  await summary(owner.page).fill('From the first tab.')
  await expectSaved(owner.page)
  await vendor(other).fill('From the second tab')
  await expectSaved(other)
  await expect(summary(other)).toHaveValue('From the first tab.')
  await expect(other.getByText(/changed Summary\. It has been put together/)).toBeVisible()
  await other.reload()
  await expect(summary(other)).toHaveValue('From the first tab.')
  await expect(vendor(other)).toHaveValue('From the second tab')
})

for (const [choice, stands] of [
  ['Keep mine', 'What I wrote.'],
  ['Take theirs', 'What they wrote.'],
] as const)
  test(`of a field that two people changed the second sees both texts: ${choice}`, async ({
    owner,
    join,
  }) => {
    const address = await startAgent(owner)
    const { page, name } = await join('editor', 'Eve Editor')
    await openEditor(page, address)
    await summary(owner.page).fill('What they wrote.')
    await expectSaved(owner.page)
    await summary(page).fill('What I wrote.')
    await expect(saveState(page, 'Conflict')).toBeVisible()
    const region = page.getByRole('region', { name: 'Two texts, one field: choose' })
    await expect(region.getByLabel('Yours, here')).toHaveValue('What I wrote.')
    await expect(region.getByLabel(`Theirs, saved by ${owner.name}`)).toHaveValue('What they wrote.')
    await expectAccessible(page)
    expect(name).not.toBe(owner.name)
    await region.getByRole('button', { name: `${choice}: Summary` }).press('Enter')
    await expect(region).toBeHidden()
    await expect(summary(page)).toBeFocused()
    await expectSaved(page)
    await page.reload()
    await expect(summary(page)).toHaveValue(stands)
  })

test('the network goes in the middle of a sentence, and comes back', async ({ owner }) => {
  const { page } = owner
  await startAgent(owner)
  await summary(page).pressSequentially('This half is typed with a network, ')
  await page.context().setOffline(true)
  await summary(page).pressSequentially('and this half without.')
  await expect(saveState(page, 'Offline')).toBeVisible()
  await page.context().setOffline(false)
  await expectSaved(page)
  await page.reload()
  await expect(summary(page)).toHaveValue('This half is typed with a network, and this half without.')
})

test('a tab that is closed without a network brings its text back', async ({ owner }) => {
  const { page } = owner
  const address = await startAgent(owner)
  await page.context().setOffline(true)
  await summary(page).fill('Typed on a train.')
  await expect(saveState(page, 'Offline')).toBeVisible()
  const context = page.context()
  const again = await context.newPage()
  await page.close()
  await context.setOffline(false)
  await again.goto(address)
  await expect(summary(again)).toHaveValue('Typed on a train.')
  await expectSaved(again)
})

test('the session ends in the middle of a sentence: nobody else sees it, and it waits for who typed it', async ({
  owner,
  join,
}) => {
  const { page } = owner
  const address = await startAgent(owner)
  const editor = await join('editor')
  await summary(page).pressSequentially('Before the session ended, ')
  await page.context().clearCookies()
  await summary(page).pressSequentially('and after it.')
  await expect(saveState(page, 'Signed out')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Sign in again in another tab' })).toBeVisible()

  await page.context().addCookies(editor.cookies)
  const another = await page.context().newPage()
  await openEditor(another, address)
  await expectSaved(another)
  await expect(summary(another)).not.toHaveValue(/after it/)
  await another.close()
  await page.bringToFront()
  await expect(saveState(page, 'Signed out')).toBeVisible()

  await page.context().addCookies(owner.cookies)
  // By now it tries again every ten seconds.
  await expect(saveState(page, 'Saved')).toBeVisible({ timeout: 30_000 })
  await page.reload()
  await expect(summary(page)).toHaveValue('Before the session ended, and after it.')
})

test("signing out takes along what this browser keeps of the account, and leaves what is another person's", async ({
  owner,
}) => {
  const { page } = owner
  await startAgent(owner)
  await page.getByLabel('Home page').fill('https:/')
  await expect.poll(async () => (await keptTexts(page)).length).toBe(1)
  await page.evaluate(() => localStorage.setItem('fullscore.draft.another.agent.tab', 'of another'))
  await page.goto('/account')
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.waitForURL(/sign-in/)
  expect(await keptTexts(page)).toEqual(['of another'])
})

test('what cannot be stored yet is said and kept, and everything else is saved', async ({ owner }) => {
  const { page } = owner
  await startAgent(owner)
  await page.getByLabel('Home page').fill('https:/')
  await vendor(page).fill('Acme')
  await expect(page.getByText(/homepage link must be a full address/i).first()).toBeVisible()
  await page.reload()
  await expect(page.getByLabel('Home page')).toHaveValue('https:/')
  await expect(vendor(page)).toHaveValue('Acme')
  await page.getByLabel('Home page').fill('https://example.org')
  await expectSaved(page)
})

test('undo and redo go through all fields, and the focus goes along', async ({ owner }) => {
  const { page } = owner
  await startAgent(owner)
  await vendor(page).fill('Acme')
  await summary(page).fill('Something.')
  await page.keyboard.press('Control+z')
  await expect(summary(page)).toHaveValue('')
  await page.keyboard.press('Control+z')
  await expect(vendor(page)).toHaveValue('')
  await expect(vendor(page)).toBeFocused()
  await page.keyboard.press('Control+Shift+z')
  await page.keyboard.press('Control+y')
  await expect(summary(page)).toHaveValue('Something.')
  await expect(summary(page)).toBeFocused()
})

test('what publishing still needs is listed, and each item leads to its field', async ({ owner }) => {
  const { page } = owner
  await startAgent(owner)
  const missing = page.getByRole('region', { name: 'Before it can be published' })
  await missing
    .getByRole('link', { name: /L3 Agent Frameworks/ })
    .first()
    .click()
  await expect(page.getByRole('tab', { name: /Agent Frameworks/ })).toBeFocused()
  await expect(page.getByRole('tab', { name: /Agent Frameworks/ })).toHaveAttribute('aria-selected', 'true')
  await missing.getByRole('link', { name: 'Write a summary.' }).click()
  await expect(summary(page)).toBeFocused()
  await page.keyboard.type('Written.')
  await expect(missing.getByRole('link', { name: 'Write a summary.' })).toBeHidden()
})

test('the editor is accessible and fits in every width and theme', async ({ owner }) => {
  const { page } = owner
  await startAgent(owner)
  for (const width of WIDTHS)
    for (const colorScheme of SCHEMES) {
      await page.setViewportSize({ width, height: 844 })
      await page.emulateMedia({ colorScheme })
      await expectAccessible(page)
      await expectNoSidewaysScroll(page)
    }
})

test('a viewer has no editor, and is told what a missing page is told', async ({ owner, join }) => {
  const address = await startAgent(owner)
  const { page } = await join('viewer')
  const answer = await page.goto(address)
  expect(answer?.status()).toBe(404)
})
