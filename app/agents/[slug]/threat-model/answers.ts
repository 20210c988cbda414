import { documentAnswer, messageAnswer } from '@/app/document-answer'
import { renderReport } from '@/components/report/render'
import type { PathParams } from '@/lib/http/operation'
import { notFound, toResponse } from '@/lib/http/problems'
import { publicJson, publicText } from '@/lib/http/respond'
import { type Failures, PROBLEMS } from '@/lib/http/route'
import { registry } from '@/lib/registry'
import { reportMarkdown } from '@/lib/report/markdown'
import type { PublishedReport } from '@/lib/report/published-report'
import { reportView } from '@/lib/report/report-view'
import { toTwin } from '@/lib/report/twin'

/** The forms in which a report is read, each with its answer for a report that is not there. */
export const FORMS = {
  html: async (report: PublishedReport | null): Promise<Response> =>
    report
      ? documentAnswer(200, await renderReport(reportView(report, registry().publicUrl)), ASK_AGAIN)
      : messageAnswer(404, 'There is no report at this address', GONE),
  json: async (report: PublishedReport | null): Promise<Response> =>
    report ? publicJson(toTwin(report, registry().publicUrl)) : toResponse(notFound(GONE)),
  md: async (report: PublishedReport | null): Promise<Response> =>
    report
      ? publicText('text/markdown', reportMarkdown(reportView(report, registry().publicUrl)))
      : publicText('text/plain', `Not found. ${GONE}\n`, 404),
} as const

const ASK_AGAIN = { 'cache-control': 'public, no-cache' }

export type Form = keyof typeof FORMS

const GONE =
  'The agent is not listed, or this revision of it was never published or has been withdrawn. Check the address, or look for the agent in the library.'

/** A failure is told in the form that was asked for: in a page, in a problem, in plain words. */
export const failuresIn = (formOf: (params: PathParams) => Form): Failures => ({
  unavailable: (params) => FAILURES[formOf(params)].unavailable(params),
  unexpected: (params, requestId) => FAILURES[formOf(params)].unexpected(params, requestId),
})

const AGAIN = { 'retry-after': '5' }
const UNAVAILABLE = [
  'The database does not answer right now',
  'Nothing is lost. Load this page again in a few seconds.',
] as const
const UNEXPECTED = [
  'This report could not be put together',
  'The failure is in the log of this installation. Trying again may help.',
] as const

const FAILURES: Readonly<Record<Form, Failures>> = {
  html: {
    unavailable: () => messageAnswer(503, ...UNAVAILABLE, AGAIN),
    unexpected: () => messageAnswer(500, ...UNEXPECTED),
  },
  json: PROBLEMS,
  md: {
    unavailable: () => publicText('text/plain', `${UNAVAILABLE.join('. ')}\n`, 503),
    unexpected: () => publicText('text/plain', `${UNEXPECTED.join('. ')}\n`, 500),
  },
}
