import { derive } from '@/lib/aivss/derivation'
import { FACTOR_IDS } from '@/lib/aivss/factors'
import { type FormulaId, formulaOf } from '@/lib/aivss/formulas'
import { ratingsOf } from '@/lib/aivss/score-input'
import { type Severity, severityOf } from '@/lib/aivss/severity'
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

export function figuresOf(document: AssessmentDocument): PublishedFigures {
  const input = scoreInputOf(document)
  const { formula, scoreTenths } = derive(formulaOf(input.formula), input)
  const rated = new Map(ratingsOf(input).map(({ id, hundredths }) => [id, hundredths]))
  return {
    formula: formula.id,
    formulaRank: formula.rank,
    scoreTenths,
    severity: severityOf(scoreTenths),
    baseTenths: input.cvss.baseTenths,
    threatHundredths: input.threatHundredths,
    mitigationHundredths: input.mitigationHundredths,
    ratings: FACTOR_IDS.map((id) => rated.get(id) ?? null),
    uncertain: LAYER_IDS.filter((id) => document.layers[id]?.certainty === 'uncertain'),
  }
}
