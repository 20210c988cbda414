import { readFileSync } from 'node:fs'
import type { APIResponse } from '@playwright/test'
import { createAgent } from './agents'
import { expectAccessible, expectNoSidewaysScroll } from './fixtures'
import { expect, test } from './people'
import { sendForm } from './send-form'

test('an owner changes the settings, and is told what has to be put right', async ({
  owner: { page, workspace },
}) => {
  await page.goto(`/w/${workspace}`)
  await page.getByRole('navigation', { name: 'Workspace' }).getByRole('link', { name: 'Settings' }).click()
  await page.getByLabel('Public name').fill('Harbour =Security')
  await page.getByLabel('Outdated after days').fill('4000')
  await page.getByRole('button', { name: 'Save settings' }).click()
  await expect(page.getByText('Write a whole number of days from 1 to 3650.')).toBeVisible()
  await expect(page.getByLabel('Public name')).toHaveValue('Harbour =Security')
  await page.getByLabel('Outdated after days').fill('90')
  await page.getByRole('button', { name: 'Save settings' }).click()
  await expect(page.getByText('Saved.')).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Harbour =Security')
  await expectAccessible(page)
  await page.reload()
  await expect(page.getByLabel('Outdated after days')).toHaveValue('90')
})

test('an open invitation is listed, and its link is dead once it is revoked', async ({
  owner: { page, workspace, name },
  openBrowser,
}) => {
  await page.goto(`/w/${workspace}/members`)
  for (const _ of ['once', 'again']) {
    await page.getByLabel('Email').fill('guest@example.org')
    await page.getByRole('button', { name: 'Create invitation' }).click()
    await expect(page.getByText(/\/invite\//)).toBeVisible()
  }
  const open = page.getByRole('region', { name: 'Open invitations' })
  await expect(open.getByRole('listitem')).toHaveCount(1)
  await expect(open).toContainText(`editor, invited by ${name}, until`)
  await expectAccessible(page)
  const link = (await page.getByText(/\/invite\//).textContent()) ?? ''
  const guest = await openBrowser()
  await guest.goto(link)
  await expect(guest.getByText('guest@example.org')).toBeVisible()
  await page.getByRole('button', { name: 'Revoke', exact: true }).click()
  await expect(open).toBeHidden()
  await guest.reload()
  await expect(guest.getByText('This invitation is over')).toBeVisible()
})

test('the audit log tells what happened, is filtered, and is downloaded as it is filtered', async ({
  owner,
  join,
  act,
}) => {
  const { page, workspace, name } = owner
  const editor = await join('editor')
  await sendForm(await act(owner), `/w/${workspace}/settings`, 'Save settings', {
    publicName: 'Renamed',
    byline: '',
    outdatedAfterDays: '30',
  })
  await createAgent(await act(editor), workspace, '=HYPERLINK("x")')
  await page.goto(`/w/${workspace}/audit`)
  await expect(page.getByText(`${name} changed settings of the workspace`)).toBeVisible()
  await expect(page.getByText(`${editor.name} joined as editor`)).toBeVisible()
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 900 })
    await expectNoSidewaysScroll(page)
    await expectAccessible(page)
  }
  await page.getByLabel('Person').selectOption(editor.name)
  await page.getByLabel('Action').selectOption('agent: create')
  await page.getByRole('button', { name: 'Apply' }).click()
  await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(1)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download as CSV' }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(new RegExp(`^audit-${workspace}-[0-9-]{10}\\.csv$`))
  const lines = readFileSync(await download.path(), 'utf8')
    .trimEnd()
    .split('\r\n')
  expect(lines).toHaveLength(2)
  expect(lines[1]).toContain(`"'=HYPERLINK(""x"")"`)
  await page.goto(`/w/${workspace}/audit?from=2026-02-30&who=me`)
  await expect(page.getByText('The first day is a date')).toBeVisible()
  await expect(page.getByText('The log has no such filter.')).toBeVisible()
})

test('only owners are offered settings and the log, and only they find them', async ({
  owner: { workspace },
  join,
}) => {
  const editor = await join('editor')
  await editor.page.goto(`/w/${workspace}`)
  const places = editor.page.getByRole('navigation', { name: 'Workspace' })
  await expect(places.getByRole('link', { name: 'Members' })).toBeVisible()
  await expect(places.getByRole('link', { name: /Settings|Audit/ })).toHaveCount(0)
  for (const place of ['settings', 'audit', 'audit.csv'])
    expect((await editor.page.request.get(`/w/${workspace}/${place}`)).status(), place).toBe(404)
})

test('whoever writes more than three hundred times a minute is told when to go on', async ({
  owner,
  act,
}) => {
  const { page, workspace } = owner
  const api = await act(owner)
  const { id } = await createAgent(api, workspace, 'Typed fast')
  const save = () => api.put(`/w/${workspace}/drafts/${id}`, { data: {} })
  const refused: APIResponse[] = []
  // Ten times thirty-one within the minute, however busy the machine is.
  for (let round = 0; round < 10; round++) {
    const answers = await Promise.all(Array.from({ length: 31 }, save))
    refused.push(...answers.filter((answer) => answer.status() === 429))
  }
  expect(refused.length).toBeGreaterThan(0)
  expect(Number(refused[0]?.headers()['retry-after'])).toBeGreaterThan(0)
  expect((await api.get(`/w/${workspace}`)).status()).toBe(200)
  await page.goto(`/w/${workspace}/settings`)
  await page.getByLabel('Byline').fill('Kept')
  await page.getByRole('button', { name: 'Save settings' }).click()
  await expect(page.getByText('That was more than 300 changes in a minute.')).toBeVisible()
  await expect(page.getByLabel('Byline')).toHaveValue('Kept')
})
