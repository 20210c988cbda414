import type { Page } from '@playwright/test'
import { documentNamed, expect, NEW, publicName, test } from './complete-agents'
import { expectAccessible, expectNoSidewaysScroll, SCHEMES, WIDTHS } from './fixtures'

test('what is missing is listed, each with a link to its field', async ({ owner: { page, workspace } }) => {
  await page.goto(`/w/${workspace}/agents`)
  await page.getByRole('link', { name: 'New agent', exact: true }).click()
  await page.getByLabel('Name', { exact: true }).fill('Half a pilot')
  await page.getByRole('button', { name: 'Create agent' }).click()
  await expect(page).toHaveURL(/\/agents\/half-a-pilot\/edit$/)
  await page.goto(`/w/${workspace}/agents/half-a-pilot/publish`)
  await expect(page.getByRole('heading', { name: '19 things are still missing' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Publish', exact: true })).toHaveCount(0)
  await page.getByRole('link', { name: 'Write a summary.' }).click()
  await expect(page).toHaveURL(/\/edit#summary$/)
})

test('a bad document is told path by path, stores nothing, and stays in its field', async ({
  owner: { page },
  desk: { at },
}) => {
  await page.goto(`${at}${NEW}`)
  const bad = JSON.stringify({ ...JSON.parse(documentNamed('Bad')), score: 9.9, kind: 'toaster' })
  await page.getByLabel('Or its text').fill(bad)
  await page.getByRole('button', { name: 'Read it' }).click()
  await expect(page.getByRole('heading', { name: /^Nothing was stored/ })).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: 'kind' }).first()).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: '“score” is not a field' })).toBeVisible()
  await expect(page.getByLabel('Or its text')).toHaveValue(bad)
  await expectAccessible(page)
  await page.goto(`${at}/agents`)
  await expect(page.getByText('No agents yet.')).toBeVisible()
})

test('a file is read like a pasted text, and a text that was changed since is shown anew', async ({
  owner: { page },
  desk: { at },
}) => {
  await page.goto(`${at}${NEW}`)
  const buffer = Buffer.from(documentNamed('From a file'))
  await page.getByLabel('File').setInputFiles({ name: 'report.json', mimeType: 'application/json', buffer })
  await page.getByRole('button', { name: 'Read it' }).click()
  await expect(page.getByText('From a file', { exact: true })).toBeVisible()
  await page.getByLabel('Or its text').fill(documentNamed('Typed over'))
  await page.getByRole('button', { name: 'Create agent' }).click()
  await expect(page.getByText('Typed over', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Create agent' }).click()
  await expect(page).toHaveURL(/\/agents\/typed-over\/edit$/)
})

test('a document of several megabytes is read, and one of more than ten is refused unread', async ({
  owner: { page },
  desk: { at, begin },
  baseURL,
}) => {
  const spaced = (bytes: number) => `${' '.repeat(bytes)}${documentNamed('Large')}`
  expect(await begin('Large', spaced(3_000_000))).toBe('/agents/large')
  const refused = await page.request.post(`${at}${NEW}`, {
    multipart: { text: spaced(10_485_760) },
    headers: { origin: baseURL ?? '' },
  })
  expect(refused.status()).toBe(413)
})

test('a copy begins with the text of another agent', async ({ owner: { page }, desk: { at, begin } }) => {
  await page.goto(`${at}${await begin()}`)
  await page.getByRole('link', { name: 'Copy', exact: true }).click()
  await page.getByRole('button', { name: 'Copy agent' }).click()
  await expect(page).toHaveURL(/\/agents\/harbour-pilot-copy\/edit$/)
})

test('a former address leads to the agent, and one that is taken is refused', async ({
  owner: { page },
  desk: { at, begin },
}) => {
  const [home] = [`${at}${await begin()}`, await begin('Taken')]
  await page.goto(home)
  await page.getByText('Change its address').click()
  const address = page.getByLabel('Address in this workspace')
  await address.fill('taken')
  await page.getByRole('button', { name: 'Change address' }).click()
  await expect(page.getByText('Another agent of this workspace has this address')).toBeVisible()
  await address.fill('pilot')
  await page.getByRole('button', { name: 'Change address' }).click()
  await expect(page).toHaveURL(/\/agents\/pilot$/)
  for (const below of ['', '/publish', '/edit', '/history']) {
    const answer = await page.request.get(`${home}${below}`)
    expect(new URL(answer.url()).pathname).toBe(`${at}/agents/pilot${below}`)
  }
})

test('an editor publishes and shares by link but lists, withdraws and deletes nothing listed', async ({
  desk: { at, begin, send },
  join,
}) => {
  const agent = await begin()
  const { page } = await join('editor')
  await page.goto(`${at}${agent}/publish`)
  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  await expect(page.getByText('Published as revision 1.')).toBeVisible()
  await expect(page.getByRole('button', { name: /List|Withdraw/ })).toHaveCount(0)
  await page.getByLabel('By link: members, and whoever has a share link').check()
  await page.getByRole('button', { name: 'Change who can read it' }).click()
  await expect(page.getByText('Members, and whoever has a link')).toBeVisible()
  await send(agent, 'List in the library', { publicName: publicName() })
  await page.goto(`${at}${agent}`)
  await expect(page.getByRole('button', { name: 'Change who can read it' })).toHaveCount(0)
  await page.getByText('Delete it').click()
  await page.getByRole('button', { name: 'Move to the trash' }).click()
  await expect(page.getByText('An owner of the workspace has to take it out first.')).toBeVisible()
})

/** How the buttons begin that do more than show something else. */
const CHANGES =
  /^(Tag|Publish|Share|Delete|Save|Create|Restore|Move|Change|List|Unlist|Withdraw|Remove|Revoke|Edit)/

test('a viewer reads it all and is offered nothing to change', async ({
  desk: { at, begin, publish },
  join,
}) => {
  const agent = await begin()
  await publish(agent)
  const { page } = await join('viewer')
  for (const path of ['', '/agents', '/trash', agent]) {
    await page.goto(`${at}${path}`)
    await expect(page.getByRole('main')).toBeVisible()
    await expect(page.getByRole('main').getByRole('button', { name: CHANGES })).toHaveCount(0)
    await expect(page.getByRole('link', { name: 'New agent' })).toHaveCount(0)
  }
  for (const path of [`${agent}/publish`, '/agents/new'])
    expect((await page.request.get(`${at}${path}`)).status(), path).toBe(404)
  await page.getByRole('link', { name: 'Report', exact: true }).click()
  await expect(page.getByText('for members alone')).toBeVisible()
})

test('a stranger is sent to sign in from all of it', async ({
  desk: { at, begin, publish },
  openBrowser,
}) => {
  const agent = await begin()
  await publish(agent)
  const { request } = (await openBrowser()).context()
  for (const below of ['', '/publish', '/report', '/report/1', '/history']) {
    const answer = await request.get(`${at}${agent}${below}`, { maxRedirects: 0 })
    expect([303, 307], below).toContain(answer.status())
    expect(answer.headers()['location'], below).toBe('/sign-in')
  }
})

test('all of it works without script', async ({ owner: { page }, desk: { at, begin, publish, send } }) => {
  const created = await send('/agents/new', 'Create agent', { name: 'Plain', kind: 'agent' })
  expect(created.url()).toMatch(/\/agents\/plain\/edit$/)
  const agent = await begin('Plain')
  expect(agent).toBe('/agents/plain-2')
  await publish(agent)
  const name = publicName()
  const listed = await send(agent, 'List in the library', { publicName: name })
  expect(await listed.text()).toContain(`href="/agents/${name}"`)
  await send(agent, 'Withdraw revision 1')
  expect((await page.request.get(`/agents/${name}`)).status()).toBe(404)
  await send(agent, 'Move to the trash')
  expect((await send('/trash', 'Restore')).url()).toBe(created.url().replace(/\/plain\/edit$/, ''))
  expect((await page.request.get(`${at}${agent}`)).status()).toBe(200)
})

for (const scheme of SCHEMES)
  for (const width of WIDTHS)
    test.describe(`${scheme}, ${width} wide`, () => {
      test.use({ colorScheme: scheme, viewport: { width, height: 900 } })

      const look = async (page: Page, path: string) => {
        await page.goto(path)
        await expectAccessible(page)
        await expectNoSidewaysScroll(page)
      }

      test('the pages of a workspace are accessible and fit', async ({
        owner: { page },
        desk: { at, begin, send },
      }) => {
        await look(page, `${at}/agents`)
        await begin('Harbour Pilot, which books berths for ships of every size')
        await send(await begin('Deleted'), 'Move to the trash')
        for (const path of ['', '/agents', '/trash', '/agents/new', '/agents/new?from=copy', NEW])
          await look(page, `${at}${path}`)
      })

      test('the pages of an agent are accessible and fit', async ({
        owner: { page },
        desk: { at, begin, publish, send },
      }) => {
        const agent = await begin('Harbour Pilot, which books berths for ships of every size')
        await look(page, `${at}${agent}/publish`)
        await publish(agent)
        await send(agent, 'List in the library', { publicName: publicName() })
        await send('/agents/new', 'Create agent', { name: 'Half', kind: 'skill' })
        for (const path of [agent, `${agent}/report`, '/agents/half/publish'])
          await look(page, `${at}${path}`)
      })
    })
