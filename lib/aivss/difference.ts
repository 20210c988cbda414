import { derive } from '@/lib/aivss/derivation'
import { FACTOR_IDS, type FactorId } from '@/lib/aivss/factors'
import type { Terms } from '@/lib/aivss/formula'
import type { Formula } from '@/lib/aivss/formulas'
import { type RatedFactors, ratingsOf, type ScoreInput } from '@/lib/aivss/score-input'

/** What a score depends on: three figures and each factor of either set. */
export type ScorePart = 'cvss' | 'threatMultiplier' | 'mitigationFactor' | FactorId

/**
 * Why one score differs from another under one formula, as parts that add up: what each input contributes to the
 * difference of the unrounded, uncapped scores, and what rounding and the cap do to it. Amounts are whole numbers of
 * 1/`UNITS_PER_POINT`, so that nothing is lost on the way.
 */
export type Difference = {
  /** Of the scores as they are shown. */
  readonly total: number
  readonly parts: readonly DifferencePart[]
  readonly roundingAndCap: number
}

export type DifferencePart = {
  readonly part: ScorePart
  readonly amount: number
  /** C in tenths, everything else in hundredths; null for a factor that is not in the set. */
  readonly of: number | null
  readonly than: number | null
}

/** Hundred-millionths of a point, each in 24: so many are the orders in which four terms can change. */
export const UNITS_PER_POINT = 24 * 100_000_000
const UNITS_PER_TENTH = UNITS_PER_POINT / 10

/**
 * The contribution of an input is what its change from `than` to `of` adds to the score, averaged over every order in
 * which the inputs can change (the value of Shapley). So the parts add up, and nothing depends on an order that
 * somebody chose. Each formula is a straight line in the factor sum, which makes the contribution of a factor its own
 * change times what one hundredth of the sum contributes: four terms are enough to average over, not thirteen inputs.
 * A factor that only one of the two rates counts as 0 for the other.
 */
export function difference(formula: Formula, of: ScoreInput, than: ScoreInput): Difference {
  const [to, from] = [derive(formula, of), derive(formula, than)]
  const sum = from.terms.factorSumHundredths
  const line = scoresBetween(formula, from.terms, { ...to.terms, factorSumHundredths: sum + 1 })
  const scores = withSumChangedBy(to.terms.factorSumHundredths - sum, line)
  const perHundredth = averageGain(line, 'factorSumHundredths')
  const figures = FIGURES.filter(({ part }) => part !== 'mitigationFactor' || formula.usesMitigation)
  const parts = [
    ...figures.map(({ part, term }) => ({
      part,
      amount: averageGain(scores, term),
      of: to.terms[term],
      than: from.terms[term],
    })),
    ...ratedByEither(of, than).map((rated) => ({
      ...rated,
      // Nothing times a loss would be −0, which is another number than 0 when it is compared or written.
      amount: ((rated.of ?? 0) - (rated.than ?? 0)) * perHundredth + 0,
    })),
  ]
  const total = (to.scoreTenths - from.scoreTenths) * UNITS_PER_TENTH
  return { total, parts, roundingAndCap: total - parts.reduce((sum, { amount }) => sum + amount, 0) }
}

const FIGURES = [
  { part: 'cvss', term: 'baseTenths' },
  { part: 'threatMultiplier', term: 'threatHundredths' },
  { part: 'mitigationFactor', term: 'mitigationHundredths' },
] as const

/** A factor that stands in the set of one alone is an input of its own, beside the one that stands in its place. */
function ratedByEither(of: RatedFactors, than: RatedFactors) {
  const [one, other] = [ratingById(of), ratingById(than)]
  return FACTOR_IDS.filter((id) => one.has(id) || other.has(id)).map((id) => ({
    part: id,
    of: one.get(id) ?? null,
    than: other.get(id) ?? null,
  }))
}

const ratingById = (rated: RatedFactors): ReadonlyMap<FactorId, number> =>
  new Map(ratingsOf(rated).map(({ id, hundredths }) => [id, hundredths]))

const TERMS = ['baseTenths', 'factorSumHundredths', 'threatHundredths', 'mitigationHundredths'] as const
type Term = (typeof TERMS)[number]

/** A number from 0 to 15 says of each of the four terms, bit by bit, whether it has changed already. */
const SUBSETS = Array.from({ length: 2 ** TERMS.length }, (_, subset) => subset)
const bitOf = (term: Term): number => 2 ** TERMS.indexOf(term)
const hasChanged = (subset: number, term: Term): boolean => (subset & bitOf(term)) !== 0

/** The unrounded score for every subset of the terms that has changed, by the number of the subset. */
const scoresBetween = (formula: Formula, from: Terms, to: Terms): readonly number[] =>
  SIDES.map(({ baseTenths, factorSumHundredths, threatHundredths, mitigationHundredths }) => {
    const between = {
      baseTenths: (baseTenths ? to : from).baseTenths,
      factorSumHundredths: (factorSumHundredths ? to : from).factorSumHundredths,
      threatHundredths: (threatHundredths ? to : from).threatHundredths,
      mitigationHundredths: (mitigationHundredths ? to : from).mitigationHundredths,
    }
    return formula.compute(between).scoreHundredMillionths
  })

/** From scores between which the factor sum rises by one hundredth, those between which it changes by as many as wished. */
const withSumChangedBy = (hundredths: number, line: readonly number[]): readonly number[] =>
  line.map((score, subset) => {
    const before = line[subset & ~bitOf('factorSumHundredths')] ?? 0
    return before + (score - before) * hundredths
  })

const SIDES = SUBSETS.map((subset) => ({
  baseTenths: hasChanged(subset, 'baseTenths'),
  factorSumHundredths: hasChanged(subset, 'factorSumHundredths'),
  threatHundredths: hasChanged(subset, 'threatHundredths'),
  mitigationHundredths: hasChanged(subset, 'mitigationHundredths'),
}))

/** What the change of one term adds, summed up over all 24 orders: 24 times the average, and so a whole number. */
const averageGain = (scores: readonly number[], term: Term): number =>
  STEPS[term].reduce(
    (sum, { before, after, orders }) => sum + ((scores[after] ?? 0) - (scores[before] ?? 0)) * orders,
    0,
  )

/** In how many of the 24 orders exactly these others change first, by their number: 0!·3!, 1!·2!, 2!·1!, 3!·0!. */
const ORDERS_WITH_BEFORE = [6, 2, 2, 6] as const

type Step = { readonly before: number; readonly after: number; readonly orders: number }

/** Worked out once, as it is the same for every pair. */
const stepsOf = (term: Term): readonly Step[] =>
  SUBSETS.filter((subset) => !hasChanged(subset, term)).map((before) => {
    const others = TERMS.filter((other) => hasChanged(before, other)).length
    return { before, after: before | bitOf(term), orders: ORDERS_WITH_BEFORE[others] ?? 0 }
  })

const STEPS: Readonly<Record<Term, readonly Step[]>> = {
  baseTenths: stepsOf('baseTenths'),
  factorSumHundredths: stepsOf('factorSumHundredths'),
  threatHundredths: stepsOf('threatHundredths'),
  mitigationHundredths: stepsOf('mitigationHundredths'),
}
