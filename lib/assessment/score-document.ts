import { FACTORS } from '@/lib/aivss/factors'
import { formulaOf } from '@/lib/aivss/formulas'
import { type Score, score } from '@/lib/aivss/score'
import { rateFactors, type ScoreInput } from '@/lib/aivss/score-input'
import type { AssessmentDocument } from '@/lib/assessment/document'
import { cvssInputOf, hundredthsOf, mitigationHundredthsOf } from '@/lib/assessment/score-inputs'
import { bug } from '@/lib/base/assert'

/** The score of a document: always computed, never stored beside it by a client. */
export const scoreDocument = (document: AssessmentDocument): Score => score(scoreInputOf(document))

export const scoreInputOf = (document: AssessmentDocument): ScoreInput => ({
  formula: document.formula,
  cvss: cvssInputOf(document.cvss),
  threatHundredths: hundredthsOf(document.threatMultiplier.value),
  mitigationHundredths: mitigationHundredthsOf(formulaOf(document.formula), document.mitigationFactor?.value),
  ...rateFactors(document.factorSet, (id) =>
    hundredthsOf(document.factors[id]?.value ?? bug(`${FACTORS[id].name} is missing`)),
  ),
})
