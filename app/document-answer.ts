import { createHash } from 'node:crypto'
import { COMPARISON_CSS } from '@/components/comparison-document/css'
import { CARD_CSS } from '@/components/report/card-css'
import { DOCUMENT_CSS, FORM_CSS } from '@/components/report/document-css'
import { renderCard, renderMessage } from '@/components/report/render'
import { registry } from '@/lib/registry'
import type { ReportDetail } from '@/lib/report/report-detail'
import type { ReportView } from '@/lib/report/report-view'

/** A document of one file as an answer. Who may keep it is the caller's to say; what is no document is never kept. */
export const documentAnswer = (
  status: number,
  html: string,
  headers: Readonly<Record<string, string>> = {},
): Response =>
  new Response(html, {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': DOCUMENT_POLICY,
      ...headers,
    },
  })

/** What a reader gets in place of a document. */
export const messageAnswer = async (
  status: number,
  title: string,
  text: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> =>
  documentAnswer(status, await renderMessage(title, text, registry().publicUrl), headers)

/** A document with a form in it, which is sent to the address that it came from. */
export const formAnswer = (
  status: number,
  html: string,
  headers: Readonly<Record<string, string>> = {},
): Response => documentAnswer(status, html, { 'content-security-policy': FORM_POLICY, ...headers })

/** The card of a report, which the pages of the named hosts may show in a frame. */
export const cardAnswer = async (
  view: ReportView,
  detail: ReportDetail,
  {
    frameAncestors,
    headers,
  }: { readonly frameAncestors: readonly string[]; readonly headers: Readonly<Record<string, string>> },
): Promise<Response> =>
  documentAnswer(200, await renderCard(view, detail), {
    ...headers,
    'content-security-policy': documentPolicy(CARD_CSS, { frameAncestors }),
  })

/** A comparison of agents, which has styles of its own. */
export const comparisonPage = (html: string, headers: Readonly<Record<string, string>>): Response =>
  documentAnswer(200, html, { ...headers, 'content-security-policy': COMPARISON_POLICY })

type Opened = {
  readonly frameAncestors?: readonly string[]
  readonly formAction?: "'none'" | "'self'"
}

/** Nothing may be loaded and nothing may run; only the styles inside the document count, by their digest. */
const documentPolicy = (
  css: string,
  { frameAncestors = ["'none'"], formAction = "'none'" }: Opened = {},
): string =>
  [
    "default-src 'none'",
    `style-src 'sha256-${createHash('sha256').update(css).digest('base64')}'`,
    'img-src data:',
    "base-uri 'none'",
    `form-action ${formAction}`,
    `frame-ancestors ${frameAncestors.join(' ')}`,
  ].join('; ')

const DOCUMENT_POLICY = documentPolicy(DOCUMENT_CSS)
const COMPARISON_POLICY = documentPolicy(COMPARISON_CSS)
const FORM_POLICY = documentPolicy(FORM_CSS, { formAction: "'self'" })
