import type { z } from 'zod'
import { FACTORS } from '@/lib/aivss/factors'
import { formulaOf, HEADLINE_FORMULA } from '@/lib/aivss/formulas'
import { rateFactors, type ScoreInput } from '@/lib/aivss/score-input'
import { breachesOfRequest } from '@/lib/assessment/cross-fields'
import { cvssOfRequest } from '@/lib/assessment/cvss-field'
import { mitigationDecimal, threatDecimal } from '@/lib/assessment/decimals'
import { factorsOfRequest } from '@/lib/assessment/factor-fields'
import { formula, object } from '@/lib/assessment/fields'
import { ALWAYS, report } from '@/lib/assessment/refine'
import {
  cvssInputOf,
  defaultThreat,
  hundredthsOf,
  mitigationHundredthsOf,
} from '@/lib/assessment/score-inputs'
import { bug } from '@/lib/base/assert'

/** The body of a request for a score. The factor set follows from the factors. */
export const scoreRequestSchema = object('The request', {
  formula: formula.default(HEADLINE_FORMULA.id),
  cvss: cvssOfRequest,
  threatMultiplier: threatDecimal.optional(),
  mitigationFactor: mitigationDecimal.optional(),
  factors: factorsOfRequest,
}).superRefine((request, context) => report(context, breachesOfRequest(request)), ALWAYS)

export type ScoreRequest = z.output<typeof scoreRequestSchema>

export const toScoreInput = (request: ScoreRequest): ScoreInput => {
  const chosen = formulaOf(request.formula)
  const factorSet = request.factors.language === undefined ? 'goal-planning' : 'natural-language'
  return {
    formula: chosen.id,
    cvss: cvssInputOf(request.cvss),
    threatHundredths: hundredthsOf(request.threatMultiplier ?? defaultThreat(chosen)),
    mitigationHundredths: mitigationHundredthsOf(chosen, request.mitigationFactor),
    ...rateFactors(factorSet, (id) =>
      hundredthsOf(request.factors[id] ?? bug(`${FACTORS[id].name} is missing`)),
    ),
  }
}
