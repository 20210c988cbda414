import { describe, expect, test } from 'vitest'
import { scoreDocument } from '@/lib/assessment/score-document'
import { readDemoFiles } from '@/lib/demo/files'
import { publicPlace } from '@/lib/report/addresses'
import { reportView } from '@/lib/report/report-view'

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
})
