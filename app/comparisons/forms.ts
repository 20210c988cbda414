import { comparisonPage } from '@/app/document-answer'
import { printedPdf } from '@/app/reports/printed'
import { renderComparison } from '@/components/comparison-document/render'
import type { ComparisonView } from '@/lib/compare/comparison-view'
import { comparisonCsv } from '@/lib/compare/csv'
import type { ComparisonFile } from '@/lib/compare/files'
import { comparisonAnswer } from '@/lib/compare/json'
import { comparisonMarkdown } from '@/lib/compare/markdown'
import type { ComparisonPaper } from '@/lib/compare/paper'
import type { WhyView } from '@/lib/compare/why'
import { contentDisposition, typed } from '@/lib/http/respond'
import { comparisonPdf } from '@/lib/press/comparison-pdf'

/** The forms in which a comparison leaves the app. */
export type ComparisonForm = 'page' | ComparisonFile

export type ComparisonReading = {
  readonly view: ComparisonView
  readonly paper: ComparisonPaper
  /** The pair that was asked about; without it, the one that is furthest apart. */
  readonly why?: WhyView | null
  readonly headers: Readonly<Record<string, string>>
  /** Says when nobody waits for the answer any more. */
  readonly reader?: AbortSignal
}

/** The one table of what stands behind each address of a comparison, whoever reads it there. */
const FORMS: Readonly<Record<ComparisonForm, (reading: ComparisonReading) => Promise<Response>>> = {
  page: async ({ view, why = null, paper, headers }) =>
    comparisonPage(await renderComparison(view, why, paper), headers),
  html: async ({ view, why = null, paper, headers }) =>
    comparisonPage(await renderComparison(view, why, paper), {
      ...headers,
      'content-disposition': contentDisposition(`${paper.title}.html`),
    }),
  json: async ({ view, headers }) =>
    typed('application/json', JSON.stringify(comparisonAnswer(view)), headers),
  md: async ({ view, headers }) => typed('text/markdown', comparisonMarkdown(view), headers),
  csv: async ({ view, paper, headers }) =>
    typed('text/csv', comparisonCsv(view), {
      ...headers,
      'content-disposition': contentDisposition(`${paper.title}.csv`),
    }),
  pdf: ({ view, paper, why = null, headers, reader }) =>
    printedPdf((isEnough) => comparisonPdf({ view, paper, why }, isEnough), reader, {
      ...headers,
      'content-disposition': contentDisposition(`${paper.title}.pdf`, 'inline'),
    }),
}

export const comparisonIn = (form: ComparisonForm, reading: ComparisonReading): Promise<Response> =>
  FORMS[form](reading)

export const isComparisonForm = (form: string): form is ComparisonForm => Object.hasOwn(FORMS, form)
