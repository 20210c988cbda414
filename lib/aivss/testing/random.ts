import { FACTOR_SET_IDS, FACTOR_SETS } from '@/lib/aivss/factors'
import type { Formula } from '@/lib/aivss/formulas'
import { rateFactors, type ScoreInput } from '@/lib/aivss/score-input'

/** A whole number between two bounds, both included. */
export type Random = (min: number, max: number) => number

/** A small linear congruential generator: the same numbers on every run, and a hundred thousand of them in no time. */
export const generator = (seed: number): Random => {
  let state = seed
  return (min, max) => {
    state = (state * 48_271) % 2_147_483_647
    return min + (state % (max - min + 1))
  }
}

export const randomInput = (formula: Formula, random: Random): ScoreInput => {
  const factorSet = FACTOR_SET_IDS[random(0, FACTOR_SET_IDS.length - 1)] ?? 'goal-planning'
  const ratings = FACTOR_SETS[factorSet].factors.map(() => random(0, 100))
  return {
    formula: formula.id,
    cvss: { source: 'asserted', baseTenths: random(0, 100) },
    threatHundredths: random(50, 150),
    mitigationHundredths: formula.usesMitigation ? random(0, 100) : null,
    ...rateFactors(factorSet, (id) => ratings[FACTOR_SETS[factorSet].factors.indexOf(id)] ?? 0),
  }
}
