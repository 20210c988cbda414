import { formatHundredths } from '@/lib/aivss/decimal'
import type { AgentHead, FormulaName } from '@/lib/compare/agent-head'
import type { ComparisonView } from '@/lib/compare/comparison-view'
import type { FactorsReach } from '@/lib/compare/reach-view'
import type { Standing } from '@/lib/compare/standing'
import type { WhyView } from '@/lib/compare/why'
import { listOf } from '@/lib/compare/words'

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

export const NO_SCORE = 'No score yet'

export const NO_BAND = 'A draft without a score stands in no band.'

export const NO_NARRATIVE = 'Nothing is written yet.'

export const standingLead = ({ formula, isTheirOwn }: Standing): string =>
  isTheirOwn
    ? `By ${formula.title}, the formula that they share. Agents of one band are equal in priority.`
    : `All of them under ${formula.title}, whatever they are rated under. Agents of one band are equal in priority.`

/** What a draft lacks, as a list of one; of none for an agent with a score. */
export const lackingWords = ({ name, missing }: AgentHead): readonly string[] =>
  missing.length === 0 ? [] : [`${name} has no score yet. It lacks: ${missing.join(', ')}.`]

export const messagesOf = ({ notices }: AgentHead): readonly string[] => notices.map(({ message }) => message)

/** Each notice once, with the agents that it is about. */
export const noticeWords = (agents: readonly AgentHead[]): readonly string[] =>
  [...new Set(agents.flatMap(messagesOf))].map((notice) => {
    const about = agents.filter((agent) => messagesOf(agent).includes(notice))
    return `${listOf(about.map(({ name }) => name))}: ${notice}`
  })

export const NOTICES_HEADING = 'What a reader should know about these numbers'

export const FACTORS_LEAD =
  'Each is rated from 0.00 to 1.00, and more is worse. The highest of a row is marked where they differ.'

export const whyLead = ({ priority, formula }: WhyView): string =>
  `${priority} Under ${formula.title}, part by part:`

export const whyTogether = ({ of, than }: WhyView): string => `${of.score.text} against ${than.score.text}`

export const whySame = ({ same }: WhyView): string => `The same in both: ${same.join(', ')}.`

export const WHY_METHOD =
  'Each part is what its input adds, averaged over every order in which the inputs can change, so that no order is preferred.'

export const REACH_LEAD =
  'The cheapest single changes, and the fewest factors that could do it together. A cost is what is taken away.'

export const REACH_TITLES = {
  singles: 'One change alone, the cheapest first',
  factors: 'Factors together',
} as const

export const costWords = (hundredths: number): string => `−${formatHundredths(hundredths)}`

export const setsWords = ({ sets, setsInAll }: FactorsReach): string =>
  `These are ${sets.length} of ${setsInAll}.`

export const METHOD_HEADINGS = { formulas: 'Formulas', agents: 'Agents' } as const

/** Every formula that a number here was made with. */
export const formulaNames = ({ standing, otherStandings }: ComparisonView): readonly FormulaName[] =>
  [standing, ...otherStandings].map(({ formula }) => formula)

export const methodSentence = ({ agents }: ComparisonView): string => {
  const drafts = agents.filter(({ source }) => source.isDraft).map(({ name }) => name)
  return [
    'Compared by Fullscore. The ratings are their authors’ estimates from what is public about each system; the arithmetic is computed. A score says which of two agents comes first and not by how many times, so no mean of scores is taken.',
    ...(drafts.length === 0
      ? []
      : [`${listOf(drafts)} ${drafts.length === 1 ? 'is' : 'are'} not published and may change.`]),
  ].join(' ')
}
