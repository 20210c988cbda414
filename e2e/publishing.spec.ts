import type { APIRequestContext } from '@playwright/test'
import { documentNamed, expect, publicName, test, write } from './complete-agents'

/** Every public form of an agent's report, the API's among them. */
const formsOf = (name: string, number = 1): readonly string[] => [
  `/agents/${name}`,
  ...['', '.json', '.md', `/${number}`, `/${number}.json`, `/${number}.md`, '/badge.svg'].map(
    (form) => `/agents/${name}/threat-model${form}`,
  ),
  `/api/v1/library/${name}`,
]

const statusesOf = async (request: APIRequestContext, paths: readonly string[]) =>
  Promise.all(paths.map(async (path) => (await request.get(path, { maxRedirects: 0 })).status()))

const all = (status: number) => formsOf('any').map(() => status)

test('from a pasted document to a report in the library', async ({
  owner: { page, workspace },
  openBrowser,
}) => {
  await page.goto(`/w/${workspace}`)
  await page.getByRole('link', { name: 'New agent', exact: true }).click()
  await page.getByRole('link', { name: 'From a document or a report' }).click()
  await page.getByLabel('Or its text').fill(documentNamed('Harbour Pilot'))
  await page.getByRole('button', { name: 'Read it' }).click()
  await expect(page.getByText('Nothing is stored yet')).toBeVisible()
  await page.getByRole('button', { name: 'Create agent' }).click()
  await expect(page).toHaveURL(/\/agents\/harbour-pilot\/edit$/)
  await page.goto(`/w/${workspace}/agents/harbour-pilot`)
  await page.getByRole('link', { name: 'Publish', exact: true }).click()
  await page.getByLabel('Note').fill('The first one.')
  await page.getByLabel('Byline').fill('Harbour team')
  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  await expect(page.getByText('Published as revision 1.')).toBeVisible()
  await expect(page.getByText('The first one.')).toBeVisible()
  const { request } = (await openBrowser()).context()
  expect(await statusesOf(request, formsOf('harbour-pilot'))).toEqual(all(404))
  const name = publicName()
  await page.getByLabel('Public name').fill(name)
  await page.getByRole('button', { name: 'List in the library' }).click()
  await expect(page.getByRole('link', { name: 'Open it in the library' })).toHaveAttribute(
    'href',
    `/agents/${name}`,
  )
  expect(await statusesOf(request, formsOf(name))).toEqual(all(200))
  const report = await (await request.get(`/agents/${name}/threat-model`)).text()
  expect(report).toContain('Harbour team')
  expect(report).not.toContain('@example.org')
})

test('a withdrawn revision is nowhere, and the library shows the one before', async ({
  owner: { page },
  desk: { at, begin, publish, send },
  openBrowser,
}) => {
  const agent = await begin()
  await publish(agent)
  const name = publicName()
  await send(agent, 'List in the library', { publicName: name })
  await write(page, `${at}${agent}`, 'It can do more than it says.')
  await publish(agent)
  const { request } = (await openBrowser()).context()
  const latest = async () => (await request.get(`/agents/${name}/threat-model.md`)).text()
  expect(await latest()).toContain('more than it says')
  await page.goto(`${at}${agent}`)
  await page.locator('summary', { hasText: 'Withdraw revision 2' }).click()
  await page.getByRole('button', { name: 'Withdraw revision 2' }).click()
  await expect(page.getByText(/^Withdrawn on/)).toBeVisible()
  expect(await latest()).not.toContain('more than it says')
  const second = `/agents/${name}/threat-model/2`
  for (const path of [`${at}${agent}/report/2`, second, `${second}.json`, `${second}.md`])
    expect((await page.request.get(path)).status(), path).toBe(404)
})

test('unlisted and deleted is gone in every form, and restored is back in each', async ({
  owner: { page },
  desk: { at, begin, publish, send },
  openBrowser,
}) => {
  const agent = await begin()
  await publish(agent)
  const name = publicName()
  await send(agent, 'List in the library', { publicName: name })
  const { request } = (await openBrowser()).context()
  await page.goto(`${at}${agent}`)
  await page.getByText('Take it out of the library').click()
  await page.getByRole('button', { name: 'Unlist' }).click()
  await expect(page.getByText('Only members of this workspace.')).toBeVisible()
  expect(await statusesOf(request, formsOf(name))).toEqual(all(404))
  await send(agent, 'List in the library', { publicName: name })
  await page.goto(`${at}${agent}`)
  await page.getByText('Delete it').click()
  await page.getByRole('button', { name: 'Move to the trash' }).click()
  await expect(page).toHaveURL(/\/trash$/)
  expect(await statusesOf(request, formsOf(name))).toEqual(all(404))
  expect((await page.request.get(`${at}${agent}`)).status()).toBe(404)
  await page.getByRole('button', { name: 'Restore', exact: true }).click()
  await expect(page).toHaveURL(/\/agents$/)
  expect(await statusesOf(request, formsOf(name))).toEqual(all(200))
})

test('a changed public name leads each form of the report to the same form under the new one', async ({
  desk: { begin, publish, send },
  openBrowser,
}) => {
  const agent = await begin()
  await publish(agent)
  const [before, after] = [publicName(), publicName()]
  await send(agent, 'List in the library', { publicName: before })
  await send(agent, 'Change public name', { publicName: after })
  const { request } = (await openBrowser()).context()
  for (const [index, path] of formsOf(before).entries()) {
    const answer = await request.get(path, { maxRedirects: 0 })
    expect(answer.status(), path).toBe(307)
    expect(answer.headers()['location'], path).toBe(formsOf(after)[index])
  }
})

test('a public name that somebody has is refused in a sentence, and what was typed stays', async ({
  owner: { page },
  desk: { at, begin, publish },
}) => {
  const agent = await begin()
  await publish(agent)
  await page.goto(`${at}${agent}`)
  await page.getByLabel('Public name').fill('configcat-mcp-server')
  await page.getByRole('button', { name: 'List in the library' }).click()
  await expect(page.getByText('Another agent has this public name')).toBeVisible()
  await expect(page.getByLabel('Public name')).toHaveValue('configcat-mcp-server')
})

test('who publishes what somebody has saved over is told, and the typed note stays', async ({
  owner: { page },
  desk: { at, begin },
  join,
}) => {
  const home = `${at}${await begin()}`
  await page.goto(`${home}/publish`)
  await page.getByLabel('Note').fill('What I looked at.')
  const editor = await join('editor')
  await write(editor.page, home, 'Written by somebody else.')
  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  await expect(page.getByText('Somebody has saved the draft')).toBeVisible()
  await expect(page.getByLabel('Note')).toHaveValue('What I looked at.')
  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  await expect(page.getByText('Published as revision 1.')).toBeVisible()
})

test("a member's report is kept by nobody, and every link in it leads somewhere", async ({
  owner: { page },
  desk: { at, begin, publish },
  baseURL,
}) => {
  const agent = await begin()
  await publish(agent)
  const report = await page.request.get(`${at}${agent}/report/1`)
  expect(report.headers()['cache-control']).toBe('no-store')
  const links = [...(await report.text()).matchAll(/href="(http[^"#]+)/g)].map(([, href]) => href ?? '')
  const own = new Set(links.filter((href) => href.startsWith(baseURL ?? '')))
  expect(own.size).toBeGreaterThan(3)
  for (const link of own) expect((await page.request.get(link)).status(), link).toBe(200)
})
