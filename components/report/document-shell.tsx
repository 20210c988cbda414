import type { ReactNode } from 'react'
import { DOCUMENT_CSS } from '@/components/report/document-css'

/** One HTML file that asks for nothing else: its styles are inside, and even the icon is empty on purpose. */
export function DocumentShell({
  title,
  head,
  children,
}: {
  title: string
  head?: ReactNode
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
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own constant, which escaping would break. */}
        <style dangerouslySetInnerHTML={{ __html: DOCUMENT_CSS }} />
      </head>
      <body>{children}</body>
    </html>
  )
}
