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

/** Where a report stands, for the links in it. */
export type ReportPlace = {
  readonly report: (number?: number) => string
  /** What is told of the agent besides its report. */
  readonly listing: string
  /** Absent where the report is read on its page alone. */
  readonly twin?: (form: 'json' | 'md', number: number) => string
  /** Who reads it there. */
  readonly readers: 'everybody' | 'members'
}

export const publicPlace = (slug: string): ReportPlace => ({
  report: (number) => addresses.report(slug, number),
  listing: addresses.listing(slug),
  twin: (form, number) => addresses.twin(slug, form, number),
  readers: 'everybody',
})

/** Inside the workspace, whether or not anybody else may read it. */
export const membersPlace = (workspace: string, slug: string): ReportPlace => {
  const listing = `/w/${workspace}/agents/${slug}`
  return {
    report: (number) => (number === undefined ? `${listing}/report` : `${listing}/report/${number}`),
    listing,
    readers: 'members',
  }
}
