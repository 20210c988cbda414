import type { Metadata, Viewport } from 'next'
import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import { figures, text } from '@/app/fonts'
import { Footer } from '@/components/site/footer'
import { Header } from '@/components/site/header'
import { parseThemeChoice, THEME_COOKIE } from '@/lib/theme/choice'
import { DARK, LIGHT } from '@/lib/theme/palette'
import '@/app/globals.css'

// A page that is prerendered cannot carry the nonce of the request, and its scripts would be refused.
export const dynamic = 'force-dynamic'

export const metadata: Metadata = {
  title: { default: 'Fullscore', template: '%s · Fullscore' },
  description:
    'Threat models of AI agents and MCP servers, scored with OWASP AIVSS and written in the seven MAESTRO layers.',
}

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: LIGHT.paper },
    { media: '(prefers-color-scheme: dark)', color: DARK.paper },
  ],
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const jar = await cookies()
  const theme = parseThemeChoice(jar.get(THEME_COOKIE)?.value)
  // Only whether there is a session at all: reading the library must not wait for a database.
  const isKnown = jar.getAll().some(({ name }) => name.endsWith('fullscore.session_token'))
  return (
    <html
      lang="en"
      data-theme={theme === 'system' ? undefined : theme}
      className={`${text.variable} ${figures.variable}`}
    >
      <body className="flex flex-col font-sans">
        <a
          href="#main"
          className="sr-only focus:not-sr-only focus:absolute focus:z-10 focus:bg-paper focus:px-3 focus:py-2"
        >
          Skip to the content
        </a>
        <Header theme={theme} isKnown={isKnown} />
        <main
          id="main"
          tabIndex={-1}
          className="mx-auto w-full max-w-5xl flex-1 px-4 pt-8 outline-none has-[[data-desk]]:max-w-[84rem] has-[[data-desk]]:pt-6 sm:px-6 sm:pt-12"
        >
          {children}
        </main>
        <Footer />
      </body>
    </html>
  )
}
