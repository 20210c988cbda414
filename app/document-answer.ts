import { createHash } from 'node:crypto'
import { DOCUMENT_CSS } from '@/components/report/document-css'
import { renderMessage } from '@/components/report/render'
import { registry } from '@/lib/registry'

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

/** Nothing may be loaded and nothing may run; only the styles inside the document count, by their digest. */
const DOCUMENT_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(DOCUMENT_CSS).digest('base64')}'`,
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')
