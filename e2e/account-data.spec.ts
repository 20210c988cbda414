import { readFileSync } from 'node:fs'
import { expectAccessible, expectNoSidewaysScroll, SCHEMES, WIDTHS } from './fixtures'
import { expect, test } from './people'

test('an owner makes another workspace by name, and an editor is not offered one', async ({
  owner: { page, workspace },
  join,
}) => {
  await page.goto('/account')
  await page.getByText('New workspace').click()
  await page.getByLabel('Workspace name').fill(workspace)
  await page.getByRole('button', { name: 'Create workspace' }).click()
  await expect(page.getByText('This name is taken')).toBeVisible()
  await expect(page.getByLabel('Workspace name')).toHaveValue(workspace)
  await expectAccessible(page)
  await page.getByLabel('Workspace name').fill(`${workspace} too`)
  await page.getByRole('button', { name: 'Create workspace' }).click()
  await expect(page).toHaveURL(new RegExp(`/w/${workspace}-too$`))
  await page.goto('/account')
  await expect(page.getByRole('region', { name: 'Workspaces' }).getByRole('listitem')).toHaveCount(2)
  const editor = await join('editor')
  await editor.page.goto('/account')
  await expect(editor.page.getByRole('link', { name: /^Team / })).toHaveCount(1)
  await expect(editor.page.getByText('New workspace')).toHaveCount(0)
})

test('a new password ends every other session and keeps this one', async ({ owner, openBrowser }) => {
  const { page, password, cookies } = owner
  const other = await openBrowser(cookies)
  await page.goto('/account')
  await page.getByLabel('Current password').fill(password)
  await page.getByLabel('New password').fill(`${password} and more`)
  await page.getByRole('button', { name: 'Change password' }).click()
  await expect(page.getByText('The password is changed, and every other session has ended.')).toBeVisible()
  await page.reload()
  await expect(page).toHaveURL(/\/account$/)
  await other.goto('/account')
  await expect(other).toHaveURL(/\/sign-in$/)
})

test('what is kept about a person is a file, and nobody else gets it', async ({ owner, openBrowser }) => {
  const { page, email, workspace } = owner
  await page.goto('/account')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Export what is kept about you' }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/^fullscore-account-\d{4}-\d\d-\d\d\.json$/)
  const text = readFileSync(await download.path(), 'utf8')
  expect(JSON.parse(text)).toMatchObject({
    profile: { email },
    memberships: [{ workspace, role: 'owner' }],
    sessions: [{}],
  })
  expect(text).not.toMatch(/"(token|\w*hash|secret)"|fullscore_|\$argon2/i)
  const stranger = await (await openBrowser()).request.get('/account/export', { maxRedirects: 0 })
  expect([stranger.status(), stranger.headers()['location']]).toEqual([303, '/sign-in'])
})

test('the only owner stays; with another one the account is deleted, and its cookie with it', async ({
  owner,
  join,
}) => {
  const { page, name, email, password } = owner
  await page.goto('/account')
  await page.getByRole('link', { name: 'Delete your account' }).click()
  await expect(page.getByText('You are the only owner of a workspace')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Delete my account' })).toHaveCount(0)
  await expectAccessible(page)
  const other = await join('owner')
  await page.reload()
  for (const width of WIDTHS)
    for (const colorScheme of SCHEMES) {
      await page.setViewportSize({ width, height: 800 })
      await page.emulateMedia({ colorScheme })
      await expectNoSidewaysScroll(page)
    }
  await expectAccessible(page)
  await page.getByLabel('Password').fill('not the right words')
  await page.getByRole('button', { name: 'Delete my account' }).click()
  await expect(page.getByText('This is not your password.')).toBeVisible()
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Delete my account' }).click()
  await expect(page.getByRole('heading', { name: 'Your account is deleted' })).toBeVisible()
  const account = new URL(page.url()).hash.slice(1)
  await page.evaluate((id) => localStorage.setItem(`fullscore.draft.${id}.agent.tab`, 'typed'), account)
  await page.reload()
  await expect.poll(() => page.evaluate(() => Object.values(localStorage).includes('typed'))).toBe(false)
  expect((await page.context().cookies()).filter(({ name }) => name.includes('session'))).toEqual([])
  await page.goto('/account')
  await expect(page).toHaveURL(/\/sign-in$/)
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByText('Email or password is wrong.')).toBeVisible()
  await other.page.goto(`/w/${owner.workspace}/members`)
  await expect(other.page.getByText(other.email)).toBeVisible()
  await expect(other.page.getByText(name)).toHaveCount(0)
})

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })

  test('an account is deleted all the same', async ({ owner: { page, password }, join }) => {
    await join('owner')
    await page.goto('/account/delete')
    await page.getByLabel('Password').fill(password)
    await page.getByRole('button', { name: 'Delete my account' }).click()
    await expect(page.getByRole('heading', { name: 'Your account is deleted' })).toBeVisible()
    await page.goto('/account')
    await expect(page).toHaveURL(/\/sign-in$/)
  })
})
