import type { Page } from '@playwright/test'
import { codeOf } from '@/lib/accounts/testing/totp'
import { expectAccessible, expectNoSidewaysScroll, SCHEMES, WIDTHS } from './fixtures'
import { type Account, expect, test } from './people'

/** As somebody types it from the page into an app. */
const keyOn = async (page: Page): Promise<string> =>
  (await page.getByRole('definition').textContent())?.replace(/\s/g, '') ?? ''

async function setUp(page: Page, { password }: Account): Promise<string> {
  await page.goto('/account')
  await page.getByRole('link', { name: 'Set it up' }).click()
  await expect(page).toHaveURL(/\/second-factor$/)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Set up' }).click()
  await expect(page.getByRole('img', { name: 'QR code of the key' })).toBeVisible()
  return keyOn(page)
}

async function turnOn(page: Page, code: string): Promise<readonly string[]> {
  await page.getByLabel('Code', { exact: true }).fill(code)
  await page.getByRole('button', { name: 'Turn on' }).click()
  await expect(page.getByRole('heading', { name: 'The second factor is on' })).toBeVisible()
  return page.getByRole('region', { name: 'The second factor is on' }).getByRole('listitem').allTextContents()
}

async function signIn(page: Page, { email, password }: Account, code: string): Promise<void> {
  await page.goto('/sign-in')
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page).toHaveURL(/\/sign-in\/second-factor$/)
  await page.getByLabel('Code', { exact: true }).fill(code)
  await page.getByRole('button', { name: 'Continue' }).click()
}

test('one turns it on with an app, and signs in with a code and with a recovery code', async ({
  owner,
  openBrowser,
}) => {
  const { page, workspace } = owner
  const home = new RegExp(`/w/${workspace}$`)
  const key = await setUp(page, owner)
  const codes = await turnOn(page, codeOf(key))
  expect(new Set(codes).size).toBe(10)
  await page.getByRole('link', { name: 'I have kept them' }).click()
  await expect(page.getByText('On. Change it')).toBeVisible()
  const another = await openBrowser()
  // The code that turned it on is used up; the next one is right a little before its time.
  await signIn(another, owner, codeOf(key, 30))
  await expect(another).toHaveURL(home)
  const third = await openBrowser()
  await signIn(third, owner, codes[0] ?? '')
  await expect(third).toHaveURL(home)
})

test('a mistake keeps the key, and turning it off takes a code that was not used', async ({ owner }) => {
  const { page, password } = owner
  const key = await setUp(page, owner)
  await page.getByLabel('Code', { exact: true }).fill('000000')
  await page.getByRole('button', { name: 'Turn on' }).click()
  await expect(page.getByText('This code is wrong or was used before')).toBeVisible()
  expect(await keyOn(page)).toBe(key)
  // A new one may be due by the time that it is typed again.
  const used = codeOf(key)
  const [code = ''] = await turnOn(page, used)
  await page.goto('/account/second-factor')
  await expect(page.getByText('You have 10 recovery codes left')).toBeVisible()
  const part = page.getByRole('region', { name: 'Turn it off' })
  await part.getByLabel('Password').fill(password)
  await part.getByLabel('Code', { exact: true }).fill(used)
  await part.getByRole('button').click()
  await expect(part.getByText('This code is wrong or was used before')).toBeVisible()
  await part.getByLabel('Code', { exact: true }).fill(code)
  await part.getByRole('button').click()
  await expect(page.getByText('The second factor is off')).toBeVisible()
})

test('each of its pages is accessible', async ({ owner: { page, ...account } }) => {
  const key = await setUp(page, account)
  await expectAccessible(page)
  await turnOn(page, codeOf(key))
  await expectAccessible(page)
  await page.goto('/account/second-factor')
  await expectAccessible(page)
})

test('the keyboard alone sets it up and makes new recovery codes', async ({ owner }) => {
  const { page, password } = owner
  await page.goto('/account/second-factor')
  await page.getByLabel('Password').focus()
  await page.keyboard.type(password)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('img', { name: 'QR code of the key' })).toBeVisible()
  const key = await keyOn(page)
  await page.getByLabel('Code', { exact: true }).focus()
  await page.keyboard.type(codeOf(key))
  await page.keyboard.press('Enter')
  const before = await page.getByRole('listitem').allTextContents()
  await expect(page.getByRole('heading', { name: 'The second factor is on' })).toBeVisible()
  await page.goto('/account/second-factor')
  await page.getByRole('region', { name: 'New recovery codes' }).getByLabel('Password').focus()
  await page.keyboard.type(password)
  await page.keyboard.press('Tab')
  await page.keyboard.type(codeOf(key, 30))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'The codes of before are void' })).toBeVisible()
  const after = await page.getByRole('region').getByRole('listitem').allTextContents()
  expect(after.filter((code) => before.includes(code))).toEqual([])
})

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })

  test('it is turned on all the same, also after a mistake, and fits a phone in both themes', async ({
    owner,
  }) => {
    const { page } = owner
    const key = await setUp(page, owner)
    await page.getByLabel('Code', { exact: true }).fill('000000')
    await page.getByRole('button', { name: 'Turn on' }).click()
    await expect(page.getByText('This code is wrong or was used before')).toBeVisible()
    expect(await keyOn(page)).toBe(key)
    for (const width of WIDTHS)
      for (const colorScheme of SCHEMES) {
        await page.setViewportSize({ width, height: 800 })
        await page.emulateMedia({ colorScheme })
        await expectNoSidewaysScroll(page)
      }
    expect(await turnOn(page, codeOf(key))).toHaveLength(10)
    await expectNoSidewaysScroll(page)
  })
})
