import { fromMarkdown } from 'mdast-util-from-markdown'
import { describe, expect, test } from 'vitest'
import { scoreDocument } from '@/lib/assessment/score-document'
import { twinSchema } from '@/lib/assessment/twin'
import { readDemoFiles } from '@/lib/demo/files'
import { badgeSvg } from '@/lib/report/badge'
import { reportMarkdown } from '@/lib/report/markdown'
import { reportView } from '@/lib/report/report-view'
import { toTwin } from '@/lib/report/twin'

const PUBLIC_URL = 'https://scores.example.org'

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
  const view = reportView(report, PUBLIC_URL)

  test('every link leads to the public address', () => {
    const { revision, ...links } = view.links
    for (const link of [...Object.values(links), revision(1)])
      expect(link).toMatch(/^https:\/\/scores\.example\.org\//)
  })

  test('the equation ends in the score that stands at the head', () => {
    expect(Number(view.equation.exact).toFixed(1)).toBe(view.score)
    expect(view.equation.numbers).toContain(report.score.cvss.base.toFixed(1))
  })

  test('the twin fits the published schema and imports again without loss', () => {
    const twin = JSON.parse(JSON.stringify(toTwin(report, PUBLIC_URL)))
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
  const title = reportMarkdown(reportView(hostile, PUBLIC_URL)).split('\n')[0]
  expect(title).toBe('# \\[a\\](https://evil.example) \\<b\\> \\`x\\` | \\#: agentic threat model')
})
