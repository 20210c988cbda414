import type { Standing } from '@/lib/compare/standing'

/** The parts of a comparison, whatever form it takes. */
export const COMPARISON_HEADINGS = {
  scores: 'Scores',
  others: 'The same inputs under the other formulas',
  factors: 'Agentic risk factors',
  layers: 'Seven MAESTRO layers',
  why: 'Why they differ',
  reach: 'What would bring them down',
} as const

export const priorityHeading = ({ formula }: Standing): string => `Priority under ${formula.title}`

export const sameFactorsWords = (count: number): string =>
  `${count} ${count === 1 ? 'factor is rated' : 'factors are rated'} the same and left out.`
