import { CERTAINTY_TEXTS, type Certainty } from '@/lib/maestro/certainty'
import type { ReportView, RevisionView } from '@/lib/report/report-view'
import { SECTIONS_TEXTS } from '@/lib/report/sections'

/** A sentence with links in it, whatever it is shown on. */
export type Words = readonly (string | { readonly text: string; readonly url: string })[]

export const HEADINGS = {
  derivation: 'How the score comes about',
  others: 'The same inputs under the other formulas',
  notices: 'What a reader should know about this number',
  factors: 'Ten agentic risk factors',
  layers: 'Seven MAESTRO layers',
  provenance: 'Method and provenance',
  system: 'The system',
  vector: 'Vector',
  citation: 'How to cite',
  revisions: 'Revisions',
} as const

/** Where the report is read by whoever has a link: whose it is, and how much of it this is. */
export const sharedWords = ({ publisher, number, day, sections }: ReportView): string =>
  `Shared by ${publisher}: revision ${number} of ${day}${sections === 'whole' ? '' : `, ${SECTIONS_TEXTS[sections].toLowerCase()}`}`

export const kickerOf = ({ kind, vendor }: ReportView): string =>
  ['Agentic threat model', kind, ...(vendor === null ? [] : [vendor])].join(' · ')

export const factorsLead = (factorSum: string): readonly [string, string, string] => [
  'Each is rated from 0.00 to 1.00, where 0.50 is the middle of the published rubric. They add up to ',
  factorSum,
  ' of 10.',
]

export const certaintyMeaning = (certainty: Certainty): string => {
  const { explanation } = CERTAINTY_TEXTS[certainty]
  return explanation.charAt(0).toLowerCase() + explanation.slice(1)
}

export function methodWords({ detail, links }: ReportView): Words {
  const scored: Words = detail
    ? [{ text: detail.formula.title, url: links.formulaMethod }, `, ${detail.formula.equation}, of`]
    : [{ text: 'AIVSS', url: links.formulaMethod }, ',']
  return [
    'Scored by Fullscore with ',
    ...scored,
    ` the OWASP AI Vulnerability Scoring System. The ratings are an author's estimate from what is public about the system; the arithmetic is computed${detail ? ' and can be repeated from the vector below' : ''}. The layers follow `,
    { text: 'MAESTRO', url: links.method },
    ', the seven-layer threat modelling framework of the Cloud Security Alliance and Ken Huang.',
  ]
}

export const revisionWords = (
  { number, day, score, severity, note }: RevisionView,
  { revision }: ReportView['links'],
): Words => [
  { text: `Revision ${number}`, url: revision(number) },
  `, ${day}: ${score} ${severity}${note === '' ? '' : `. ${note}`}`,
]

export function keepingWords({ links: { twins }, publisher }: ReportView): Words {
  const published = `Published by ${publisher}.`
  if (twins === null) return [published]
  return [
    'This report to keep: ',
    { text: 'PDF', url: twins.pdf },
    ', ',
    { text: 'HTML', url: twins.html },
    ', ',
    { text: 'Markdown', url: twins.markdown },
    ', ',
    { text: 'JSON', url: twins.json },
    `. ${published}`,
  ]
}

/** The host that a piece of evidence is found on, which says more at a glance than its whole address. */
export const hostOf = (url: string): string =>
  url.replace(/^https?:\/\/(?:www\.)?/, '').replace(/[/?#].*$/s, '')
