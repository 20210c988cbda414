/** Where everything about a listed agent stands, relative to the public address of this installation. */
export const addresses = {
  listing: (slug: string): string => `/agents/${slug}`,
  report: (slug: string, number?: number): string =>
    number === undefined ? `/agents/${slug}/threat-model` : `/agents/${slug}/threat-model/${number}`,
  twin: (slug: string, form: 'json' | 'md', number?: number): string =>
    `${addresses.report(slug, number)}.${form}`,
  badge: (slug: string): string => `/agents/${slug}/threat-model/badge.svg`,
  method: (anchor?: string): string => (anchor === undefined ? '/method' : `/method#${anchor}`),
} as const
