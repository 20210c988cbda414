import { toNumber } from '@/lib/aivss/decimal'
import { type Derivation, derive, type Step, stepsOf } from '@/lib/aivss/derivation'
import type { FactorSetId } from '@/lib/aivss/factors'
import { FORMULAS, type FormulaId, formulaOf } from '@/lib/aivss/formulas'
import { type Notice, noticesOf } from '@/lib/aivss/notices'
import type { CvssInput, ScoreInput } from '@/lib/aivss/score-input'
import { type Severity, severityOf } from '@/lib/aivss/severity'
import { formatVector } from '@/lib/aivss/vector'

export type { ScoreInput } from '@/lib/aivss/score-input'

/** A score with everything that explains it; as JSON, the answer of the API. */
export type Score = {
  readonly formula: FormulaId
  readonly factorSet: FactorSetId
  readonly cvss: ScoreCvss
  readonly factorSum: number
  /** Exact, not rounded. */
  readonly aars: number
  readonly score: number
  readonly severity: Severity
  /** The same case under every other formula. */
  readonly others: Readonly<Partial<Record<FormulaId, BriefScore>>>
  readonly notices: readonly Notice[]
  readonly steps: readonly Step[]
  readonly vector: string
}

export type ScoreCvss =
  | { readonly base: number; readonly asserted: true }
  | {
      readonly base: number
      readonly asserted: false
      readonly vector: string
      readonly version: '4.0' | '3.1'
    }

export type BriefScore = { readonly score: number; readonly severity: Severity }

export const score = (input: ScoreInput): Score => {
  const derivation = derive(formulaOf(input.formula), input)
  return {
    formula: input.formula,
    factorSet: input.factorSet,
    cvss: cvssOf(input.cvss),
    factorSum: toNumber(derivation.terms.factorSumHundredths, 2),
    aars: toNumber(derivation.computation.aarsMillionths, 6),
    ...briefOf(derivation),
    others: Object.fromEntries(
      FORMULAS.filter((formula) => formula.id !== input.formula).map((formula) => [
        formula.id,
        briefOf(derive(formula, input)),
      ]),
    ),
    notices: noticesOf(derivation, input),
    steps: stepsOf(derivation, input),
    vector: formatVector(input),
  }
}

const briefOf = ({ scoreTenths }: Derivation): BriefScore => ({
  score: toNumber(scoreTenths, 1),
  severity: severityOf(scoreTenths),
})

const cvssOf = (cvss: CvssInput): ScoreCvss => {
  const base = toNumber(cvss.baseTenths, 1)
  if (cvss.source === 'asserted') return { base, asserted: true }
  return { base, asserted: false, vector: cvss.vector, version: cvss.source === 'cvss-4.0' ? '4.0' : '3.1' }
}
