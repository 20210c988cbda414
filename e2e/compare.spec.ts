import {
  DEMO_NAMES,
  DEMO_SLUGS,
  expect,
  expectAccessible,
  expectNoSidewaysScroll,
  SCHEMES,
  test,
  WIDTHS,
} from './fixtures'
import { expectComparisonOnPaper } from './on-paper'
import { countScript } from './script-bytes'

const FIVE = `/compare?agents=${DEMO_SLUGS.join(',')}`
const TWO = '/compare?agents=azure-mcp-server-mcp,configcat-mcp-server'

/** Of which some ratings are the same. */
const ALIKE = '/compare?agents=digitalocean-mcp-server,sequential-devops-kubernetes-mcp-server'

const PAGES = [
  '/compare',
  '/compare?agents=azure-mcp-server-mcp&find=server',
  '/compare?agents=nobody,azure-mcp-server-mcp,Ü&sort=size&colour=red',
  TWO,
  `${FIVE}&sort=spread&only=differences&target=Low`,
]

for (const path of PAGES) {
  test(`${path} is accessible in both themes and fits a phone`, async ({ page }) => {
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 800 })
      for (const colorScheme of SCHEMES) {
        await page.emulateMedia({ colorScheme })
        await page.goto(path)
        await expectAccessible(page)
      }
      await expectNoSidewaysScroll(page)
    }
  })
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with script' : 'without script', () => {
    test.use({ javaScriptEnabled })

    test('whoever is equal in priority is called so before any difference is shown', async ({ page }) => {
      await page.goto(FIVE)
      const text = await page.getByRole('main').textContent()
      const equal = text?.indexOf('are Critical: equal in priority.')
      expect(equal).toBeGreaterThan(0)
      expect(text?.indexOf('CVSS base')).toBeGreaterThan(equal ?? 0)
    })

    test('agents are found, added, moved and removed, and the address holds all of it', async ({ page }) => {
      await page.goto('/compare')
      await page.getByLabel('Add an agent').fill('azure')
      await page.getByRole('button', { name: 'Find' }).click()
      await page.getByRole('link', { name: 'Add Azure MCP Server' }).click()
      await expect(page.getByText('One more agent is needed')).toBeVisible()
      await page.getByRole('link', { name: 'Add ConfigCat/mcp-server' }).click()
      await expect(page).toHaveURL(TWO)
      await page.getByRole('link', { name: 'Move ConfigCat/mcp-server to the left' }).click()
      await expect(page).toHaveURL('/compare?agents=configcat-mcp-server,azure-mcp-server-mcp')
      await page.getByRole('link', { name: 'Remove Azure MCP Server' }).click()
      await expect(page).toHaveURL('/compare?agents=configcat-mcp-server')
    })

    test('rows are sorted by spread, and those without a difference are left out', async ({ page }) => {
      await page.goto(ALIKE)
      await page.getByRole('link', { name: 'Widest spread first' }).click()
      await expect(page).toHaveURL(/sort=spread/)
      await page.waitForLoadState()
      const table = page.getByRole('region', { name: 'Factors by agent' })
      const spreads = async () => {
        const notes = await table.getByRole('rowheader').allTextContents()
        return notes.map((note) => Number(note.match(/Spread (.*)/)?.[1] ?? 0))
      }
      const all = await spreads()
      expect(all).toEqual(all.toSorted((one, other) => other - one))
      expect(all).toContain(0)
      await page.getByRole('link', { name: 'Only differences' }).click()
      await expect(page).toHaveURL(/only=differences/)
      await expect(table.getByRole('rowheader')).toHaveCount(all.filter((spread) => spread > 0).length)
    })

    test('why one is worse than another is asked of any pair, and its parts add up', async ({ page }) => {
      await page.goto(FIVE)
      await page.getByLabel('Why is').selectOption('Azure MCP Server')
      await page.getByLabel('worse than').selectOption('Cloudflare MCP Servers')
      await page.getByRole('button', { name: 'Explain' }).click()
      await page.waitForLoadState()
      await expect(page.getByRole('heading', { name: /^Why Azure MCP Server .* Cloudflare/ })).toBeVisible()
      const table = page.getByRole('table', { name: 'What each input adds to the difference' })
      const figures = (await table.getByRole('cell').filter({ hasText: /\d/ }).allTextContents()).map(
        (text) => Math.round(Number(text.replace('−', '-')) * 100),
      )
      expect(figures.slice(0, -1).reduce((sum, part) => sum + part, 0)).toBe(figures.at(-1))
    })

    test('another severity is aimed at', async ({ page }) => {
      await page.goto(TWO)
      await page.getByRole('navigation', { name: 'Down to' }).getByRole('link', { name: 'Low' }).click()
      await expect(page.getByRole('heading', { name: 'What would bring it to 3.9 or below' })).toBeVisible()
    })
  })
}

test('what is not listed is told like what does not exist, and the rest is compared', async ({ page }) => {
  await page.goto(`${TWO},nobody,first-team`)
  const notice = page.getByRole('complementary')
  for (const name of ['nobody', 'first-team'])
    await expect(notice.getByText(`${name}: No listed agent has this name.`)).toBeVisible()
  await expect(page.getByRole('columnheader', { name: 'Azure MCP Server' }).first()).toBeVisible()
})

test('a column goes where it is dragged', async ({ page }) => {
  await page.goto(FIVE)
  const head = (name: string) => page.getByRole('columnheader', { name }).first()
  await page
    .locator(`[data-grip="${DEMO_SLUGS[4]}"]`)
    .dragTo(head('DigitalOcean MCP Server').locator('a').first())
  const [first, ...others] = [DEMO_SLUGS[4], ...DEMO_SLUGS.slice(0, 4)]
  await expect(page).toHaveURL(`/compare?agents=${[first, ...others].join(',')}`)
  await expect(page.getByRole('columnheader').nth(1)).toContainText('Cloudflare MCP Servers')
})

test('the keyboard moves a column step by step and keeps the hand on it', async ({ page }) => {
  await page.goto(FIVE)
  await page.getByRole('link', { name: 'Move DigitalOcean MCP Server to the right' }).focus()
  for (const column of [2, 3, 4]) {
    await page.keyboard.press('Enter')
    await expect(
      page.getByRole('link', {
        name: `Move DigitalOcean MCP Server to the right, now column ${column} of 5`,
      }),
    ).toBeFocused()
  }
  await page.keyboard.press('Enter')
  await expect(
    page.getByRole('link', { name: 'Move DigitalOcean MCP Server to the left, now column 5 of 5' }),
  ).toBeFocused()
})

test('on a phone a table is swiped by itself, and its first column stays', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 })
  await page.goto(FIVE)
  const table = page.getByRole('region', { name: 'Factors by agent' })
  const first = table.getByRole('rowheader').first()
  const before = await first.boundingBox()
  await table.focus()
  const last = table.getByRole('columnheader').last()
  await expect(last).not.toBeInViewport()
  await table.evaluate((element) => {
    element.scrollLeft = element.scrollWidth
  })
  await expect(last).toBeInViewport()
  expect((await first.boundingBox())?.x).toBe(before?.x)
  await expectNoSidewaysScroll(page)
})

test('on paper there are no controls, nothing sticks out, and what was folded is there', async ({ page }) => {
  await page.goto(FIVE)
  await expectComparisonOnPaper(page, DEMO_NAMES)
})

const SCRIPT_BYTES_MAX = 150 * 1024

test('a comparison is readable with at most 150 KB of compressed script, and charts come when asked for', async ({
  page,
}) => {
  const bytes = countScript(page)
  await page.goto(FIVE, { waitUntil: 'networkidle' })
  const readable = await bytes()
  expect(readable).toBeGreaterThan(0)
  expect(readable).toBeLessThanOrEqual(SCRIPT_BYTES_MAX)
  await page.getByRole('link', { name: 'Bars', exact: true }).click()
  await expect(
    page
      .getByRole('img', { name: /^The factors as bars/ })
      .locator('svg')
      .first(),
  ).toBeVisible()
  const charts = (await bytes()) - readable
  expect(charts).toBeGreaterThan(0)
  test.info().annotations.push({ type: 'script', description: `${readable} bytes, charts ${charts} more` })
})

for (const kind of ['radar', 'bars'] as const) {
  test(`${kind} tell every agent apart without a colour, and are accessible`, async ({ page }) => {
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 800 })
      for (const colorScheme of SCHEMES) {
        await page.emulateMedia({ colorScheme })
        await page.goto(`${FIVE}&chart=${kind}`)
        const chart = page.getByRole('img', { name: `The factors as ${kind}` })
        const drawn = chart.locator(kind === 'radar' ? '.recharts-radar-polygon path' : 'pattern')
        await expect(drawn).toHaveCount(DEMO_SLUGS.length)
        const looks = await drawn.evaluateAll((shapes) =>
          shapes.map((shape) =>
            shape instanceof SVGPathElement
              ? shape.getAttribute('stroke-dasharray')
              : shape.innerHTML.replace(/var\(--series-\d\)/g, ''),
          ),
        )
        expect(new Set(looks).size).toBe(looks.length)
        await expectAccessible(page)
      }
      await expectNoSidewaysScroll(page)
    }
  })
}

/** How the factors are read out of each file, in their order. */
const FILES = {
  CSV: { type: 'text/csv', rows: /^"?([^",\n]+)"?,[\d.]+,[\d.]+,[\d.]+\r$/gm },
  JSON: { type: 'application/json', rows: /"name":"([^"]+)","ratings"/g },
  Markdown: { type: 'text/markdown', rows: /^\| ([^|]+) \|(?: (?:\*\*)?\d\.\d\d(?:\*\*)? \|){3}$/gm },
  HTML: { type: 'text/html', rows: /<th scope="row">([^<]+)<span class="sub">Spread/g },
} as const

for (const [name, { type, rows }] of Object.entries(FILES)) {
  test(`the comparison is taken along as ${name}, and says what the page says`, async ({ page, request }) => {
    await page.goto(`${ALIKE}&only=differences&sort=spread`)
    const href = (await page.getByRole('link', { name, exact: true }).getAttribute('href')) ?? ''
    const answer = await request.get(href)
    expect(answer.status()).toBe(200)
    expect(answer.headers()['content-type']).toContain(type)
    const text = (await answer.text()).replaceAll('&amp;', '&')
    const factors = page.getByRole('region', { name: 'Factors by agent' }).getByRole('rowheader')
    const shown = (await factors.allTextContents()).map((head) => head.split('Spread')[0])
    expect(shown.length).toBeGreaterThan(2)
    expect(shown.length).toBeLessThan(10)
    expect([...text.matchAll(rows)].map(([, factor]) => factor)).toEqual(shown)
    expect(text).toContain('DigitalOcean MCP Server')
    expect(text).toContain('9.5')
  })
}

test('the comparison is taken along as a PDF', async ({ page, request }) => {
  await page.goto(ALIKE)
  const href = (await page.getByRole('link', { name: 'PDF', exact: true }).getAttribute('href')) ?? ''
  const answer = await request.get(href)
  expect(answer.status()).toBe(200)
  expect(answer.headers()['content-type']).toContain('application/pdf')
  expect((await answer.body()).subarray(0, 5).toString()).toBe('%PDF-')
})

test('a file that would lack an agent is none, and says which', async ({ request }) => {
  const answer = await request.get('/compare/comparison.csv?agents=azure-mcp-server-mcp,nobody')
  expect(answer.status()).toBe(404)
  expect(await answer.text()).toContain('nobody: No listed agent has this name.')
  for (const path of ['/compare/comparison.exe', '/compare/page', `/compare/comparison.csv?agents=nobody`])
    expect((await request.get(path)).status(), path).toBe(404)
})
