import { FACTOR_SETS, type FactorId, type FactorSetId } from '@/lib/aivss/factors'
import { FORMULA_IDS, type FormulaId, formulaOf, HEADLINE_FORMULA } from '@/lib/aivss/formulas'
import { type Score, score } from '@/lib/aivss/score'
import type { AssessmentDocument } from '@/lib/assessment/document'
import { type Issue, issuesOf } from '@/lib/assessment/issues'
import { scoreRequestSchema, toScoreInput } from '@/lib/assessment/score-request'
import { err, ok, type Result } from '@/lib/base/result'
import { numberIn } from '@/lib/forms/number'

/** The calculator as it stands on the screen: numbers stay the text that was typed, so that nothing typed is lost. */
export type CalculatorState = {
  readonly formula: FormulaId
  readonly factorSet: FactorSetId
  /** A base score or a vector. */
  readonly cvss: string
  readonly threat: string
  readonly mitigation: string
  readonly factors: Readonly<Record<FactorId, string>>
}

/** A case in the middle of everything, so that each control has room both ways. */
const START: Readonly<Record<string, string>> = {
  cvss: '7.0',
  threatMultiplier: '0.97',
  mitigationFactor: '1.00',
}
const FACTOR_START = '0.50'
export const OTHER = 'other'

/** From the address, which the form without script writes as well: `other` stands for the number typed beside it. */
export function readCalculator(query: Readonly<Record<string, string>>): CalculatorState {
  const given = (key: string): string => query[key] ?? START[key] ?? FACTOR_START
  const chosen = (key: string, other: string): string =>
    query[key] === OTHER ? (query[other] ?? '') : given(key)
  return {
    formula: FORMULA_IDS.find((id) => id === query['formula']) ?? HEADLINE_FORMULA.id,
    factorSet: query['factorSet'] === 'natural-language' ? 'natural-language' : 'goal-planning',
    cvss: given('cvss').trim(),
    threat: chosen('threatMultiplier', 'threatOther'),
    mitigation: chosen('mitigationFactor', 'mitigationOther'),
    factors: factorRecord(given),
  }
}

export function calculatorAddress(state: CalculatorState): string {
  const query = [
    ['formula', state.formula],
    ['factorSet', state.factorSet],
    ['cvss', state.cvss],
    ['threatMultiplier', state.threat],
    ['mitigationFactor', state.mitigation],
    ...FACTOR_SETS[state.factorSet].factors.map((id) => [id, state.factors[id]] as const),
  ] as const
  return `/calculator?${query.map(([key, value]) => `${key}=${encodeURIComponent(value)}`).join('&')}`
}

/** The body that the API would be sent for what stands on the screen. */
export function requestOf(state: CalculatorState): unknown {
  const isVector = /^cvss:/i.test(state.cvss)
  return {
    formula: state.formula,
    cvss: isVector ? { vector: state.cvss } : { base: numberIn(state.cvss) },
    threatMultiplier: numberIn(state.threat),
    ...(formulaOf(state.formula).usesMitigation && { mitigationFactor: numberIn(state.mitigation) }),
    factors: Object.fromEntries(
      FACTOR_SETS[state.factorSet].factors.map((id) => [id, numberIn(state.factors[id])]),
    ),
  }
}

export function scoreState(state: CalculatorState): Result<Score, readonly Issue[]> {
  const parsed = scoreRequestSchema.safeParse(requestOf(state))
  return parsed.success ? ok(score(toScoreInput(parsed.data))) : err(issuesOf(parsed.error))
}

export const factorRecord = (textOf: (id: FactorId) => string): Record<FactorId, string> => ({
  autonomy: textOf('autonomy'),
  goalPlanning: textOf('goalPlanning'),
  selfModification: textOf('selfModification'),
  toolUse: textOf('toolUse'),
  memory: textOf('memory'),
  context: textOf('context'),
  language: textOf('language'),
  identity: textOf('identity'),
  multiAgent: textOf('multiAgent'),
  nonDeterminism: textOf('nonDeterminism'),
  opacity: textOf('opacity'),
})

/** A published document as the calculator would hold it. */
export function stateOfDocument(document: AssessmentDocument): CalculatorState {
  const hundredths = (value: number | undefined): string => (value ?? 0).toFixed(2)
  return {
    formula: document.formula,
    factorSet: document.factorSet,
    cvss: document.cvss.vector ?? (document.cvss.base ?? 0).toFixed(1),
    threat: hundredths(document.threatMultiplier.value),
    mitigation: hundredths(document.mitigationFactor?.value ?? 1),
    factors: factorRecord((id) => hundredths(document.factors[id]?.value)),
  }
}
