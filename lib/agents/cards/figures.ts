import { FACTOR_IDS } from '@/lib/aivss/factors'
import { type FormulaId, formulaOf } from '@/lib/aivss/formulas'
import { type Score, score } from '@/lib/aivss/score'
import { ratingsOf } from '@/lib/aivss/score-input'
import type { Severity } from '@/lib/aivss/severity'
import type { AssessmentDocument } from '@/lib/assessment/document'
import { scoreInputOf } from '@/lib/assessment/score-document'
import { LAYER_IDS, type LayerId } from '@/lib/maestro/layers'

/** What lists and dashboards know of a published document: its score and what the score depends on, as integers. */
export type PublishedFigures = {
  readonly formula: FormulaId
  readonly formulaRank: number
  readonly scoreTenths: number
  readonly severity: Severity
  readonly baseTenths: number
  readonly threatHundredths: number
  readonly mitigationHundredths: number | null
  /** In the order of `FACTOR_IDS`; null for a factor that the set does not have. */
  readonly ratings: readonly (number | null)[]
  /** The layers that are not certain. */
  readonly uncertain: readonly LayerId[]
}

export const figuresOf = (
  document: AssessmentDocument,
): { readonly figures: PublishedFigures; readonly score: Score } => {
  const input = scoreInputOf(document)
  const scored = score(input)
  const rated = new Map(ratingsOf(input).map(({ id, hundredths }) => [id, hundredths]))
  return {
    score: scored,
    figures: {
      formula: scored.formula,
      formulaRank: formulaOf(scored.formula).rank,
      scoreTenths: Math.round(scored.score * 10),
      severity: scored.severity,
      baseTenths: input.cvss.baseTenths,
      threatHundredths: input.threatHundredths,
      mitigationHundredths: input.mitigationHundredths,
      ratings: FACTOR_IDS.map((id) => rated.get(id) ?? null),
      uncertain: LAYER_IDS.filter((id) => document.layers[id]?.certainty === 'uncertain'),
    },
  }
}
