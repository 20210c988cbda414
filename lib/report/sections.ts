/** How much of a report somebody is shown. What is hidden is not in the view at all, whatever form it takes. */
export const SECTIONS = ['whole', 'without-evidence', 'summary'] as const
export type Sections = (typeof SECTIONS)[number]

export const SECTIONS_TEXTS: Readonly<Record<Sections, string>> = {
  whole: 'The whole report',
  'without-evidence': 'Without evidence',
  summary: 'Summary and score only',
}
