import type { Page } from '@playwright/test'
import { createAgent } from './agents'
import { expect, test } from './complete-agents'
import { expectAccessible, expectNoSidewaysScroll } from './fixtures'

const tick = (page: Page, name: string) => page.getByRole('checkbox', { name: `Choose ${name}`, exact: true })
const bar = (page: Page) => page.getByRole('form', { name: 'Chosen agents' })
const outcome = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name })

test('agents are published at once, the others are named with their reason, and an owner takes it back', async ({
  owner,
  owner: { page, workspace },
  desk: { at, begin },
  act,
}) => {
  await begin('Harbour Pilot')
  await begin('Night Watch')
  await createAgent(await act(owner), workspace, 'Only Begun')
  await page.goto(`${at}/agents`)
  await expect(bar(page)).toBeHidden()
  await page.getByLabel('Choose all on this page').check()
  await expect(bar(page)).toContainText('3 chosen')
  await expectAccessible(page)
  await bar(page).getByRole('button', { name: 'Publish' }).click()
  await expect(page.getByText('3 agents have something to publish')).toBeVisible()
  await page.getByLabel('Note').fill('All of them.')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Publish 3 agents' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'done' })).toHaveText(
    '2 of 3 done, 1 left as they are.',
  )
  await expect(outcome(page, 'Night Watch')).toContainText('Published as revision 1')
  await expect(outcome(page, 'Only Begun')).toContainText('lacks something that publishing needs')
  await expectAccessible(page)
  await page.setViewportSize({ width: 390, height: 800 })
  await expectNoSidewaysScroll(page)
  await page.getByText('Undo this').click()
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(page.getByRole('status').filter({ hasText: 'undone' })).toHaveText('2 undone.')
  await expect(outcome(page, 'Night Watch')).toContainText('Undone')
})

test('what is chosen stays while somebody filters and reads, and is done to all of it and then forgotten', async ({
  owner: { page },
  desk: { at, begin },
}) => {
  const pilot = await begin('Harbour Pilot')
  await begin('Night Watch')
  await page.goto(`${at}/agents?q=harbour`)
  await tick(page, 'Harbour Pilot').check()
  await page.goto(`${at}${pilot}`)
  await page.goto(`${at}/agents?q=nothing+like+it`)
  await expect(bar(page)).toContainText('1 chosen')
  await page.goto(`${at}/agents?q=night`)
  await tick(page, 'Night Watch').check()
  await bar(page).getByText('2 chosen').click()
  await expect(bar(page).getByRole('button', { name: 'Remove Harbour Pilot' })).toBeVisible()
  await bar(page).getByRole('button', { name: 'Tag' }).click()
  await expect(page.getByRole('heading', { name: 'Tag 2 agents' })).toBeVisible()
  await page.getByRole('button', { name: 'Tag 2 agents' }).click()
  await expect(page.getByLabel('Tag')).toHaveAttribute('aria-invalid', 'true')
  await page.getByRole('link', { name: '← Agents' }).click()
  await expect(bar(page)).toContainText('2 chosen')
  await bar(page).getByRole('button', { name: 'Tag' }).click()
  // A form that is sent before the script of its page is there leaves what was chosen as it is.
  await page.waitForLoadState()
  await page.getByLabel('Tag').fill('reviewed')
  await page.getByRole('button', { name: 'Tag 2 agents' }).click()
  await expect(page.getByText('2 of 2 done.')).toBeVisible()
  await page.goto(`${at}/agents?tag=reviewed`)
  await tick(page, 'Night Watch').check()
  await expect(bar(page)).toContainText('1 chosen')
  await expect(tick(page, 'Harbour Pilot')).not.toBeChecked()
})

test('what was chosen and is gone since is named, and the rest is done', async ({
  owner: { page },
  desk: { at, begin, send },
}) => {
  await begin('Harbour Pilot')
  const watch = await begin('Night Watch')
  await page.goto(`${at}/agents`)
  await page.getByLabel('Choose all on this page').check()
  await send(watch, 'Move to the trash')
  await bar(page).getByRole('button', { name: 'Tag' }).click()
  await expect(page.getByRole('heading', { name: 'Tag 1 agent' })).toBeVisible()
  await expect(page.getByText('night-watch: No agent of this workspace is at this address')).toBeVisible()
})

test('what can be done with all that match is there without choosing any of them', async ({
  owner: { page },
  desk: { at, begin },
}) => {
  await begin('Harbour Pilot')
  await begin('Night Watch')
  await page.goto(`${at}/agents?q=harbour`)
  await page.getByText('With all that match').click()
  await page.getByRole('link', { name: 'Tag all that match' }).click()
  await expect(page.getByRole('heading', { name: 'Tag 1 agent' })).toBeVisible()
})

test('by keyboard alone: agents get a tag, and lose it again', async ({
  owner: { page },
  desk: { at, begin },
}) => {
  await begin('Harbour Pilot')
  await begin('Night Watch')
  await page.goto(`${at}/agents`)
  await tick(page, 'Night Watch').focus()
  await page.keyboard.press('Space')
  await bar(page).getByRole('button', { name: 'Tag' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Tag 1 agent' })).toBeVisible()
  await page.getByLabel('Tag').focus()
  await page.keyboard.type('reviewed')
  await page.keyboard.press('Enter')
  await expect(page.getByText('1 of 1 done.')).toBeVisible()
  await page.getByText('Undo this').focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByText('1 undone.')).toBeFocused()
})

test('links that are made at once are shown once, and open until they are undone', async ({
  owner: { page },
  desk: { at, begin, publish },
  openBrowser,
}) => {
  await publish(await begin('Harbour Pilot'))
  await publish(await begin('Night Watch'))
  await page.goto(`${at}/agents`)
  await page.getByLabel('Choose all on this page').check()
  await bar(page).getByRole('button', { name: 'Share' }).click()
  await page.getByRole('button', { name: 'Create links for 2 agents' }).click()
  await expect(page.getByText('The links are made, and shown only now')).toBeVisible()
  await expect(page.getByText('2 of 2 done.')).toBeVisible()
  const links = await page.getByText(/\/r\/[\w-]{32}$/).allTextContents()
  expect(links).toHaveLength(2)
  const { request } = (await openBrowser()).context()
  for (const link of links) expect((await request.get(new URL(link).pathname)).status()).toBe(200)
  await page.reload()
  await expect(page.getByText('2 of 2 done.')).toBeVisible()
  await expect(page.getByText(/\/r\/[\w-]{32}$/)).toHaveCount(0)
  await page.getByText('Undo this').click()
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(page.getByText('2 undone.')).toBeVisible()
  for (const link of links) expect((await request.get(new URL(link).pathname)).status()).toBe(404)
})

test('a run that loses its connection says so, and goes on where it was', async ({
  owner: { page },
  desk: { at, begin },
}) => {
  await begin('Harbour Pilot')
  await begin('Night Watch')
  // What is loading when a route is set may be sent past it.
  const steps = /\/runs\/[0-9a-f-]{36}$/
  await page.route(steps, (route) =>
    route.request().method() === 'POST' ? route.abort('internetdisconnected') : route.continue(),
  )
  await page.goto(`${at}/agents`)
  await page.getByLabel('Choose all on this page').check()
  await bar(page).getByRole('button', { name: 'Delete' }).click()
  await page.getByRole('button', { name: 'Move to the trash: 2 agents' }).click()
  await expect(page.getByText('Fullscore does not answer')).toBeVisible()
  await expect(page.getByText('0 of 2 done, 2 to go.')).toBeVisible()
  await page.unroute(steps)
  await page.goto(`${at}/runs`)
  await page.getByRole('link', { name: 'Delete 2 agents' }).click()
  await expect(page.getByText('2 of 2 done.')).toBeVisible()
  await expect(outcome(page, 'Night Watch').getByRole('link', { name: 'In the trash' })).toBeVisible()
})

test('the list is a table to keep', async ({ owner: { page }, desk: { at, begin } }) => {
  await begin('Harbour Pilot')
  await begin('=Night Watch')
  await page.goto(`${at}/agents`)
  const link = page.getByRole('link', { name: 'Export as CSV' })
  const table = await page.request.get((await link.getAttribute('href')) ?? '')
  expect(table.headers()['content-disposition']).toMatch(/attachment; filename="agents-.*\.csv"/)
  const lines = (await table.text()).trimEnd().split('\r\n')
  expect(lines).toHaveLength(3)
  expect(lines.join('\n')).toContain("\n'=Night Watch,")
})

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })

  test('each step is a press, and what is chosen, made and undone is the same', async ({
    owner: { page },
    desk: { at, begin, publish },
  }) => {
    await publish(await begin('Harbour Pilot'))
    await begin('Night Watch')
    await page.goto(`${at}/agents`)
    await tick(page, 'Harbour Pilot').check()
    await tick(page, 'Night Watch').check()
    await bar(page).getByRole('button', { name: 'Share' }).click()
    await expect(page.getByText('1 agent is not published, and no link is made.')).toBeVisible()
    await page.getByRole('button', { name: 'Create links for 2 agents' }).click()
    await page.getByRole('button', { name: 'Continue' }).click()
    await expect(page.getByText('1 of 2 done, 1 left as they are.')).toBeVisible()
    await expect(page.getByText(/\/r\/[\w-]{32}$/)).toHaveCount(1)
    await page.getByText('Undo this').click()
    await page.getByRole('button', { name: 'Undo', exact: true }).click()
    await page.getByRole('button', { name: 'Continue' }).click()
    await expect(page.getByText('1 undone.')).toBeVisible()
  })
})
