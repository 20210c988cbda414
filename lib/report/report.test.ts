import { fromMarkdown } from 'mdast-util-from-markdown'
import { describe, expect, test } from 'vitest'
import { scoreDocument } from '@/lib/assessment/score-document'
import { twinSchema } from '@/lib/assessment/twin'
import { readDemoFiles } from '@/lib/demo/files'
import { publicPlace } from '@/lib/report/addresses'
import { badgeSvg } from '@/lib/report/badge'
import { reportMarkdown } from '@/lib/report/markdown'
import { reportView } from '@/lib/report/report-view'
import { toTwin } from '@/lib/report/twin'

const PUBLIC_URL = 'https://scores.example.org'
const place = publicPlace('an-agent')

const published = readDemoFiles().map((file) => {
  const score = scoreDocument(file.document)
  const line = {
    number: 1,
    publishedAt: file.publishedAt,
    note: file.note,
    score: score.score,
    severity: score.severity,
  }
  return { ...file, score, number: 1, publisher: 'A team', revisions: [line] }
})

describe.each(published)('$slug', (report) => {
  const view = reportView(report, PUBLIC_URL, place)

  test('every link leads to the public address', () => {
    const { revision, twins, ...links } = view.links
    for (const link of [...Object.values({ ...links, ...twins }), revision(1)])
      expect(link).toMatch(/^https:\/\/scores\.example\.org\//)
  })

  test('the equation ends in the score that stands at the head', () => {
    expect(Number(view.detail?.equation.exact).toFixed(1)).toBe(view.score)
    expect(view.detail?.equation.numbers).toContain(report.score.cvss.base.toFixed(1))
  })

  test('the twin fits the published schema and imports again without loss', () => {
    const twin = JSON.parse(JSON.stringify(toTwin(report, PUBLIC_URL, place)))
    expect(twinSchema.parse(twin).document).toEqual(report.document)
  })

  test('the Markdown has one title, a table of ten factors, and seven layers in order', () => {
    const nodes = fromMarkdown(reportMarkdown(view)).children
    const headings = nodes.filter((node) => node.type === 'heading')
    expect(headings.filter(({ depth }) => depth === 1)).toHaveLength(1)
    expect(headings.filter(({ depth }) => depth === 3)).toHaveLength(7)
    expect(reportMarkdown(view).match(/^\| [A-Z].* \| \d\.\d\d \| /gm)).toHaveLength(10)
  })
})

test('what a name holds cannot leave the badge or become Markdown', () => {
  const svg = badgeSvg('<script>"&\'', '9.5', 'Critical')
  expect(svg).toContain('&#60;script&#62;&#34;&#38;&#39;')
  const [first] = published
  if (!first) throw new Error('The demo library is empty')
  const hostile = { ...first, document: { ...first.document, name: '[a](https://evil.example) <b> `x` | #' } }
  const title = reportMarkdown(reportView(hostile, PUBLIC_URL, place)).split('\n')[0]
  expect(title).toBe('# \\[a\\](https://evil.example) \\<b> \\`x\\` | #: agentic threat model')
})

describe('no text of a report leaves its place in the Markdown', () => {
  const [first] = published
  if (!first) throw new Error('The demo library is empty')
  const { document } = first
  const { layers, factors } = document
  const markdownOf = (changes: Partial<typeof document>) =>
    reportMarkdown(reportView({ ...first, document: { ...document, ...changes } }, PUBLIC_URL, place))
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

  test.each(['First line\n---', '- a', '1. a', '# a', '> a', '    a', '```', '<div>', '\\', '| a |\n| - |'])(
    'a summary and a rationale of %j',
    (text) => {
      const cvss = { ...document.cvss, rationale: text }
      const expected = outline(markdownOf({ summary: 'Words.' }))
      expect(outline(markdownOf({ summary: text, cvss }))).toEqual(expected)
    },
  )

  test('a pipe, wherever it stands in a factor, ends no cell of its row', () => {
    const autonomy = {
      value: 0.5,
      rationale: '| a \\| b |\n| - |',
      evidence: [{ text: 'x|y', url: 'https://example.org/a|b' }],
    }
    const markdown = markdownOf({ factors: { ...factors, autonomy } })
    const row = markdown.split('\n').find((line) => line.includes('https://example.org/a'))
    expect(row?.match(/(?<!\\)(?:\\\\)*\|/g)).toHaveLength(4)
    expect(row).toContain('<https://example.org/a\\|b> |')
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
