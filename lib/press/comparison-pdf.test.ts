import { describe, expect, test } from 'vitest'
import { LIMITS } from '@/lib/assessment/limits'
import { draftAgent, publishedAgent } from '@/lib/compare/testing/agents'
import { whyWorse } from '@/lib/compare/why'
import { comparisonPdf, type PrintedComparison } from '@/lib/press/comparison-pdf'
import { demoAgents, printedOf, sixWith, wordsOfComparison } from '@/lib/press/testing/comparisons'
import { outOfOrder, placesOf, readPdf, spaceless } from '@/lib/press/testing/read-pdf'

async function pdfOf(printed: PrintedComparison): Promise<Uint8Array> {
  const made = await comparisonPdf(printed)
  if (!made.ok) throw new Error(made.error)
  return made.value
}

const six = () => [...demoAgents(), draftAgent('f')]
const mixed = () => [
  publishedAgent('a'),
  publishedAgent('b', { formula: 'aivss-0.5', set: 'natural-language', base: 9 }),
  publishedAgent('c', { rating: 0.9, mitigation: 0.67 }),
]

describe.each([
  ['two agents', () => printedOf(demoAgents().slice(0, 2)), 7],
  ['three of different formulas and sets', () => printedOf(mixed()), 6],
  ['six, one of them a draft', () => printedOf(six()), 12],
] as const)('a comparison of %s', (_, comparison, pagesMax) => {
  test('says every word of the view in the order of the page', async () => {
    const printed = comparison()
    const { pages } = await readPdf(await pdfOf(printed))
    const foot = spaceless(`${printed.paper.title} · comparison of`)
    const text = pages.map((page) => page.slice(0, page.lastIndexOf(foot))).join('')
    expect(outOfOrder(text, wordsOfComparison(printed))).toBeUndefined()
  })

  test('stands on landscape pages, each with its number', async () => {
    const { pages, sizes } = await readPdf(await pdfOf(comparison()))
    expect(pages.length).toBeLessThanOrEqual(pagesMax)
    expect(placesOf(pages)).toEqual(pages.map((_, index) => `${index + 1}/${pages.length}`))
    expect(new Set(sizes)).toEqual(new Set(['297×210']))
  })

  test('says what it is, and what each passage is', async () => {
    const { view, paper } = comparison()
    const { info, isTagged, roles, bookmarks } = await readPdf(await pdfOf(comparison()))
    expect(info).toMatchObject({ Title: paper.title, Author: paper.source, Language: 'en' })
    expect(isTagged).toBe(true)
    for (const role of ['H1', 'H2', 'H3', 'H4', 'P', 'Table', 'TR', 'TH', 'TD', 'L', 'LI', 'Link'])
      expect(roles, role).toContain(role)
    expect(roles.filter((role) => role === 'H1')).toHaveLength(1)
    expect(bookmarks).toEqual([
      'Priority under AIVSS 0.8',
      'Scores',
      'Why they differ',
      expect.stringMatching(/^Why .* scores/),
      'Agentic risk factors',
      ...view.factors.map(({ name }) => name),
      'Seven MAESTRO layers',
      ...view.layers.map(({ id, name }) => `${id} ${name}`),
      'What would bring them down',
      ...view.agents.filter(({ score }) => score !== null).map(({ name }) => name),
      'Method and provenance',
    ])
  })

  test('is the same file, byte for byte, each time, with every font inside', async () => {
    const bytes = await pdfOf(comparison())
    expect(Buffer.from(bytes).equals(await pdfOf(comparison()))).toBe(true)
    const fonts =
      Buffer.from(bytes)
        .toString('latin1')
        .match(/\/Type \/FontDescriptor[\s\S]*?endobj/g) ?? []
    expect(fonts.length).toBeGreaterThan(2)
    for (const font of fonts) expect(font).toMatch(/\/FontFile[23]? \d+ 0 R/)
  })
})

test('a draft is called one on every page, and wherever it has a column', async () => {
  const { pages } = await readPdf(await pdfOf(printedOf(six())))
  for (const page of pages) expect(page).toContain(spaceless('draft, not published: Agent f'))
  const withHead = pages.filter((page) => /^(Factor|Layer)?AzureMCPServerCloudflare/.test(page))
  expect(withHead.length).toBeGreaterThan(1)
  for (const page of withHead) expect(page).toContain(spaceless('Agent f (draft) Draft, not published'))
})

test('a table that goes on repeats its head', async () => {
  const { pages } = await readPdf(await pdfOf(printedOf(demoAgents().slice(0, 2))))
  const head = spaceless('Factor Azure MCP Server Cloudflare MCP Servers Spread')
  expect(pages.filter((page) => page.includes(head)).length).toBeGreaterThanOrEqual(2)
  expect(pages.some((page) => page.startsWith(head))).toBe(true)
})

test.each([
  [2, 7],
  [4, 2],
  [4, 4],
  [5, 1],
])('the last row is not left alone on a page: %i agents, a title of %i parts', async (count, parts) => {
  const title = Array(6 * parts)
    .fill('Names of it')
    .join(' ')
  const { pages } = await readPdf(await pdfOf(printedOf(demoAgents().slice(0, count), title)))
  const goesOn = pages[1]?.split('Kind') ?? []
  expect(goesOn).toHaveLength(2)
  expect(goesOn[0]).toContain('Revision')
})

test('no heading is the last on its page, wherever the page happens to end', async () => {
  const headings = [
    'Scores',
    'Why they differ',
    'Agentic risk factors',
    'Seven MAESTRO layers',
    'What would bring them down',
    'Method and provenance',
  ].map(spaceless)
  for (const parts of [1, 16, 17, 18, 19, 20, 21, 22]) {
    const title = Array(6 * parts)
      .fill('Names of it')
      .join(' ')
    const { pages } = await readPdf(await pdfOf(printedOf(demoAgents().slice(0, 2), title)))
    for (const page of pages) {
      const above = page.slice(0, page.lastIndexOf('Namesof'))
      const words = above.slice(0, above.search(/(Namesofit)*$/))
      for (const heading of headings) expect(words.endsWith(heading), `${heading} ${parts}`).toBe(false)
    }
  }
})

test('a page that begins inside a layer names it', async () => {
  const { pages } = await readPdf(await pdfOf(printedOf(six())))
  expect(pages.some((page) => /^L\d.*?,continued/.test(page))).toBe(true)
  for (const page of pages)
    for (const { name } of six()) expect(page).not.toMatch(new RegExp(`^${spaceless(name)}[■◇]`))
})

test('the pair that is asked for is explained instead of the one that is furthest apart', async () => {
  const [one, other] = demoAgents()
  if (!one || !other) throw new Error('The demo library is empty')
  const why = whyWorse(other, one, 'aivss-0.8')
  const { text } = await readPdf(await pdfOf({ ...printedOf(demoAgents()), why }))
  expect(text).toContain(spaceless('Why Cloudflare MCP Servers scores 0.1 less than Azure MCP Server'))
  expect(text).not.toContain(spaceless('Why Sequential DevOps'))
})

test('no address of a draft or of another kind than the web becomes a link', async () => {
  const [first, second] = demoAgents()
  if (!first || !second) throw new Error('The demo library is empty')
  const agents = [{ ...first, href: 'javascript:alert(1)' }, { ...second, href: null }, draftAgent('f')]
  const { links } = await readPdf(await pdfOf(printedOf(agents)))
  expect(links.length).toBeGreaterThan(0)
  for (const link of links) expect(link).toMatch(/^https:\/\/scores\.example\.org\/method/)
})

test('long narratives go on side by side over the pages, and each page says whose they are', async () => {
  const narrative = Array.from({ length: 60 }, (_, index) => `Passage ${index} ends here.`).join('\n\n')
  const agents = sixWith('Long', { narrative, rationale: 'Why.' }).slice(0, 2)
  const { pages, text } = await readPdf(await pdfOf(printedOf(agents)))
  for (const passage of narrative.split('\n\n'))
    expect(text.split(spaceless(passage)), passage).toHaveLength(1 + 2 * 7)
  const goingOn = pages.filter((page) => page.includes(',continued'))
  expect(goingOn.length).toBeGreaterThanOrEqual(7)
  for (const page of goingOn) expect(page).toContain('Long(agent-1)')
})

test('six agents at all of their limits let others go on, and stop when nobody waits any more', async () => {
  const printed = printedOf(
    sixWith('n'.repeat(LIMITS.name), {
      narrative: '- a\n'.repeat(LIMITS.narrative / 4),
      rationale: 'r'.repeat(LIMITS.rationale),
    }),
    't'.repeat(200),
  )
  let turns = 0
  const others = setInterval(() => {
    turns += 1
  }, 0)
  const made = await comparisonPdf(printed, () => turns > 3)
  clearInterval(others)
  expect(made).toEqual({ ok: false, error: 'stopped' })
})
