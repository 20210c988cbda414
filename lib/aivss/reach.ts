import { derive, scoreTenthsOf } from '@/lib/aivss/derivation'
import type { ScorePart } from '@/lib/aivss/difference'
import type { FactorId } from '@/lib/aivss/factors'
import type { Terms } from '@/lib/aivss/formula'
import { formulaOf } from '@/lib/aivss/formulas'
import { type Rating, ratingsOf, type ScoreInput } from '@/lib/aivss/score-input'

/** One input lowered and all others left alone. C counts in tenths, everything else in hundredths. */
export type SingleChange = {
  readonly part: ScorePart
  readonly from: number
  /** The highest value that is low enough. */
  readonly to: number
  /** In hundredths, also for C. */
  readonly cost: number
}

/** What brings a score down to a limit. */
export type Reach = {
  readonly isThere: boolean
  /** For each input that can do it alone, the smallest change that does; the cheapest first. */
  readonly singles: readonly SingleChange[]
  /**
   * How many hundredths the factors have to lose together. It is one number for every set of factors, as a formula sees
   * nothing of them but their sum; null where taking all of them away is not enough.
   */
  readonly factorCost: number | null
  /** The fewest factors that hold as much, in every combination, the one that holds most first. */
  readonly factorSets: readonly (readonly FactorId[])[]
  /** The score that is left with every factor at 0. */
  readonly leastTenths: number
  /** What C, T or M could do alone with every factor at 0; asked only where the factors are not enough. */
  readonly withoutFactors: readonly SingleChange[]
}

/**
 * Every answer is found by trying one step after another in whole numbers, so that it is exact under each formula,
 * rounding included. That takes some 1,500 steps and the 1,024 sets of ten factors, whatever the input is.
 */
export function reach(input: ScoreInput, limitTenths: number): Reach {
  const formula = formulaOf(input.formula)
  const { terms } = derive(formula, input)
  const scoreOf = (changed: Terms): number => scoreTenthsOf(formula.compute(changed))
  const reaches = (changed: Terms): boolean => scoreOf(changed) <= limitTenths

  const withSum = (factorSumHundredths: number): Terms => ({ ...terms, factorSumHundredths })
  const figuresFrom = (start: Terms): readonly SingleChange[] =>
    FIGURES.filter(({ part }) => part !== 'mitigationFactor' || formula.usesMitigation).flatMap(
      ({ part, term, min, cost }) =>
        lowered({ part, from: terms[term], min, cost }, (to) => reaches({ ...start, [term]: to })),
    )
  const sum = terms.factorSumHundredths
  const factorCost = leastStep(sum, (cost) => reaches(withSum(sum - cost)))
  return {
    isThere: reaches(terms),
    singles: [
      ...figuresFrom(terms),
      ...ratingsOf(input).flatMap(({ id, hundredths }) =>
        lowered({ part: id, from: hundredths, min: 0, cost: 1 }, (to) =>
          reaches(withSum(sum - hundredths + to)),
        ),
      ),
    ].toSorted((one, other) => one.cost - other.cost),
    factorCost,
    factorSets: factorCost === null || factorCost === 0 ? [] : fewestHolding(ratingsOf(input), factorCost),
    leastTenths: scoreOf(withSum(0)),
    withoutFactors: factorCost === null ? figuresFrom(withSum(0)) : [],
  }
}

/** With the least value that each may have, and what one step of it costs in hundredths. */
const FIGURES = [
  { part: 'cvss', term: 'baseTenths', min: 0, cost: 10 },
  { part: 'threatMultiplier', term: 'threatHundredths', min: 50, cost: 1 },
  { part: 'mitigationFactor', term: 'mitigationHundredths', min: 0, cost: 1 },
] as const

type Lowered = {
  readonly part: ScorePart
  readonly from: number
  readonly min: number
  readonly cost: number
}

/** The smallest step down that does it, as a list of one; of none where no step does, or none is needed. */
function lowered({ part, from, min, cost }: Lowered, holds: (to: number) => boolean): SingleChange[] {
  const step = leastStep(from - min, (down) => holds(from - down))
  return step === null || step === 0 ? [] : [{ part, from, to: from - step, cost: step * cost }]
}

const leastStep = (max: number, holds: (step: number) => boolean): number | null => {
  for (let step = 0; step <= max; step += 1) if (holds(step)) return step
  return null
}

function fewestHolding(ratings: readonly Rating[], cost: number): readonly (readonly FactorId[])[] {
  const sets = Array.from({ length: 2 ** ratings.length }, (_, subset) => {
    const members = ratings.filter((_rating, place) => (subset >> place) % 2 === 1)
    return {
      ids: members.map(({ id }) => id),
      held: members.reduce((sum, { hundredths }) => sum + hundredths, 0),
    }
  }).filter(({ held }) => held >= cost)
  const fewest = Math.min(...sets.map(({ ids }) => ids.length))
  return sets
    .filter(({ ids }) => ids.length === fewest)
    .toSorted((one, other) => other.held - one.held)
    .map(({ ids }) => ids)
}
