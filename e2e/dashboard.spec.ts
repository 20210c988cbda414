import type { APIRequestContext, Page } from '@playwright/test'
import { completeDraft, createAgent, publishDraft, saveDraft } from './agents'
import { expectAccessible, expectNoSidewaysScroll, SCHEMES, WIDTHS } from './fixtures'
import { expect, test } from './people'

// Each writes several agents before it looks at anything.
test.describe.configure({ timeout: 180_000 })

/** One revision for each base that is named, and a draft that says more where it is asked for. */
async function writeAgent(
  api: APIRequestContext,
  workspace: string,
  name: string,
  bases: readonly number[],
  isChanged = false,
) {
  const agent = await createAgent(api, workspace, name)
  const draft = completeDraft({ name })
  let version = 1
  for (const base of bases) {
    await saveDraft(api, workspace, agent, version, { ...draft, cvss: { base } })
    await publishDraft(api, workspace, agent.slug)
    version += 1
  }
  if (isChanged) await saveDraft(api, workspace, agent, version, { ...draft, summary: 'It says more now.' })
  return agent
}

/** The figure under a name at the top of the page. */
const figure = (page: Page, name: string) =>
  page
    .locator('dl > div')
    .filter({ has: page.getByText(name, { exact: true }) })
    .getByRole('definition')

test('an empty workspace teaches the next step', async ({ owner: { page, workspace } }) => {
  await page.goto(`/w/${workspace}`)
  await expect(page.getByText('No agents yet.')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: 'New agent', exact: true }).click()
  await expect(page).toHaveURL(/\/agents\/new$/)
})

test('one look tells what is new, what waits and what is risky, and each figure leads on', async ({
  owner,
  act,
  join,
}) => {
  const { page, workspace } = owner
  const api = await act(owner)
  await writeAgent(api, workspace, 'Mail agent', [3.1, 9.8])
  await writeAgent(api, workspace, 'Calendar agent', [5], true)
  await createAgent(api, workspace, 'Draft agent')
  await page.goto(`/w/${workspace}`)
  await expect(figure(page, 'New')).toHaveText('2')
  await expect(figure(page, 'Unpublished changes')).toHaveText('1')
  await expect(figure(page, 'Never published')).toHaveText('1')
  await expect(figure(page, 'Outdated')).toHaveText('0')
  const riskiest = page.getByRole('region', { name: 'Riskiest agents by factor' })
  await expect(riskiest.getByRole('rowheader').filter({ hasText: 'agent' }).first()).toContainText(
    'Mail agent',
  )

  for (const [name, state] of [
    ['Unpublished changes', 'changed'],
    ['Never published', 'draft-only'],
  ] as const)
    await expect(figure(page, name).getByRole('link')).toHaveAttribute(
      'href',
      `/w/${workspace}/agents?draft=${state}`,
    )
  await figure(page, 'New').getByRole('link').click()
  await expect(page.getByRole('heading', { name: /^New: 2 agents since/ })).toBeVisible()
  await page.getByRole('link', { name: 'Mail agent', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Trend' })).toBeVisible()
  await expect(page.getByText('Revision 2 was published')).toBeVisible()
  await expect(page.getByText(/CVSS base \+\d/)).toBeVisible()
  await expectAccessible(page)

  const viewer = await join('viewer')
  await viewer.page.goto(`/w/${workspace}`)
  await expect(viewer.page.getByText(`${owner.name} saved the draft of Calendar agent`)).toBeVisible()
  await expect(viewer.page.getByRole('link', { name: 'Audit log' })).toHaveCount(0)
  await expect(viewer.page.getByRole('link', { name: 'New agent', exact: true })).toHaveCount(0)
})

test('whoever moved is chosen where that is told, and compared with one of another list', async ({
  owner,
  owner: { page, workspace },
  act,
}) => {
  const api = await act(owner)
  await writeAgent(api, workspace, 'Mail agent', [3.1, 9.8])
  await writeAgent(api, workspace, 'Calendar agent', [5])
  await page.goto(`/w/${workspace}/movement?change=new`)
  await page.getByLabel('Choose Mail agent').check()
  await page.goto(`/w/${workspace}/agents`)
  await page.getByLabel('Choose Calendar agent').check()
  await page.getByRole('form', { name: 'Chosen agents' }).getByRole('button', { name: 'Compare' }).click()
  await expect(page).toHaveURL(`/w/${workspace}/compare?agents=mail-agent,calendar-agent`)
})

test('since when is a part of the address, and what cannot be read of it is told', async ({
  owner: { page, workspace },
  act,
  owner,
}) => {
  await writeAgent(await act(owner), workspace, 'Mail agent', [5])
  await page.goto(`/w/${workspace}`)
  await page.getByRole('textbox', { name: 'Since' }).fill('2026-01-05')
  await page.getByRole('button', { name: 'Show' }).click()
  await expect(page).toHaveURL(/\?since=2026-01-05$/)
  await expect(page.getByRole('heading', { name: 'Since 5 January 2026' })).toBeVisible()
  await page.getByRole('link', { name: '7 days' }).click()
  await expect(page.getByRole('link', { name: '7 days' })).toHaveAttribute('aria-current', 'true')
  await page.goto(`/w/${workspace}?since=2199-01-01`)
  await expect(page.getByText(/Choose a day between 2000-01-01 and today/)).toBeVisible()
})

test('the dashboard and the trends read well at any width, in either theme, and without script', async ({
  owner,
  act,
  browser,
  baseURL,
}) => {
  const { page, workspace } = owner
  const api = await act(owner)
  const { slug } = await writeAgent(api, workspace, 'Mail agent', [3.1, 9.8, 7])
  await writeAgent(
    api,
    workspace,
    'An agent with a name that takes more room than any telephone has',
    [5],
    true,
  )
  const pages = ['', '/movement?change=new', '/trend', `/agents/${slug}/trend`].map(
    (path) => `/w/${workspace}${path}`,
  )
  for (const path of pages) {
    await page.goto(path)
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 })
      await expectNoSidewaysScroll(page)
      for (const colorScheme of SCHEMES) {
        await page.emulateMedia({ colorScheme })
        await expectAccessible(page)
      }
    }
  }
  const plain = await browser.newContext({ ...(baseURL && { baseURL }), javaScriptEnabled: false })
  await plain.addCookies(owner.cookies)
  const without = await plain.newPage()
  for (const path of pages) {
    await without.goto(path)
    await expect(without.getByText('Mail agent').or(without.getByText('Today')).first()).toBeVisible()
  }
  await plain.close()
})
