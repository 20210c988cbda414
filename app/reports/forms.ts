import { documentAnswer } from '@/app/document-answer'
import { printedPdf, printedPicture } from '@/app/reports/printed'
import { renderReport } from '@/components/report/render'
import { contentDisposition, typed } from '@/lib/http/respond'
import { reportPdf } from '@/lib/press/pdf'
import { registry } from '@/lib/registry'
import type { ReportPlace } from '@/lib/report/addresses'
import { reportMarkdown } from '@/lib/report/markdown'
import type { PublishedReport } from '@/lib/report/published-report'
import type { ReportForm } from '@/lib/report/report-path'
import { reportView } from '@/lib/report/report-view'
import { toJson } from '@/lib/report/twin'

/** A report that was asked for, where it is read, and what every form of it says of who may keep and find it. */
export type Reading = {
  readonly report: PublishedReport
  readonly place: ReportPlace
  readonly headers: Readonly<Record<string, string>>
  /** Says when nobody waits for the answer any more. */
  readonly reader?: AbortSignal
}

/** The one table of what stands behind each address of a report, whoever reads it there. */
const FORMS: Readonly<Record<ReportForm, (reading: Reading) => Promise<Response>>> = {
  page: async (reading) => documentAnswer(200, await renderReport(viewOf(reading)), reading.headers),
  html: async (reading) =>
    documentAnswer(200, await renderReport(viewOf(reading)), {
      ...reading.headers,
      'content-disposition': contentDisposition(`${fileName(reading)}.html`),
    }),
  json: async ({ report, place, headers }) =>
    typed('application/json', JSON.stringify(toJson(report, registry().publicUrl, place)), headers),
  md: async (reading) => typed('text/markdown', reportMarkdown(viewOf(reading)), reading.headers),
  pdf: (reading) =>
    printedPdf((isEnough) => reportPdf(viewOf(reading), isEnough), reading.reader, {
      ...reading.headers,
      'content-disposition': contentDisposition(`${fileName(reading)}.pdf`, 'inline'),
    }),
  image: (reading) => printedPicture(viewOf(reading), reading.reader, reading.headers),
}

export const answerIn = (form: ReportForm, reading: Reading): Promise<Response> => FORMS[form](reading)

const viewOf = ({ report, place }: Reading) => reportView(report, registry().publicUrl, place)

const fileName = ({ report: { document, number } }: Reading): string =>
  `${document.name} threat model, revision ${number}`
