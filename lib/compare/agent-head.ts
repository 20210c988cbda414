import { FACTOR_SETS, type FactorSetId } from '@/lib/aivss/factors'
import { type FormulaId, formulaOf } from '@/lib/aivss/formulas'
import { NOTICE_LABELS } from '@/lib/aivss/notices'
import type { Score } from '@/lib/aivss/score'
import type { Severity } from '@/lib/aivss/severity'
import type { Draft } from '@/lib/assessment/document'
import { KIND_LABELS } from '@/lib/assessment/kinds'
import { withDefaults } from '@/lib/assessment/missing'
import { missingForScore } from '@/lib/assessment/score-draft'
import { cvssInputOf } from '@/lib/assessment/score-inputs'
import type { ComparedAgent, ComparedSource } from '@/lib/compare/compared-agent'
import { FIGURE_NAMES } from '@/lib/compare/part-words'
import { formatDay, isoDay } from '@/lib/report/dates'
import { roundedAars } from '@/lib/report/figures'

/** What stands above the columns of a comparison, one for each agent. */
export type AgentHead = {
  readonly key: string
  readonly name: string
  readonly href: string | null
  readonly vendor: string | null
  readonly kind: string
  readonly source: SourceView
  readonly formula: FormulaName
  readonly factorSet: { readonly id: FactorSetId; readonly name: string }
  /** The same five for every agent, in the order of the formula. */
  readonly figures: readonly HeadFigure[]
  /** Null for a draft that lacks something. */
  readonly score: ScoreFigure | null
  /** What a draft needs before it has a score; empty where it has one. */
  readonly missing: readonly string[]
  /** What a reader should know about the number. */
  readonly notices: readonly NoticeView[]
}

/** In two or three words for a cell, and in full. */
export type NoticeView = { readonly label: string; readonly message: string }

export type FormulaName = { readonly id: FormulaId; readonly title: string; readonly equation: string }

export type ScoreFigure = { readonly value: number; readonly text: string; readonly severity: Severity }

/** A figure without a value says in its text why there is none. */
export type HeadFigure = {
  readonly id: 'cvss' | 'factorSum' | 'aars' | 'threatMultiplier' | 'mitigationFactor'
  readonly name: string
  readonly value: number | null
  readonly text: string
}

export type SourceView = {
  readonly isDraft: boolean
  /** Of the published revision; null for a draft. */
  readonly number: number | null
  readonly isoDay: string
  /** `Revision 3, 1 May 2026`, or `Draft, not published, saved 1 May 2026`. */
  readonly label: string
}

export const headOf = (
  { key, name, href, document, source }: ComparedAgent,
  score: Score | null,
): AgentHead => ({
  key,
  name,
  href,
  vendor: document.vendor ?? null,
  kind: KIND_LABELS[document.kind ?? 'other'],
  source: sourceOf(source),
  formula: formulaName(document.formula),
  factorSet: { id: document.factorSet, name: FACTOR_SETS[document.factorSet].name },
  figures: figuresOf(document, score),
  score: score && scoreFigure(score),
  missing: missingForScore(document),
  notices: score?.notices.map(({ code, message }) => ({ label: NOTICE_LABELS[code], message })) ?? [],
})

export const formulaName = (formula: FormulaId): FormulaName => {
  const { id, title, equation } = formulaOf(formula)
  return { id, title, equation }
}

export const scoreFigure = ({ score, severity }: Pick<Score, 'score' | 'severity'>): ScoreFigure => ({
  value: score,
  text: score.toFixed(1),
  severity,
})

const sourceOf = (source: ComparedSource): SourceView =>
  source.kind === 'published'
    ? {
        isDraft: false,
        number: source.number,
        isoDay: isoDay(source.publishedAt),
        label: `Revision ${source.number}, ${formatDay(source.publishedAt)}`,
      }
    : {
        isDraft: true,
        number: null,
        isoDay: isoDay(source.savedAt),
        label: `Draft, not published, saved ${formatDay(source.savedAt)}`,
      }

const MISSING = 'Not given yet'

function figuresOf(document: Draft, score: Score | null): readonly HeadFigure[] {
  const { cvss = {}, threatMultiplier, mitigationFactor } = withDefaults(document)
  const base = cvss.base === undefined && cvss.vector === undefined ? null : cvssInputOf(cvss).baseTenths / 10
  const threat = threatMultiplier?.value ?? null
  const mitigation = mitigationFactor?.value ?? null
  const noMitigation = formulaOf(document.formula).usesMitigation
    ? MISSING
    : `None in ${formulaOf(document.formula).title}`
  // Two decimals throughout: beside each other figures are compared place by place.
  return [
    { id: 'cvss', name: FIGURE_NAMES.cvss, value: base, text: base?.toFixed(1) ?? MISSING },
    {
      id: 'factorSum',
      name: 'Factor sum',
      value: score?.factorSum ?? null,
      text: score ? score.factorSum.toFixed(2) : MISSING,
    },
    { id: 'aars', name: 'AARS', value: score?.aars ?? null, text: score ? roundedAars(score.aars) : MISSING },
    {
      id: 'threatMultiplier',
      name: FIGURE_NAMES.threatMultiplier,
      value: threat,
      text: threat === null ? MISSING : `×${threat.toFixed(2)}`,
    },
    {
      id: 'mitigationFactor',
      name: FIGURE_NAMES.mitigationFactor,
      value: mitigation,
      text: mitigation === null ? noMitigation : `×${mitigation.toFixed(2)}`,
    },
  ]
}
