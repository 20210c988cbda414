import { FACTOR_SETS, type FactorId, type FactorSetId, type SharedFactorId } from '@/lib/aivss/factors'
import type { FormulaId } from '@/lib/aivss/formulas'

/**
 * What a score is computed from, in integers: C in tenths (0–100), factors in hundredths (0–100), T in
 * hundredths (50–150), M in hundredths (0–100) or null under a formula without one.
 */
export type ScoreInput = {
  readonly formula: FormulaId
  readonly cvss: CvssInput
  readonly threatHundredths: number
  readonly mitigationHundredths: number | null
} & RatedFactors

export type CvssInput =
  | { readonly source: 'asserted'; readonly baseTenths: number }
  | { readonly source: 'cvss-4.0' | 'cvss-3.1'; readonly baseTenths: number; readonly vector: string }

/** Ten ratings of one factor set; the type leaves no room for a missing one or an eleventh. */
export type RatedFactors =
  | {
      readonly factorSet: 'goal-planning'
      readonly factors: Readonly<Record<SharedFactorId | 'goalPlanning', number>>
    }
  | {
      readonly factorSet: 'natural-language'
      readonly factors: Readonly<Record<SharedFactorId | 'language', number>>
    }

/** Builds the ten ratings of a set from a function that knows each. */
export const rateFactors = (factorSet: FactorSetId, ratingOf: (id: FactorId) => number): RatedFactors => {
  const shared = {
    autonomy: ratingOf('autonomy'),
    selfModification: ratingOf('selfModification'),
    toolUse: ratingOf('toolUse'),
    memory: ratingOf('memory'),
    context: ratingOf('context'),
    identity: ratingOf('identity'),
    multiAgent: ratingOf('multiAgent'),
    nonDeterminism: ratingOf('nonDeterminism'),
    opacity: ratingOf('opacity'),
  }
  return factorSet === 'goal-planning'
    ? { factorSet, factors: { ...shared, goalPlanning: ratingOf('goalPlanning') } }
    : { factorSet, factors: { ...shared, language: ratingOf('language') } }
}

export type Rating = { readonly id: FactorId; readonly hundredths: number }

/** The ten ratings in the order of the report pages. */
export const ratingsOf = (rated: RatedFactors): readonly Rating[] => {
  const factors: Readonly<Partial<Record<FactorId, number>>> = rated.factors
  return FACTOR_SETS[rated.factorSet].factors.flatMap((id) => {
    const hundredths = factors[id]
    return hundredths === undefined ? [] : [{ id, hundredths }]
  })
}
