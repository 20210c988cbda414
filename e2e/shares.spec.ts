import type { Locator, Page } from '@playwright/test'
import { createLink } from './agents'
import { expect, test } from './complete-agents'
import { expectAccessible, expectNoSidewaysScroll, SCHEMES, WIDTHS } from './fixtures'
import { ask, FORMS } from './sharing'

const NOTHING = 'This link opens nothing'

const shownLink = async (page: Page): Promise<string> =>
  new URL((await page.getByText(/^http\S+\/r\/[\w-]{32}$/).textContent()) ?? '').pathname

const isFocused = (one: Locator): Promise<boolean> =>
  one.evaluate((element) => element === document.activeElement)

test('a link is made, copied, opened by somebody without an account on a phone, and revoked', async ({
  owner: { page },
  desk: { at, begin, publish },
  openBrowser,
  baseURL,
}) => {
  const agent = await begin()
  await publish(agent)
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto(`${at}${agent}`)
  await page.getByRole('link', { name: 'Share', exact: true }).click()
  await expect(page.getByText('This agent is private')).toBeVisible()
  await page.getByLabel('Label').fill('For the auditors')
  await page.getByRole('button', { name: 'Create link' }).click()
  const link = await shownLink(page)
  await page.getByRole('button', { name: 'Copy link' }).click()
  await expect(page.getByText('Copied.')).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${baseURL}${link}`)
  const reader = await openBrowser()
  await reader.setViewportSize({ width: 390, height: 844 })
  await reader.goto(link)
  await expect(reader.getByRole('heading', { level: 1, name: 'Harbour Pilot' })).toBeVisible()
  await expect(reader.getByText(/Shared by Team .*: revision 1/)).toBeVisible()
  await expectAccessible(reader)
  await expectNoSidewaysScroll(reader)
  await page.reload()
  await expect(page.getByText('For the auditors')).toBeVisible()
  expect(await page.content()).not.toContain(link)
  await expect
    .poll(async () => (await page.request.get(`${at}${agent}/shares`)).text())
    .toContain('Read once')
  await page.getByRole('button', { name: 'Revoke', exact: true }).click()
  await expect(page.getByText('There are no links yet.')).toBeVisible()
  for (const form of FORMS) expect((await ask(baseURL, `${link}${form}`)).status, form).toBe(404)
  await reader.reload()
  await expect(reader.getByRole('heading', { name: NOTHING })).toBeVisible()
  await expectAccessible(reader)
})

test('a password is asked for, and opens the report in every form in that browser alone', async ({
  owner: { page, workspace },
  desk: { at, begin, publish },
  openBrowser,
}) => {
  const agent = await begin()
  await publish(agent)
  const path = `${at}${agent}/shares`
  await page.goto(path)
  await page.getByLabel('Password').fill('short')
  await page.getByLabel('Label').fill('Behind a word')
  await page.getByRole('button', { name: 'Create link' }).click()
  await expect(page.getByText('Use at least 8 characters')).toBeVisible()
  await expect(page.getByLabel('Label').first()).toHaveValue('Behind a word')
  await page.getByLabel('Password').fill('violet harbour')
  await page.getByRole('button', { name: 'Create link' }).click()
  const link = await shownLink(page)
  const reader = await openBrowser()
  await reader.goto(link)
  await expectAccessible(reader)
  expect(await reader.content()).not.toContain('Harbour')
  for (const form of FORMS.slice(1)) expect((await reader.request.get(`${link}${form}`)).status()).toBe(403)
  await reader.getByLabel('Password').fill('something else')
  await reader.getByRole('button', { name: 'Open', exact: true }).click()
  await expect(reader.getByRole('alert')).toHaveText(/not the password/)
  await expect(reader.getByLabel('Password')).toBeFocused()
  await expectAccessible(reader)
  await reader.getByLabel('Password').fill('violet harbour')
  await reader.getByLabel('Password').press('Enter')
  await expect(reader.getByRole('heading', { level: 1, name: 'Harbour Pilot' })).toBeVisible()
  expect(new URL(reader.url()).pathname).toBe(link)
  for (const form of ['.json', '.md', '.html'])
    expect((await reader.request.get(`${link}${form}`)).status()).toBe(200)
  const another = await openBrowser()
  expect((await another.request.get(`${link}.json`)).status()).toBe(403)
  await page.goto(path)
  await page.getByText('Change', { exact: true }).click()
  await page.getByLabel('Another password').fill('amber harbour')
  await page.getByRole('button', { name: 'Save link' }).click()
  await expect(page.getByText('Saved.')).toBeVisible()
  await reader.reload()
  await expect(reader.getByLabel('Password')).toBeVisible()
  await page.goto(`/w/${workspace}/audit`)
  await expect(page.getByText('Somebody typed a wrong password for the link “Behind a word”')).toBeVisible()
})

test('after five wrong passwords the reader is told when to try again', async ({
  owner: { workspace, page },
  desk: { begin, publish },
  act,
  owner,
  openBrowser,
}) => {
  const agent = await begin()
  await publish(agent)
  const slug = agent.split('/').at(-1) ?? ''
  const link = await createLink(await act(owner), workspace, slug, { password: 'violet harbour' })
  const reader = await openBrowser()
  await reader.goto(link)
  for (let guess = 1; guess <= 6; guess += 1) {
    await reader.getByLabel('Password').fill(`guess ${guess}`)
    const answered = reader.waitForResponse((response) => response.request().method() === 'POST')
    await reader.getByRole('button', { name: 'Open', exact: true }).click()
    const answer = await answered
    expect(answer.status()).toBe(guess <= 5 ? 403 : 429)
    if (guess === 6) expect(Number(answer.headers()['retry-after'])).toBeGreaterThan(0)
  }
  await expect(reader.getByRole('alert')).toHaveText(/Try again in \d+ seconds/)
  await expect(page.getByRole('alert')).toHaveCount(0)
})

test('a link is made and revoked with the keyboard alone', async ({
  owner: { page },
  desk: { at, begin, publish },
}) => {
  const agent = await begin()
  await publish(agent)
  await page.goto(`${at}${agent}/shares`)
  await page.getByLabel('Label').focus()
  await page.keyboard.type('By hand')
  for (let stop = 0; stop < 12; stop += 1) {
    await page.keyboard.press('Tab')
    if (await isFocused(page.getByRole('button', { name: 'Create link' }))) break
  }
  await page.keyboard.press('Enter')
  await shownLink(page)
  await expect(page.getByRole('status').filter({ hasText: 'The link is made' })).toBeVisible()
  await expect(page.getByRole('status').filter({ hasText: /^1 link$/ })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Create link' })).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Copy link' })).toBeFocused()
  await page.getByRole('button', { name: 'Revoke', exact: true }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText('There are no links yet.')).toBeVisible()
})

test('what has to be put right is under the hand, and a link that was made leaves nothing to make again', async ({
  owner: { page },
  desk: { at, begin, publish },
}) => {
  const agent = await begin()
  await publish(agent)
  await page.goto(`${at}${agent}/shares`)
  const [label, password] = [page.getByLabel('Label').first(), page.getByLabel('Password').first()]
  await label.fill('x'.repeat(121))
  await password.fill('violet harbour')
  await page.getByRole('button', { name: 'Create link' }).press('Enter')
  await expect(page.getByText('The label has 121 characters; the limit is 120.')).toBeVisible()
  await expect(label).toBeFocused()
  await expect(password).toHaveValue('violet harbour')
  await label.fill('For the auditors')
  await label.press('Enter')
  await shownLink(page)
  await expect(label).toHaveValue('')
  await expect(password).toHaveValue('')
})

test('a revision that was withdrawn meanwhile is refused beside its field, and its links say what became of them', async ({
  owner,
  desk: { at, begin, publish, send },
  act,
}) => {
  const { page, workspace } = owner
  const agent = await begin()
  await publish(agent)
  await createLink(await act(owner), workspace, agent.split('/').at(-1) ?? '')
  await page.goto(`${at}${agent}/shares`)
  await page.getByLabel('Revision').selectOption('1')
  await send(agent, 'Withdraw revision 1')
  await page.getByRole('button', { name: 'Create link' }).click()
  await expect(page.getByText('This revision cannot be read any more.')).toBeVisible()
  await expect(page.getByLabel('Revision')).toBeFocused()
  await page.reload()
  await expect(page.getByText('There is nothing to share yet.')).toBeVisible()
  await expect(page.getByText('Every revision is withdrawn, so it opens nothing')).toBeVisible()
})

test('where a browser lets no page copy, the reader is told to do it by hand', async ({
  owner: { page },
  desk: { at, begin, publish },
}) => {
  const agent = await begin()
  await publish(agent)
  await page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }))
  await page.goto(`${at}${agent}/shares`)
  await page.getByRole('button', { name: 'Create link' }).click()
  await page.getByRole('button', { name: 'Copy link' }).click()
  await expect(page.getByText('Mark the text and copy it yourself.')).toBeVisible()
})

test('without script too, a change that cannot be made says why where it was asked for', async ({
  owner,
  desk: { at, begin, publish },
  act,
  browser,
  baseURL,
}) => {
  const agent = await begin()
  await publish(agent)
  await createLink(await act(owner), owner.workspace, agent.split('/').at(-1) ?? '')
  const context = await browser.newContext({ ...(baseURL && { baseURL }), javaScriptEnabled: false })
  await context.addCookies(owner.cookies)
  const page = await context.newPage()
  await page.goto(`${at}${agent}/shares`)
  await page.getByText('Change', { exact: true }).click()
  await page.getByLabel('Password').last().fill('short')
  await page.getByRole('button', { name: 'Save link' }).click()
  await expect(page.getByText('Use at least 8 characters')).toBeVisible()
  await page.getByLabel('Password').last().fill('violet harbour')
  await page.getByRole('button', { name: 'Save link' }).click()
  await expect(page.getByText('Saved.')).toBeVisible()
  await context.close()
})

test('a viewer sees the links of a workspace and makes none; the pages hold at every size', async ({
  owner: { page, workspace },
  desk: { at, begin, publish },
  join,
  act,
  owner,
}) => {
  const agent = await begin()
  const api = await act(owner)
  const slug = agent.split('/').at(-1) ?? ''
  await page.goto(`${at}${agent}/shares`)
  await expect(page.getByText('There is nothing to share yet.')).toBeVisible()
  await publish(agent)
  const link = await createLink(api, workspace, slug, {
    label: 'For the auditors',
    expiry: '7',
    password: 'violet harbour',
  })
  await createLink(api, workspace, slug, { sections: 'summary', number: '1' })
  for (const path of [`${at}/shares`, `${at}${agent}/shares`])
    for (const colorScheme of SCHEMES)
      for (const width of WIDTHS) {
        await page.emulateMedia({ colorScheme })
        await page.setViewportSize({ width, height: 900 })
        await page.goto(path)
        await page.getByText('Change', { exact: true }).first().click()
        await expectAccessible(page)
        await expectNoSidewaysScroll(page)
      }
  const viewer = await join('viewer')
  for (const path of [`${at}/shares`, `${at}${agent}/shares`]) {
    await viewer.page.goto(path)
    await expect(viewer.page.getByText('For the auditors')).toBeVisible()
    await expect(viewer.page.getByText('Revision 1 · Summary and score only · Never expires')).toBeVisible()
    for (const name of ['Revoke', 'Create link', 'Revoke all', 'Save link'])
      await expect(viewer.page.getByRole('button', { name })).toHaveCount(0)
    expect(await viewer.page.content()).not.toContain(link)
  }
  await page.goto(`${at}/shares`)
  await page.getByText('Revoke all links').click()
  await page.getByRole('button', { name: 'Revoke all' }).click()
  await expect(page.getByText('There are no links yet.')).toBeVisible()
})
