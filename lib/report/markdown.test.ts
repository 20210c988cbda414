import fc from 'fast-check'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { describe, expect, test } from 'vitest'
import type { AssessmentDocument } from '@/lib/assessment/document'
import { FULL_DOCUMENT } from '@/lib/assessment/testing/drafts'
import { readDemoFiles } from '@/lib/demo/files'
import { publicPlace, type ReportPlace, sharedPlace } from '@/lib/report/addresses'
import { reportMarkdown } from '@/lib/report/markdown'
import { reportView } from '@/lib/report/report-view'
import { publishedOf } from '@/lib/report/testing/reports'
import { tablesIn } from '@/lib/report/testing/tables'

const PUBLIC_URL = 'https://scores.example.org'
const PUBLIC = publicPlace('an-agent')

const markdownOf = (changes: Partial<AssessmentDocument> = {}, place: ReportPlace = PUBLIC): string =>
  reportMarkdown(reportView(publishedOf({ ...FULL_DOCUMENT, ...changes }), PUBLIC_URL, place))

describe.each(readDemoFiles())('the Markdown of $slug', ({ document }) => {
  const markdown = markdownOf(document)
  const nodes = fromMarkdown(markdown).children

  test('has one title, its parts in the order of the page, and seven layers', () => {
    const headings = nodes.flatMap((node) =>
      node.type === 'heading'
        ? [
            `${'#'.repeat(node.depth)} ${node.children.map((one) => ('value' in one ? one.value : '')).join('')}`,
          ]
        : [],
    )
    expect(headings.filter((heading) => /^(#|##) /.test(heading))).toEqual([
      `# ${document.name}: agentic threat model`,
      '## How the score comes about',
      '## Ten agentic risk factors',
      '## Seven MAESTRO layers',
      '## Method and provenance',
    ])
    expect(headings.filter((heading) => /^### L\d/.test(heading))).toHaveLength(7)
    expect(headings.slice(-4)).toEqual(['### The system', '### Vector', '### How to cite', '### Revisions'])
  })

  test('has tables of equal rows: the result, the derivation, ten factors, seven layers', () => {
    const tables = tablesIn(markdown)
    expect(tables.map((rows) => rows.length)).toEqual([3, expect.any(Number), 12, 9])
    for (const rows of tables) expect(new Set(rows).size).toBe(1)
    expect(markdown.match(/^\| [A-Z].* \| \d\.\d\d \| /gm)).toHaveLength(10)
  })

  test('shows the evidence, what the system is, and every revision, and holds no raw HTML', () => {
    const text = markdown.replace(/\\/g, '')
    for (const rated of Object.values(document.factors))
      for (const piece of rated?.evidence ?? []) expect(text).toContain(piece.text.replace(/\s*\n\s*/g, ' '))
    expect(text).toContain(document.description?.replace(/\s*\n\s*/g, ' '))
    expect(markdown).toContain('- [Revision 1](https://scores.example.org/agents/an-agent/threat-model/1)')
    expect(nodes.map(({ type }) => type)).not.toContain('html')
  })
})

test('of what a link hides the Markdown says nothing', () => {
  const shared = (sections: 'summary' | 'without-evidence') => markdownOf({}, sharedPlace('Zk3v9', sections))
  expect(shared('summary')).toContain('**7.9 · High**')
  expect(shared('summary')).not.toMatch(
    /0\.45|Why autonomy|What threatens|What shows|Books berths|FULLSCORE:1/,
  )
  expect(shared('without-evidence')).toContain('Why autonomy is rated so.')
  expect(shared('without-evidence')).not.toMatch(/What shows|example\.org\/autonomy/)
})

describe('no text of a report leaves its place in the Markdown', () => {
  const { layers, factors, cvss } = FULL_DOCUMENT
  const withNarrative = (narrative: string) =>
    markdownOf({ layers: { ...layers, L1: { ...layers.L1, narrative } } })

  test.each([
    '```\nnever closed',
    '~~~',
    '<!-- never closed',
    '<div>\n<pre>',
    '<script>',
    '## Method and provenance',
    'Method\n===',
    '- a\n  ```',
    '> ```',
    '[a]: https://example.org "',
    '| a |\n| - |',
    '![a](https://example.org/a.png)',
  ])('a narrative of %j', (narrative) => {
    const { outside, inside } = outline(withNarrative(narrative))
    expect(outside).toEqual(outline(withNarrative('Words.')).outside)
    expect(inside.filter((kind) => /html|heading|#/.test(kind))).toEqual([])
  })

  const HOSTILE = [
    'First line\n---',
    ...['- a', '1. a', '# a', '> a', '    a', '```', '`', '<div>', '<!--', '\\', '\\|', '| a |\n| - |'],
  ]

  test.each(HOSTILE)('a text of %j, wherever it stands', (text) => {
    const evidence = [{ text, url: 'https://example.org/a|b' }]
    const given = `${text}x`
    const hostile = markdownOf({
      name: `a${text.replace(/\n/g, ' ')}`,
      vendor: text.replace(/\n/g, ' '),
      summary: given,
      description: given,
      cvss: { ...cvss, rationale: text },
      factors: { ...factors, autonomy: { value: 0.5, rationale: text, evidence } },
    })
    const calm = markdownOf({ factors: { ...factors, autonomy: { value: 0.5, rationale: 'a', evidence } } })
    const kinds = (markdown: string) => fromMarkdown(markdown).children.map(({ type }) => type)
    expect(kinds(hostile)).toEqual(kinds(calm))
    expect(tablesIn(hostile)).toEqual(tablesIn(calm))
  })

  test('whatever is written into a row, every row has as many cells as its head', () => {
    const marks = fc.constantFrom('|', '\\', '\n', '`', '<b>', '&#124;', ' ', 'a', '*', '~', '[', '](')
    const text = fc.array(marks, { minLength: 1, maxLength: 12 }).map((parts) => `a${parts.join('')}`)
    fc.assert(
      fc.property(text, text, (rationale, piece) => {
        const autonomy = { value: 0.5, rationale, evidence: [{ text: piece }] }
        const tables = tablesIn(markdownOf({ factors: { ...factors, autonomy } }))
        expect(tables).toHaveLength(4)
        for (const rows of tables) expect(new Set(rows).size).toBe(1)
      }),
    )
  })

  test('a name does not become Markdown', () => {
    const title = markdownOf({ name: '[a](https://evil.example) <b> `x` | #' }).split('\n')[0]
    expect(title).toBe('# \\[a\\](https://evil.example) \\<b> \\`x\\` | #: agentic threat model')
  })
})

/** The kinds of the top-level parts, headings in their words: those of the first layer's narrative, and all others. */
function outline(markdown: string): {
  readonly outside: readonly string[]
  readonly inside: readonly string[]
} {
  const kinds = fromMarkdown(markdown).children.map(({ type, position }) =>
    type === 'heading' ? markdown.slice(position?.start.offset, position?.end.offset) : type,
  )
  const start = kinds.findIndex((kind) => kind.startsWith('### L1')) + 2
  const end = kinds.findIndex((kind) => kind.startsWith('### L2'))
  return { outside: [...kinds.slice(0, start), ...kinds.slice(end)], inside: kinds.slice(start, end) }
}
