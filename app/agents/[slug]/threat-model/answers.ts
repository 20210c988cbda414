import { createHash } from 'node:crypto'
import { DOCUMENT_CSS } from '@/components/report/document-css'
import { renderMessage, renderReport } from '@/components/report/render'
import { notFound, toResponse } from '@/lib/http/problems'
import { publicJson, publicText } from '@/lib/http/respond'
import type { Failures } from '@/lib/http/route'
import { registry } from '@/lib/registry'
import { reportMarkdown } from '@/lib/report/markdown'
import type { PublishedReport } from '@/lib/report/published-report'
import { reportView } from '@/lib/report/report-view'
import { toTwin } from '@/lib/report/twin'

/** The forms in which a report is read, each with its answer for a report that is not there. */
export const FORMS = {
  html: async (report: PublishedReport | null): Promise<Response> =>
    report
      ? page(200, await renderReport(reportView(report, registry().publicUrl)))
      : message(404, 'There is no report at this address', GONE),
  json: async (report: PublishedReport | null): Promise<Response> =>
    report ? publicJson(toTwin(report, registry().publicUrl)) : toResponse(notFound(GONE)),
  md: async (report: PublishedReport | null): Promise<Response> =>
    report
      ? publicText('text/markdown', reportMarkdown(reportView(report, registry().publicUrl)))
      : publicText('text/plain', `Not found. ${GONE}\n`, 404),
} as const

export type Form = keyof typeof FORMS

const GONE =
  'The agent is not listed, or this revision of it was never published or has been withdrawn. Check the address, or look for the agent in the library.'

/** A reader of a page is told of a failure in a page. */
export const PAGE_FAILURES: Failures = {
  unavailable: () =>
    message(503, 'The database does not answer right now', unavailableText, { 'retry-after': '5' }),
  unexpected: () => message(500, 'This report could not be put together', unexpectedText),
}

const unavailableText = 'Nothing is lost. Load this page again in a few seconds.'
const unexpectedText = 'The failure is in the log of this installation. Trying again may help.'

const message = async (
  status: number,
  title: string,
  text: string,
  headers: Record<string, string> = {},
): Promise<Response> => page(status, await renderMessage(title, text, registry().publicUrl), headers)

const page = (status: number, html: string, headers: Record<string, string> = {}): Response =>
  new Response(html, {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': status === 200 ? 'public, no-cache' : 'no-store',
      'content-security-policy': DOCUMENT_POLICY,
      ...headers,
    },
  })

/** Nothing may be loaded and nothing may run; only the styles inside the document count, by their digest. */
const DOCUMENT_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(DOCUMENT_CSS).digest('base64')}'`,
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')
