import { FACTOR_IDS, FACTOR_SETS } from '@/lib/aivss/factors'
import { FORMULA_IDS, HEADLINE_FORMULA } from '@/lib/aivss/formulas'
import type { Score } from '@/lib/aivss/score'
import type { Issue } from '@/lib/assessment/issues'
import type { Result } from '@/lib/base/result'
import { factorRecord, scoreState } from '@/lib/calculator/state'
import type { FieldId, Fields } from '@/lib/editor/fields'

/** What the score is computed from; as long as these stay the same, so does the score. */
export const SCORED: readonly FieldId[] = [
  'formula',
  'factorSet',
  'cvss',
  'threatMultiplier',
  'mitigationFactor',
  ...FACTOR_IDS.map((id) => `factors.${id}` as const),
]

export type Preview = {
  readonly result: Result<Score, readonly Issue[]>
  readonly rated: number
  readonly hasCvss: boolean
}

/** The score as the browser computes it with the core that the server uses, or what is still missing for one. */
export function previewOf(fields: Fields): Preview {
  const factorSet = fields.factorSet === 'natural-language' ? 'natural-language' : 'goal-planning'
  const formula = FORMULA_IDS.find((id) => id === fields.formula) ?? HEADLINE_FORMULA.id
  return {
    result: scoreState({
      formula,
      factorSet,
      cvss: fields.cvss.trim(),
      threat: fields.threatMultiplier,
      mitigation: fields.mitigationFactor,
      factors: factorRecord((id) => fields[`factors.${id}`]),
    }),
    rated: FACTOR_SETS[factorSet].factors.filter((id) => fields[`factors.${id}`].trim() !== '').length,
    hasCvss: fields.cvss.trim() !== '',
  }
}
