import { documentNamed, expect, test } from './complete-agents'
import { expectAccessible, expectNoSidewaysScroll, SCHEMES, WIDTHS } from './fixtures'

const withSummary = (name: string, summary: string): string =>
  JSON.stringify({ ...JSON.parse(documentNamed(name)), name, summary })

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with script' : 'without script', () => {
    test.use({ javaScriptEnabled })

    test('a mistyped word finds what was meant, says so, and shows where it stands', async ({
      owner: { page },
      desk: { at, begin },
    }) => {
      await begin('Harbour Pilot', withSummary('Harbour Pilot', 'It steers a lighthouse, day and night.'))
      await begin('Night Watch', withSummary('Night Watch', 'It looks on.'))
      await page.goto(`${at}/agents`)
      await page.getByLabel('Search').fill('LIGHTHUOSE')
      await page.getByRole('button', { name: 'Apply' }).click()
      await expect(page.getByText('Nothing has “lighthuose”: shown is “lighthouse”.')).toBeVisible()
      await expect(page.getByRole('status').getByText('1 agent', { exact: true })).toBeVisible()
      const row = page.getByRole('row').filter({ hasText: 'Harbour Pilot' })
      await expect(row.locator('mark')).toHaveText('lighthouse')
      await expect(row).toContainText('Summary: It steers a lighthouse, day and night.')
    })

    test('what a list is narrowed down by stands in a short address, and is taken away one by one', async ({
      owner: { page },
      desk: { at, begin, publish },
    }) => {
      await publish(await begin('Harbour Pilot'))
      await begin('Night Watch')
      await page.goto(`${at}/agents`)
      await page.getByText('More filters').click()
      await page.getByLabel('Dynamic Tool Use, at least').fill('0.05')
      await page.getByRole('combobox', { name: 'Draft' }).selectOption('Published as it is')
      await page.getByRole('group', { name: 'Factors' }).locator('..').getByRole('button').click()
      await expect(page).toHaveURL(`${at}/agents?toolUse=0.05..&draft=published`)
      await expect(page.getByRole('rowheader')).toHaveText(['Harbour Pilot'])
      const chips = page.getByRole('list', { name: 'Active filters' })
      await chips.getByRole('link', { name: /^Dynamic Tool Use: at least 0.05/ }).click()
      await expect(page).toHaveURL(`${at}/agents?draft=published`)
      await chips.getByRole('link', { name: 'Show everything' }).click()
      await expect(page.getByRole('rowheader')).toHaveCount(2)
    })

    test('columns are chosen, and a view keeps them under a name until it is deleted', async ({
      owner: { page },
      desk: { at, begin },
    }) => {
      await begin('Harbour Pilot')
      await page.goto(`${at}/agents?sort=name`)
      await page.getByText('Columns', { exact: true }).first().click()
      await page.getByRole('checkbox', { name: 'Visibility' }).uncheck()
      await page.getByRole('checkbox', { name: 'Vendor' }).check()
      await page.getByRole('group', { name: 'Columns' }).locator('..').getByRole('button').click()
      await expect(page.getByRole('columnheader')).toHaveText([
        'Chosen',
        'Agent',
        'Score',
        'Kind',
        'Vendor',
        'Uncertain layers',
        'Last saved',
      ])
      await page.getByText('Save this view').click()
      await page.getByLabel('Name of the view').fill('By vendor')
      await page.getByRole('button', { name: 'Save view' }).click()
      const views = page.getByRole('region', { name: 'Saved views' })
      await expect(views.getByRole('link', { name: 'By vendor' })).toBeVisible()
      await page.goto(`${at}/agents`)
      await views.getByRole('link', { name: 'By vendor' }).click()
      await expect(page).toHaveURL(/sort=name&columns=score%2Ckind%2Cvendor/)
      await views.getByText('Save or delete views').click()
      await views.getByRole('button', { name: 'Delete view' }).click()
      await expect(views.getByRole('link')).toHaveCount(0)
    })
  })
}

test('whoever only reads opens views and saves none', async ({
  owner: { page, workspace },
  desk: { at, begin, send },
  join,
}) => {
  await begin('Harbour Pilot')
  await send('/agents', 'Save view', { query: 'severity=High', name: 'Dangerous' })
  const viewer = await join('viewer')
  await viewer.page.goto(`/w/${workspace}/agents`)
  const views = viewer.page.getByRole('region', { name: 'Saved views' })
  await expect(views.getByText(/Save/)).toHaveCount(0)
  await views.getByRole('link', { name: 'Dangerous' }).click()
  await expect(viewer.page.getByText('Nothing matches all of this.')).toBeVisible()
  await expect(page).not.toHaveURL(`${at}/agents?severity=High`)
})

for (const width of WIDTHS)
  for (const colorScheme of SCHEMES)
    test.describe(`${width} pixels wide, ${colorScheme}`, () => {
      test.use({ viewport: { width, height: 900 }, colorScheme })

      test('lists with everything open are accessible and fit', async ({
        owner: { page },
        desk: { at, begin },
      }) => {
        await begin('Harbour Pilot', withSummary('Harbour Pilot', 'It steers a lighthouse.'))
        for (const path of [`${at}/agents?q=lighthouse&kind=mcp-server&sort=name`, '/?q=infrastructure']) {
          await page.goto(path)
          await expect(page.locator('mark').first()).toBeVisible()
          await page.locator('main details').evaluateAll((all) => {
            for (const fold of all) fold.setAttribute('open', '')
          })
          await expectAccessible(page)
          await expectNoSidewaysScroll(page)
        }
      })
    })

test('hostile searches are answered like any other', async ({ page }) => {
  for (const q of [
    `' | *`,
    'a:* & !b',
    '\\',
    '%00',
    '\u0000',
    'x'.repeat(200),
    'x'.repeat(300),
    '日'.repeat(200),
    '<script>',
  ]) {
    const response = await page.goto(`/?q=${encodeURIComponent(q)}`)
    expect(response?.status(), q).toBe(200)
  }
})

test('each figure of the library leads to as many agents as it counts', async ({ page }) => {
  await page.goto('/')
  await page.getByText('The library in figures').click()
  const links = page.locator('main details a')
  const figures = await links.evaluateAll((all) =>
    all.map(
      (link) => [link.getAttribute('href') ?? '', Number.parseInt(link.textContent ?? '', 10)] as const,
    ),
  )
  expect(figures.length).toBeGreaterThan(20)
  for (const [href, agents] of figures) {
    const answer = await page.request.get(`/api/v1/library${href.slice(1)}&limit=100`)
    expect((await answer.json()).items, href).toHaveLength(agents)
  }
})
