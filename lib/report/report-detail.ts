import { UNROUNDED_STEP } from '@/lib/aivss/derivation'
import { FACTOR_SETS, FACTORS, type FactorId } from '@/lib/aivss/factors'
import { FORMULAS, type FormulaId, formulaOf } from '@/lib/aivss/formulas'
import type { Score } from '@/lib/aivss/score'
import type { Severity } from '@/lib/aivss/severity'
import type { AssessmentDocument } from '@/lib/assessment/document'
import { CERTAINTY_TEXTS, type Certainty } from '@/lib/maestro/certainty'
import { LAYERS, type LayerId } from '@/lib/maestro/layers'
import { decimal, roundedAars } from '@/lib/report/figures'
import type { Sections } from '@/lib/report/sections'

/** What stands behind a score: everything of a report but its head, its summary and its provenance. */
export type ReportDetail = {
  /** The figures at the head, in the order of the formula. */
  readonly header: readonly { readonly name: string; readonly value: string }[]
  readonly inputs: readonly InputView[]
  readonly equation: { readonly formula: string; readonly numbers: string; readonly exact: string }
  readonly formula: { readonly id: FormulaId; readonly title: string; readonly equation: string }
  readonly steps: Score['steps']
  readonly others: readonly OtherScore[]
  readonly notices: readonly string[]
  readonly factorSum: string
  readonly factors: readonly FactorView[]
  readonly layers: readonly LayerView[]
  readonly vector: string
}

/** An input of the formula: its value, where it comes from, and why. */
export type InputView = {
  readonly symbol: string
  readonly name: string
  readonly value: string
  readonly origin: string | null
  readonly rationale: string | null
}

export type OtherScore = {
  readonly id: FormulaId
  readonly title: string
  readonly score: string
  readonly severity: Severity
}

export type FactorView = {
  readonly id: FactorId
  readonly name: string
  readonly value: string
  readonly hundredths: number
  readonly rationale: string | null
  readonly evidence: readonly { readonly text: string; readonly url: string | null }[]
}

export type LayerView = {
  readonly id: LayerId
  readonly name: string
  readonly certainty: Certainty
  readonly certaintyLabel: string
  readonly narrative: string
}

export function detailOf(
  document: AssessmentDocument,
  score: Score,
  sections: Exclude<Sections, 'summary'>,
): ReportDetail {
  const { id, title, equation } = formulaOf(document.formula)
  return {
    header: headerOf(document, score),
    inputs: inputsOf(document, score),
    equation: equationOf(score),
    formula: { id, title, equation },
    steps: score.steps,
    others: othersOf(score),
    notices: score.notices.map(({ message }) => message),
    factorSum: decimal(score.factorSum),
    factors: factorsOf(document, sections),
    layers: layersOf(document),
    vector: score.vector,
  }
}

function headerOf(document: AssessmentDocument, score: Score): ReportDetail['header'] {
  const floor = score.others['aivss-1.0-floor']
  return [
    { name: 'CVSS base', value: score.cvss.base.toFixed(1) },
    { name: 'Factor sum', value: decimal(score.factorSum) },
    { name: 'AARS', value: roundedAars(score.aars) },
    { name: 'Threat', value: `×${decimal(document.threatMultiplier.value)}` },
    ...(document.mitigationFactor === undefined
      ? []
      : [{ name: 'Mitigation', value: `×${decimal(document.mitigationFactor.value)}` }]),
    ...(floor ? [{ name: 'Floor formula', value: `${floor.score.toFixed(1)} ${floor.severity}` }] : []),
  ]
}

/** The step that ends in the unrounded score, in letters and in numbers. */
function equationOf({ formula, steps }: Score): ReportDetail['equation'] {
  const before = steps.find(({ label }) => label === UNROUNDED_STEP)
  return {
    formula: formulaOf(formula).equation,
    numbers: before?.expression ?? '',
    exact: String(before?.value ?? ''),
  }
}

function inputsOf(document: AssessmentDocument, score: Score): readonly InputView[] {
  const { threatMultiplier, mitigationFactor } = document
  const asserted = 'Asserted: given as a number, not computed from a vector.'
  return [
    {
      symbol: 'C',
      name: 'CVSS base',
      value: score.cvss.base.toFixed(1),
      origin: score.cvss.asserted ? asserted : score.cvss.vector,
      rationale: document.cvss.rationale ?? null,
    },
    {
      symbol: 'T',
      name: 'Threat multiplier',
      value: `×${decimal(threatMultiplier.value)}`,
      origin: null,
      rationale: threatMultiplier.rationale ?? null,
    },
    ...(mitigationFactor === undefined
      ? []
      : [
          {
            symbol: 'M',
            name: 'Mitigation factor',
            value: `×${decimal(mitigationFactor.value)}`,
            origin: null,
            rationale: mitigationFactor.rationale ?? null,
          },
        ]),
  ]
}

const othersOf = (score: Score): readonly OtherScore[] =>
  FORMULAS.flatMap(({ id, title }) => {
    const other = score.others[id]
    return other ? [{ id, title, score: other.score.toFixed(1), severity: other.severity }] : []
  })

const factorsOf = (
  { factorSet, factors }: AssessmentDocument,
  sections: Exclude<Sections, 'summary'>,
): readonly FactorView[] =>
  FACTOR_SETS[factorSet].factors.map((id) => {
    const rated = factors[id]
    const value = rated?.value ?? 0
    return {
      id,
      name: FACTORS[id].name,
      value: value.toFixed(2),
      hundredths: Math.round(value * 100),
      rationale: rated?.rationale ?? null,
      evidence:
        sections === 'whole'
          ? (rated?.evidence ?? []).map(({ text, url }) => ({ text, url: url ?? null }))
          : [],
    }
  })

const layersOf = ({ layers }: AssessmentDocument): readonly LayerView[] =>
  LAYERS.map(({ id, name }) => ({
    id,
    name,
    certainty: layers[id].certainty,
    certaintyLabel: CERTAINTY_TEXTS[layers[id].certainty].label,
    narrative: layers[id].narrative,
  }))
