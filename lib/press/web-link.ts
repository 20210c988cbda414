const SCHEMES = ['http:', 'https:', 'mailto:']

/** An address as a link of a file may carry it: to the web or a mailbox, and in ASCII; null when it is none. */
export function webLink(url: string): string | null {
  if (!URL.canParse(url)) return null
  const { protocol, href } = new URL(url)
  return SCHEMES.includes(protocol) ? href : null
}
