import type { Severity } from '@/lib/aivss/severity'
import type { AssessmentDocument } from '@/lib/assessment/document'
import { KIND_LABELS } from '@/lib/assessment/kinds'
import { addresses, type ReportPlace } from '@/lib/report/addresses'
import { formatDay, isoDay } from '@/lib/report/dates'
import type { PublishedReport, RevisionLine } from '@/lib/report/published-report'
import { detailOf, type ReportDetail } from '@/lib/report/report-detail'
import type { Sections } from '@/lib/report/sections'

/** A report in the words and figures it is shown with, whatever form it takes: page, Markdown, PDF, picture. */
export type ReportView = {
  readonly name: string
  readonly title: string
  readonly kind: string
  readonly vendor: string | null
  readonly description: string | null
  readonly summary: string
  readonly score: string
  readonly severity: Severity
  readonly sections: Sections
  /** How the score comes about and the layers; null where only summary and score are shown. */
  readonly detail: ReportDetail | null
  readonly number: number
  readonly day: string
  readonly isoDay: string
  readonly byline: string
  readonly publisher: string
  readonly readers: ReportPlace['readers']
  readonly revisions: readonly RevisionView[]
  readonly links: ReportLinks
  readonly citation: string
}

export type RevisionView = {
  readonly number: number
  readonly day: string
  readonly score: string
  readonly severity: Severity
  readonly note: string
}

/** Absolute, because a report is read far from where it was made. */
export type ReportLinks = {
  readonly self: string
  readonly latest: string
  /** What is told of the agent besides; null for a reader of a link. */
  readonly listing: string | null
  /** The twins, where there are any. */
  readonly twins: ReportTwins | null
  readonly oembed: string | null
  readonly method: string
  readonly formulaMethod: string
  readonly revision: (number: number) => string
}

export type ReportTwins = {
  readonly json: string
  readonly markdown: string
  readonly pdf: string
  readonly html: string
  readonly image: string
}

export function reportView(report: PublishedReport, publicUrl: string, place: ReportPlace): ReportView {
  const { document, score } = report
  const byline = report.byline || report.publisher
  const links = linksOf(report.number, place, publicUrl)
  return {
    name: document.name,
    title: titleOf(document),
    kind: KIND_LABELS[document.kind ?? 'other'],
    vendor: document.vendor ?? null,
    description: place.sections === 'summary' ? null : (document.description ?? null),
    summary: document.summary,
    score: score.score.toFixed(1),
    severity: score.severity,
    sections: place.sections,
    detail: place.sections === 'summary' ? null : detailOf(document, score, place.sections),
    number: report.number,
    day: formatDay(report.publishedAt),
    isoDay: isoDay(report.publishedAt),
    byline,
    publisher: report.publisher,
    readers: place.readers,
    revisions: place.readers === 'link' ? [] : report.revisions.map(revisionOf),
    links,
    citation: [
      `${byline}. “${titleOf(document)}.” Revision ${report.number}, ${formatDay(report.publishedAt)}. ${report.publisher}.`,
      // The address of a shared link is a secret, which nobody should cite.
      ...(place.readers === 'link' ? [] : [links.self]),
    ].join(' '),
  }
}

const titleOf = ({ name }: AssessmentDocument): string => `${name}: agentic threat model`

const revisionOf = ({ number, publishedAt, score, severity, note }: RevisionLine): RevisionView => ({
  number,
  day: formatDay(publishedAt),
  score: score.toFixed(1),
  severity,
  note,
})

function linksOf(number: number, place: ReportPlace, publicUrl: string): ReportLinks {
  const at = (path: string) => `${publicUrl}${path}`
  const { twins, oembed } = place
  const self = at(place.report(number))
  return {
    self,
    latest: at(place.report()),
    listing: place.listing === null ? null : at(place.listing),
    twins: twins
      ? {
          json: at(twins.file('json', number)),
          markdown: at(twins.file('md', number)),
          pdf: at(twins.file('pdf', number)),
          html: at(twins.file('html', number)),
          image: at(twins.image(number)),
        }
      : null,
    oembed: oembed === undefined ? null : at(`${oembed}?url=${encodeURIComponent(self)}&format=json`),
    method: at(addresses.method()),
    formulaMethod: at(addresses.method('formulas')),
    revision: (revision) => at(place.report(revision)),
  }
}
