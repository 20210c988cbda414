import type { ReactNode } from 'react'
import { DOCUMENT_CSS } from '@/components/report/document-css'

/** One HTML file that asks for nothing else: its styles are inside, and even the icon is empty on purpose. */
export function DocumentShell({
  title,
  head,
  css = DOCUMENT_CSS,
  children,
}: {
  title: string
  head?: ReactNode
  css?: string
  children: ReactNode
}) {
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        {head}
        <link rel="icon" href="data:," />
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: constants of our own, which escaping would break. */}
        <style dangerouslySetInnerHTML={{ __html: css }} />
      </head>
      <body>{children}</body>
    </html>
  )
}
