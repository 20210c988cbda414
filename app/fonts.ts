import localFont from 'next/font/local'

/** The text of the application. Report documents use the reader's own fonts instead. */
export const text = localFont({
  src: '../node_modules/@fontsource-variable/ibm-plex-sans/files/ibm-plex-sans-latin-wght-normal.woff2',
  weight: '100 700',
  variable: '--font-text',
  display: 'swap',
})

/** Numbers that line up: scores, factors, equations. */
export const figures = localFont({
  src: [
    {
      path: '../node_modules/@fontsource/ibm-plex-mono/files/ibm-plex-mono-latin-400-normal.woff2',
      weight: '400',
    },
    {
      path: '../node_modules/@fontsource/ibm-plex-mono/files/ibm-plex-mono-latin-600-normal.woff2',
      weight: '600',
    },
  ],
  variable: '--font-figures',
  display: 'swap',
  preload: false,
})
