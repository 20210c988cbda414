import { type AssessmentDocument, documentSchema } from '@/lib/assessment/document'
import { scoreDocument } from '@/lib/assessment/score-document'
import type { PublishedReport } from '@/lib/report/published-report'

/** A document as the first revision that anybody published of it. */
export function publishedOf(
  document: AssessmentDocument,
  published: Partial<Omit<PublishedReport, 'document' | 'score'>> = {},
): PublishedReport {
  const score = scoreDocument(document)
  const publishedAt = new Date('2026-10-01T08:30:00Z')
  const line = { number: 1, publishedAt, note: '', score: score.score, severity: score.severity }
  return {
    publisher: 'A team',
    document: documentSchema.parse(document),
    score,
    number: 1,
    note: '',
    byline: 'An author',
    publishedAt,
    revisions: [line],
    ...published,
  }
}
