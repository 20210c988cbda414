import { FACTOR_SETS, FACTORS, type FactorId } from '@/lib/aivss/factors'
import { formulaOf } from '@/lib/aivss/formulas'
import { type Score, score } from '@/lib/aivss/score'
import { rateFactors, type ScoreInput } from '@/lib/aivss/score-input'
import type { Draft } from '@/lib/assessment/document'
import {
  cvssInputOf,
  defaultThreat,
  hundredthsOf,
  mitigationHundredthsOf,
} from '@/lib/assessment/score-inputs'
import { bug } from '@/lib/base/assert'

/** The score that a draft has so far; null until CVSS and all ten factors are there, as a gap is never taken as 0. */
export const scoreDraft = (draft: Draft): Score | null => {
  const input = draftInputOf(draft)
  return input && score(input)
}

export const draftInputOf = (draft: Draft): ScoreInput | null => {
  const { cvss, factors = {}, factorSet } = draft
  if (!hasBase(cvss) || unratedFactors(draft).length > 0) return null
  const formula = formulaOf(draft.formula)
  return {
    formula: formula.id,
    cvss: cvssInputOf(cvss),
    threatHundredths: hundredthsOf(draft.threatMultiplier?.value ?? defaultThreat(formula)),
    mitigationHundredths: mitigationHundredthsOf(formula, draft.mitigationFactor?.value),
    ...rateFactors(factorSet, (id) => hundredthsOf(factors[id]?.value ?? bug(`${id} is not rated`))),
  }
}

/** What a score of the draft still waits for, in the words of the editor. */
export const missingForScore = (draft: Draft): readonly string[] => [
  ...(hasBase(draft.cvss) ? [] : ['CVSS base']),
  ...unratedFactors(draft).map((id) => FACTORS[id].name),
]

const hasBase = (cvss: Draft['cvss']): cvss is NonNullable<Draft['cvss']> =>
  cvss?.base !== undefined || cvss?.vector !== undefined

const unratedFactors = ({ factors = {}, factorSet }: Draft): readonly FactorId[] =>
  FACTOR_SETS[factorSet].factors.filter((id) => factors[id]?.value === undefined)
