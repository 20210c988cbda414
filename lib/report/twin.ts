import type { Score } from '@/lib/aivss/score'
import type { Twin } from '@/lib/assessment/twin'
import { bug } from '@/lib/base/assert'
import type { ReportPlace } from '@/lib/report/addresses'
import type { PublishedReport } from '@/lib/report/published-report'
import { type Excerpt, toExcerpt } from '@/lib/report/to-excerpt'

/** A twin with the score as the core computes it, which nobody may change. */
type ReportTwin = Omit<Twin, 'score'> & { readonly score: Score }

/** The report for machines: whole, or as much of it as is shown where it is read. */
export const toJson = (
  report: PublishedReport,
  publicUrl: string,
  place: ReportPlace,
): ReportTwin | Excerpt =>
  place.sections === 'whole'
    ? toTwin(report, publicUrl, place)
    : toExcerpt(report, `${publicUrl}${place.report(report.number)}`, place.sections)

/** Its `document` can be imported as it stands. */
export const toTwin = (report: PublishedReport, publicUrl: string, place: ReportPlace): ReportTwin =>
  place.sections === 'whole'
    ? {
        document: report.document,
        score: report.score,
        revision: report.number,
        publishedAt: report.publishedAt.toISOString(),
        byline: report.byline === '' ? null : report.byline,
        url: `${publicUrl}${place.report(report.number)}`,
      }
    : bug('a twin was asked for where sections are hidden')
