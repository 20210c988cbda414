import { readFileSync } from 'node:fs'
import { LAYERS } from '../lib/maestro/layers'
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

test('the same sitting ends with a report of a new agent in the library', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ ...(baseURL && { baseURL }), storageState: FIRST_OWNER_STATE })
  const page = await context.newPage()
  await page.goto('/')
  await page.getByRole('link', { name: 'Workspace' }).click()
  await page.getByRole('link', { name: 'Agents' }).click()
  await page.getByRole('link', { name: 'New agent' }).first().click()
  await page.getByLabel('Name', { exact: true }).fill('First agent')
  await page.getByRole('button', { name: 'Create agent' }).click()
  await page.getByLabel('Summary').fill('The first agent that anybody here has looked at.')
  await page.getByRole('radio', { name: /^A number/ }).check()
  await page.getByLabel('CVSS base score or vector').fill('6.5')
  for (const field of await page.getByLabel('Typed value, 0.00 to 1.00').all()) await field.fill('0.4')
  for (const { id, name } of LAYERS) {
    await page.getByRole('tab', { name }).click()
    await page.getByRole('radio', { name: /^Not certain/ }).check()
    await page.getByLabel(`Narrative of ${id}, in Markdown`).fill(`Nothing is known about ${id} yet.`)
  }
  await expect(page.getByText('Nothing is missing.')).toBeVisible()
  const score = await page
    .locator('[data-desk]')
    .getByText(/^\d\.\d$/)
    .first()
    .textContent()
  await page.getByRole('button', { name: 'Publish' }).click()
  await page.getByLabel('Byline').fill('The first team')
  await page.getByRole('button', { name: 'Publish' }).click()
  await page.getByRole('button', { name: 'List in the library' }).click()
  await page.getByRole('link', { name: 'Open it in the library' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('First agent')
  await context.close()

  const reader = await browser.newContext({ ...(baseURL && { baseURL }), javaScriptEnabled: false })
  const report = await reader.newPage()
  await report.goto('/agents/first-agent/threat-model')
  await expect(report.getByRole('heading', { level: 1 })).toContainText('First agent')
  await expect(report.getByText(`${score}`, { exact: true }).first()).toBeVisible()
  await expect(report.getByText('The first team').first()).toBeVisible()
  await reader.close()
})
