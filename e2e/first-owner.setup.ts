import { readFileSync } from 'node:fs'
import { expect, expectAccessible, test } from './fixtures'
import { FIRST_OWNER, FIRST_OWNER_STATE, FIRST_WORKSPACE } from './people'

// What can happen once in the life of a server; every other journey begins with people that this one lets in.
test.describe.configure({ mode: 'serial' })

/** As the person at the machine finds it: in what the server printed. */
const setupLink = (): string => {
  const links = readFileSync('.build/e2e-server.log', 'utf8').match(/http\S+\/setup#\S+/g)
  return links?.at(-1) ?? ''
}

test('the printed link makes the first owner, whose typing survives a mistake', async ({ page }) => {
  await page.goto(setupLink())
  await expect(page.getByLabel('Setup code')).toHaveValue(/^[0-9A-Z-]{16,}$/)
  await expectAccessible(page)
  await page.getByLabel('Name').fill(FIRST_OWNER.name)
  await page.getByLabel('Email').fill(FIRST_OWNER.email)
  await page.getByLabel('Password').fill('password1234')
  await page.getByLabel('Workspace').fill('First Team')
  await page.getByRole('button', { name: 'Create account' }).click()
  await expect(page.getByText('among the passwords that are tried first')).toBeVisible()
  await expect(page.getByLabel('Email')).toHaveValue(FIRST_OWNER.email)
  await page.getByLabel('Password').fill(FIRST_OWNER.password)
  await page.getByRole('button', { name: 'Create account' }).click()
  await expect(page).toHaveURL(new RegExp(`/w/${FIRST_WORKSPACE}$`))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('First Team')
  await page.context().storageState({ path: FIRST_OWNER_STATE })
})

test('the setup is closed from then on, also to the code that was printed', async ({ page }) => {
  await page.goto(setupLink())
  await expect(page.getByText('This Fullscore has an owner')).toBeVisible()
})
