import { divideHalfUp, formatCompact, formatTenths, toNumber } from '@/lib/aivss/decimal'
import type { Computation, Terms } from '@/lib/aivss/formula'
import type { Formula } from '@/lib/aivss/formulas'
import { ratingsOf, type ScoreInput } from '@/lib/aivss/score-input'

/** One formula applied to one input: every stage that a notice, a step or an answer may need. */
export type Derivation = {
  readonly formula: Formula
  readonly terms: Terms
  readonly computation: Computation
  /** Half up to one decimal, before the cap. */
  readonly roundedTenths: number
  readonly scoreTenths: number
}

const CAP_TENTHS = 100

export const derive = (formula: Formula, input: ScoreInput): Derivation => {
  const terms: Terms = {
    baseTenths: input.cvss.baseTenths,
    factorSumHundredths: Object.values(input.factors).reduce((sum, hundredths) => sum + hundredths, 0),
    threatHundredths: input.threatHundredths,
    mitigationHundredths: input.mitigationHundredths ?? 100,
  }
  const computation = formula.compute(terms)
  return {
    ...{ formula, terms, computation },
    roundedTenths: roundedTenthsOf(computation),
    scoreTenths: scoreTenthsOf(computation),
  }
}

const roundedTenthsOf = ({ scoreHundredMillionths }: Computation): number =>
  divideHalfUp(scoreHundredMillionths, 10_000_000)

/** As it is shown: half up to one decimal, and then capped. */
export const scoreTenthsOf = (computation: Computation): number =>
  Math.min(roundedTenthsOf(computation), CAP_TENTHS)

export type Step = { readonly label: string; readonly expression: string; readonly value: number }

/** Of the step whose expression is the whole formula in numbers. */
export const UNROUNDED_STEP = 'Score before rounding'

/** The way from the ratings to the score, for a reader with a pencil. */
export const stepsOf = (derivation: Derivation, input: ScoreInput): readonly Step[] => {
  const { terms, computation, roundedTenths, scoreTenths } = derivation
  const unrounded = formatCompact(computation.scoreHundredMillionths, 8)
  const steps: readonly Step[] = [
    {
      label: 'Factor sum F',
      expression: ratingsOf(input)
        .map((rating) => formatCompact(rating.hundredths, 2))
        .join(' + '),
      value: toNumber(terms.factorSumHundredths, 2),
    },
    {
      label: 'Agentic risk (AARS)',
      expression: computation.aarsExpression,
      value: toNumber(computation.aarsMillionths, 6),
    },
    {
      label: UNROUNDED_STEP,
      expression: computation.scoreExpression,
      value: toNumber(computation.scoreHundredMillionths, 8),
    },
    {
      label: 'Rounded half up to one decimal',
      expression: `${unrounded} → ${formatTenths(roundedTenths)}`,
      value: toNumber(roundedTenths, 1),
    },
  ]
  if (roundedTenths === scoreTenths) return steps
  const capped: Step = {
    label: 'Capped at 10.0',
    expression: `${formatTenths(roundedTenths)} → ${formatTenths(scoreTenths)}`,
    value: toNumber(scoreTenths, 1),
  }
  return [...steps, capped]
}
