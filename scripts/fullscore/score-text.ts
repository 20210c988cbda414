import { FACTOR_SETS } from '@/lib/aivss/factors'
import { FORMULAS, formulaOf } from '@/lib/aivss/formulas'
import type { Score } from '@/lib/aivss/score'
import type { Severity } from '@/lib/aivss/severity'
import type { Span, Style } from '@/scripts/fullscore/outcome'
import { WIDTH, wrap } from '@/scripts/fullscore/wrap'

const STYLES: Readonly<Record<Severity, Style>> = {
  None: 'soft',
  Low: 'good',
  Medium: 'warning',
  High: 'bad',
  Critical: 'bad',
}

export const scoreSpan = ({ score, severity }: Pick<Score, 'score' | 'severity'>): Span => ({
  text: `${score.toFixed(1)} ${severity}`,
  style: STYLES[severity],
})

/** A score with everything that explains it, for a reader with a pencil. */
export const scoreText = (score: Score): readonly Span[] => [
  scoreSpan(score),
  `  ${formulaOf(score.formula).title}, ${FACTOR_SETS[score.factorSet].name}\n`,
  ...part('How it comes about', score.steps.map(stepText)),
  ...part('The same inputs under the other formulas', othersOf(score)),
  ...(score.notices.length === 0
    ? []
    : part(
        'What a reader should know about this number',
        score.notices.map(({ message }) => indented(wrap(message, WIDTH - 4), '  - ', '    ')),
      )),
  ...part('Vector, which scores the same again', [`  ${score.vector}`]),
]

const part = (title: string, lines: readonly string[]): readonly Span[] => [
  '\n',
  { text: title, style: 'strong' },
  `\n${lines.join('\n')}`,
  ...(title.startsWith('Vector') ? [] : ['\n']),
]

const LABEL = 32

/** The expression beside its label, and what it comes to below, behind a sign of equality. */
function stepText({ label, expression, value }: Score['steps'][number]): string {
  const room = WIDTH - LABEL - 2
  // An arrow names its result already.
  const lines = [...wrap(expression, room), ...(expression.includes('→') ? [] : [`= ${value}`])]
  return indented(lines, `  ${label}`.padEnd(LABEL + 2), ' '.repeat(LABEL + 2))
}

const othersOf = ({ others }: Score): readonly string[] =>
  FORMULAS.flatMap(({ id, title }) => {
    const other = others[id]
    return other ? [`  ${title.padEnd(LABEL)}${other.score.toFixed(1)} ${other.severity}`] : []
  })

const indented = (lines: readonly string[], first: string, rest: string): string =>
  lines.map((line, index) => `${index === 0 ? first : rest}${line}`).join('\n')
