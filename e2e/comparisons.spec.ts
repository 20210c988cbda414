import type { Page } from '@playwright/test'
import { type Desk, expect, test } from './complete-agents'
import { expectAccessible, expectNoSidewaysScroll, SCHEMES, WIDTHS } from './fixtures'
import { ask } from './sharing'

const FORMS = ['', '.html', '.json', '.md', '.csv', '.pdf'] as const

const shownLink = async (page: Page): Promise<string> =>
  new URL((await page.getByText(/^http\S+\/r\/[\w-]{32}$/).textContent()) ?? '').pathname

/** Keeps two published agents side by side under a name, and tells a link to them; the page is then that of the comparison. */
async function keepAndShare(page: Page, { at, begin, publish }: Desk, name: string): Promise<string> {
  const agents = [await begin('Harbour Pilot'), await begin('Quay Crane')]
  for (const agent of agents) await publish(agent)
  const slugs = agents.map((agent) => agent.replace('/agents/', '')).join(',')
  await page.goto(`${at}/compare?agents=${slugs}`)
  await page.getByText('Save this comparison').click()
  await page.getByLabel('Name of the comparison').fill(name)
  await page.getByRole('button', { name: 'Save comparison' }).click()
  await page.getByLabel(/Let whoever has a link read/).check()
  await page.getByRole('button', { name: 'Create link' }).click()
  return shownLink(page)
}

test('agents side by side are kept under a name, shared, read without an account in every form, and revoked', async ({
  owner: { page },
  desk: { at, begin, publish },
  openBrowser,
  baseURL,
}) => {
  const [harbour, quay, draft] = [
    await begin('Harbour Pilot'),
    await begin('Quay Crane'),
    await begin('Only a draft'),
  ]
  for (const agent of [harbour, quay]) await publish(agent)
  const slugs = [harbour, quay, draft].map((agent) => agent.replace('/agents/', ''))
  await page.goto(`${at}/compare?agents=${slugs[0]},${slugs[1]},${slugs[2]}:draft&sort=spread`)
  await page.getByText('Save this comparison').click()
  await page.getByRole('button', { name: 'Save comparison' }).click()
  await expect(page.getByText('Give the comparison a name.')).toBeVisible()
  await page.getByLabel('Name of the comparison').fill('For the harbour')
  await page.getByRole('button', { name: 'Save comparison' }).click()
  await expect(page.getByRole('heading', { name: 'For the harbour' })).toBeVisible()
  await expect(page.getByText('its draft, which links do not show')).toBeVisible()

  await page.getByRole('button', { name: 'Create link' }).click()
  await expect(page.getByText('A link would show fewer than two agents.')).toBeVisible()
  await page.getByLabel(/Let whoever has a link read/).check()
  await page.getByRole('button', { name: 'Create link' }).click()
  const link = await shownLink(page)

  const reader = await openBrowser()
  await reader.goto(link)
  await expect(reader.getByRole('heading', { level: 1, name: 'For the harbour' })).toBeVisible()
  await expect(reader.getByRole('columnheader', { name: /Quay Crane/ }).first()).toBeVisible()
  expect(await reader.content()).not.toContain('Only a draft')
  expect(await reader.content()).not.toContain(slugs[0])
  for (const form of FORMS) expect((await ask(baseURL, `${link}${form}`)).status, form).toBe(200)
  expect((await ask(baseURL, `${link}/og.png`)).status).toBe(404)
  expect((await ask(baseURL, `${link}.json`)).body).toContain('"name":"Quay Crane"')

  await page.getByRole('button', { name: 'Revoke', exact: true }).click()
  await expect(page.getByText('There are no links yet.')).toBeVisible()
  for (const form of FORMS) expect((await ask(baseURL, `${link}${form}`)).status, form).toBe(404)

  await page.getByRole('link', { name: 'Open comparison' }).click()
  await expect(page).toHaveURL(/sort=spread/)
  await expect(page.getByText('Only a draft').first()).toBeVisible()
})

test('a kept comparison, its list and what a link shows can be read by everybody', async ({
  owner: { page },
  desk,
  openBrowser,
}) => {
  const link = await keepAndShare(page, desk, 'Two of a kind')
  const reader = await openBrowser()
  for (const [browser, path] of [
    [page, page.url()],
    [page, `${desk.at}/comparisons`],
    [page, `${desk.at}/shares`],
    [reader, link],
  ] as const)
    for (const width of WIDTHS)
      for (const colorScheme of SCHEMES) {
        await browser.setViewportSize({ width, height: 900 })
        await browser.emulateMedia({ colorScheme })
        await browser.goto(path)
        await expectAccessible(browser)
        await expectNoSidewaysScroll(browser)
      }
})

test('one comparison is deleted, and its links are over', async ({ owner: { page }, desk, baseURL }) => {
  const link = await keepAndShare(page, desk, 'For a day')
  await page.getByText('Delete this comparison').click()
  await page.getByRole('button', { name: 'Delete comparison' }).click()
  await expect(page).toHaveURL(/\/comparisons$/)
  expect((await ask(baseURL, link)).status).toBe(404)
})
