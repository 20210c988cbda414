import type { Sections } from '@/lib/report/sections'

/** The forms in which a report is passed on, each by what stands behind the dot of its address. */
export const FILE_FORMS = ['json', 'md', 'pdf', 'html'] as const
export type FileForm = (typeof FILE_FORMS)[number]

/** Where everything about a listed agent stands, relative to the public address of this installation. */
export const addresses = {
  listing: (slug: string): string => `/agents/${slug}`,
  report: (slug: string, number?: number): string =>
    number === undefined ? `/agents/${slug}/threat-model` : `/agents/${slug}/threat-model/${number}`,
  twin: (slug: string, form: FileForm, number?: number): string =>
    `${addresses.report(slug, number)}.${form}`,
  image: (slug: string, number?: number): string => `${addresses.report(slug, number)}/og.png`,
  badge: (slug: string): string => `/agents/${slug}/threat-model/badge.svg`,
  embed: (slug: string): string => `/agents/${slug}/threat-model/embed`,
  oembed: (slug: string): string => `/agents/${slug}/threat-model/oembed`,
  /** The badge of an agent that is not listed, or of a pinned revision. */
  badgeAt: (code: string): string => `/badge/${code}.svg`,
  method: (anchor?: string): string => (anchor === undefined ? '/method' : `/method#${anchor}`),
} as const

/** Where a report is read, by whom, and how much of it. */
export type ReportPlace = {
  readonly report: (number?: number) => string
  /** What is told of the agent besides its report; a link that is shared leads nowhere else. */
  readonly listing: string | null
  /** Absent where the report is read on its page alone. */
  readonly twins?: {
    readonly file: (form: FileForm, number: number) => string
    readonly image: (number: number) => string
  }
  /** Where machines are told how to show a link to the report; for nobody but public ones. */
  readonly oembed?: string
  readonly readers: 'everybody' | 'members' | 'link'
  readonly sections: Sections
}

export const publicPlace = (slug: string): ReportPlace => ({
  report: (number) => addresses.report(slug, number),
  listing: addresses.listing(slug),
  twins: {
    file: (form, number) => addresses.twin(slug, form, number),
    image: (number) => addresses.image(slug, number),
  },
  oembed: addresses.oembed(slug),
  readers: 'everybody',
  sections: 'whole',
})

/** Inside the workspace, whether or not anybody else may read it. */
export const membersPlace = (workspace: string, slug: string): ReportPlace & { readonly listing: string } => {
  const listing = `/w/${workspace}/agents/${slug}`
  const report = (number?: number) =>
    number === undefined ? `${listing}/report` : `${listing}/report/${number}`
  return {
    listing,
    report,
    twins: {
      file: (form, number) => `${report(number)}.${form}`,
      image: (number) => `${report(number)}/og.png`,
    },
    readers: 'members',
    sections: 'whole',
  }
}

/** Under a link that was made for it: one revision, which the link and not its reader chooses. */
export const sharedPlace = (token: string, sections: Sections): ReportPlace => {
  const report = `/r/${token}`
  return {
    report: () => report,
    listing: null,
    twins: { file: (form) => `${report}.${form}`, image: () => `${report}/og.png` },
    readers: 'link',
    sections,
  }
}
