import { FACTOR_SETS } from '@/lib/aivss/factors'
import { formulaOf } from '@/lib/aivss/formulas'
import { type Score, score } from '@/lib/aivss/score'
import { rateFactors } from '@/lib/aivss/score-input'
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
  const { cvss, factors = {}, factorSet } = draft
  if (cvss?.base === undefined && cvss?.vector === undefined) return null
  if (FACTOR_SETS[factorSet].factors.some((id) => factors[id]?.value === undefined)) return null
  const formula = formulaOf(draft.formula)
  return score({
    formula: formula.id,
    cvss: cvssInputOf(cvss),
    threatHundredths: hundredthsOf(draft.threatMultiplier?.value ?? defaultThreat(formula)),
    mitigationHundredths: mitigationHundredthsOf(formula, draft.mitigationFactor?.value),
    ...rateFactors(factorSet, (id) => hundredthsOf(factors[id]?.value ?? bug(`${id} is not rated`))),
  })
}
