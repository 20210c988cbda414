import { messageAnswer } from '@/app/document-answer'
import { forbidden, notFound, toResponse } from '@/lib/http/problems'
import { typed } from '@/lib/http/respond'
import { type Failures, PROBLEMS } from '@/lib/http/route'
import type { ReportForm } from '@/lib/report/report-path'

/** What is said where a report or a comparison cannot be given, in the form that was asked for. */
type Voice = Failures & {
  readonly gone: (sentence: string) => Response | Promise<Response>
  /** It is there, for whoever knows more. */
  readonly closed: (sentence: string) => Response | Promise<Response>
}

const AGAIN = { 'retry-after': '5' }
const UNAVAILABLE = [
  'The database does not answer right now',
  'Nothing is lost. Load this page again in a few seconds.',
] as const
const UNEXPECTED = [
  'This could not be put together',
  'The failure is in the log of this installation. Trying again may help.',
] as const

const PAGE: Voice = {
  gone: (sentence) => messageAnswer(404, 'There is nothing at this address', sentence),
  closed: (sentence) => messageAnswer(403, 'This is not open yet', sentence),
  unavailable: () => messageAnswer(503, ...UNAVAILABLE, AGAIN),
  unexpected: () => messageAnswer(500, ...UNEXPECTED),
}

const PROBLEM: Voice = {
  ...PROBLEMS,
  gone: (sentence) => toResponse(notFound(sentence)),
  closed: (sentence) => toResponse(forbidden(sentence)),
}

const plain = (status: number, text: string, headers = {}): Response =>
  typed('text/plain', `${text}\n`, { 'cache-control': 'no-store', ...headers }, status)

const TEXT: Voice = {
  gone: (sentence) => plain(404, `Not found. ${sentence}`),
  closed: (sentence) => plain(403, `Forbidden. ${sentence}`),
  unavailable: () => plain(503, UNAVAILABLE.join('. '), AGAIN),
  unexpected: () => plain(500, UNEXPECTED.join('. ')),
}

/** A comparison, which a link may share too, is also a table. */
export type SharedForm = ReportForm | 'csv'

const VOICES: Readonly<Record<SharedForm, Voice>> = {
  page: PAGE,
  html: PAGE,
  md: TEXT,
  csv: TEXT,
  json: PROBLEM,
  pdf: PROBLEM,
  image: PROBLEM,
}

/** To readers in a page, to programs in a problem, in plain words; an address that is no form speaks as a page. */
export const voiceOf = (form: SharedForm | undefined): Voice => (form === undefined ? PAGE : VOICES[form])

/** How a route of these fails, which its path decides. */
export const failuresIn = (
  formOf: (params: Readonly<Record<string, string>>) => SharedForm | undefined,
): Failures => ({
  unavailable: (params) => voiceOf(formOf(params)).unavailable(params),
  unexpected: (params, requestId) => voiceOf(formOf(params)).unexpected(params, requestId),
})
