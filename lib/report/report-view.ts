import { divideHalfUp, formatHundredths } from '@/lib/aivss/decimal'
import { UNROUNDED_STEP } from '@/lib/aivss/derivation'
import { FACTOR_SETS, FACTORS, type FactorId } from '@/lib/aivss/factors'
import { FORMULAS, type FormulaId, formulaOf } from '@/lib/aivss/formulas'
import type { Score } from '@/lib/aivss/score'
import type { Severity } from '@/lib/aivss/severity'
import type { AssessmentDocument } from '@/lib/assessment/document'
import { KIND_LABELS } from '@/lib/assessment/kinds'
import { CERTAINTY_TEXTS, type Certainty } from '@/lib/maestro/certainty'
import { LAYERS, type LayerId } from '@/lib/maestro/layers'
import { addresses, publicPlace, type ReportPlace } from '@/lib/report/addresses'
import { formatDay, isoDay } from '@/lib/report/dates'
import type { PublishedReport, RevisionLine } from '@/lib/report/published-report'

/** A report in the words and figures it is shown with, whatever form it takes: page, Markdown, later PDF. */
export type ReportView = {
  readonly name: string
  readonly title: string
  readonly kind: string
  readonly vendor: string | null
  readonly description: string | null
  readonly summary: string
  readonly score: string
  readonly severity: Severity
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
  readonly number: number
  readonly note: string
  readonly day: string
  readonly isoDay: string
  readonly byline: string
  readonly publisher: string
  readonly readers: ReportPlace['readers']
  readonly revisions: readonly RevisionView[]
  readonly links: ReportLinks
  readonly citation: string
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

export type RevisionView = {
  readonly number: number
  readonly day: string
  readonly score: string
  readonly severity: Severity
  readonly note: string
}

/** Absolute, because a report is read far from where it was made. */
export type ReportLinks = {
  readonly self: string
  readonly latest: string
  readonly listing: string
  /** The twins, where there are any. */
  readonly data: { readonly json: string; readonly markdown: string } | null
  readonly method: string
  readonly formulaMethod: string
  readonly revision: (number: number) => string
}

export function reportView(
  report: PublishedReport,
  publicUrl: string,
  place: ReportPlace = publicPlace(report.slug),
): ReportView {
  const { document, score } = report
  const formula = formulaOf(document.formula)
  const byline = report.byline || report.publisher
  const links = linksOf(report.number, place, publicUrl)
  return {
    name: document.name,
    title: `${document.name}: agentic threat model`,
    kind: KIND_LABELS[document.kind ?? 'other'],
    vendor: document.vendor ?? null,
    description: document.description ?? null,
    summary: document.summary,
    score: score.score.toFixed(1),
    severity: score.severity,
    header: headerOf(document, score),
    inputs: inputsOf(document, score),
    equation: equationOf(score),
    formula: { id: formula.id, title: formula.title, equation: formula.equation },
    steps: score.steps,
    others: othersOf(score),
    notices: score.notices.map(({ message }) => message),
    factorSum: decimal(score.factorSum),
    factors: factorsOf(document),
    layers: layersOf(document),
    vector: score.vector,
    number: report.number,
    note: report.note,
    day: formatDay(report.publishedAt),
    isoDay: isoDay(report.publishedAt),
    byline,
    publisher: report.publisher,
    readers: place.readers,
    revisions: report.revisions.map(revisionOf),
    links,
    citation: `${byline}. “${document.name}: agentic threat model.” Revision ${report.number}, ${formatDay(report.publishedAt)}. ${report.publisher}. ${links.self}`,
  }
}

function headerOf(document: AssessmentDocument, score: Score): ReportView['header'] {
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
function equationOf({ formula, steps }: Score): ReportView['equation'] {
  const before = steps.find(({ label }) => label === UNROUNDED_STEP)
  return {
    formula: formulaOf(formula).equation,
    numbers: before?.expression ?? '',
    exact: String(before?.value ?? ''),
  }
}

const revisionOf = ({ number, publishedAt, score, severity, note }: RevisionLine): RevisionView => ({
  number,
  day: formatDay(publishedAt),
  score: score.toFixed(1),
  severity,
  note,
})

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

/** To two decimals, half up and exactly, as everywhere else; the derivation shows it in full. */
const roundedAars = (aars: number): string =>
  formatHundredths(divideHalfUp(Math.round(aars * 1_000_000), 10_000))

/** One decimal at least, two where the second says something: 1.0, 1.1, 0.97. */
const decimal = (value: number): string => value.toFixed(2).replace(/0$/, '')

const othersOf = (score: Score): readonly OtherScore[] =>
  FORMULAS.flatMap(({ id, title }) => {
    const other = score.others[id]
    return other ? [{ id, title, score: other.score.toFixed(1), severity: other.severity }] : []
  })

const factorsOf = ({ factorSet, factors }: AssessmentDocument): readonly FactorView[] =>
  FACTOR_SETS[factorSet].factors.map((id) => {
    const rated = factors[id]
    const value = rated?.value ?? 0
    return {
      id,
      name: FACTORS[id].name,
      value: value.toFixed(2),
      hundredths: Math.round(value * 100),
      rationale: rated?.rationale ?? null,
      evidence: (rated?.evidence ?? []).map(({ text, url }) => ({ text, url: url ?? null })),
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

function linksOf(number: number, place: ReportPlace, publicUrl: string): ReportLinks {
  const at = (path: string) => `${publicUrl}${path}`
  const { twin } = place
  return {
    self: at(place.report(number)),
    latest: at(place.report()),
    listing: at(place.listing),
    data: twin ? { json: at(twin('json', number)), markdown: at(twin('md', number)) } : null,
    method: at(addresses.method()),
    formulaMethod: at(addresses.method('formulas')),
    revision: (revision) => at(place.report(revision)),
  }
}
