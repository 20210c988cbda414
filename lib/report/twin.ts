import type { Score } from '@/lib/aivss/score'
import type { Twin } from '@/lib/assessment/twin'
import type { ReportPlace } from '@/lib/report/addresses'
import type { PublishedReport } from '@/lib/report/published-report'

/** A twin with the score as the core computes it, which nobody may change. */
type ReportTwin = Omit<Twin, 'score'> & { readonly score: Score }

/** The report for machines; its `document` can be imported as it stands. */
export const toTwin = (report: PublishedReport, publicUrl: string, place: ReportPlace): ReportTwin => ({
  document: report.document,
  score: report.score,
  revision: report.number,
  publishedAt: report.publishedAt.toISOString(),
  byline: report.byline === '' ? null : report.byline,
  url: `${publicUrl}${place.report(report.number)}`,
})
