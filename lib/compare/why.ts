import { formatSigned, formatTenths } from '@/lib/aivss/decimal'
import { type DifferencePart, difference, type ScorePart, UNITS_PER_POINT } from '@/lib/aivss/difference'
import { type FormulaId, formulaOf } from '@/lib/aivss/formulas'
import { score } from '@/lib/aivss/score'
import type { ScoreInput } from '@/lib/aivss/score-input'
import { draftInputOf } from '@/lib/assessment/score-draft'
import { type FormulaName, formulaName } from '@/lib/compare/agent-head'
import { apportion } from '@/lib/compare/apportion'
import type { ComparedAgent } from '@/lib/compare/compared-agent'
import { partName, partValue } from '@/lib/compare/part-words'
import { type StandingScore, scoreUnder, underWords } from '@/lib/compare/standing'
import { listOf } from '@/lib/compare/words'

/** Why one agent scores higher or lower than another under one formula. */
export type WhyView = {
  readonly of: WhySide
  readonly than: WhySide
  readonly formula: FormulaName
  readonly title: string
  /** Said before the difference: whether it changes anything about what comes first. */
  readonly priority: string
  /** Between the scores as they are shown. */
  readonly total: SignedFigure
  /** The largest first, and at the end what rounding and the cap do. They add up to the total as they stand here. */
  readonly parts: readonly WhyPart[]
  /** The inputs that are the same in both, and so contribute nothing. */
  readonly same: readonly string[]
}

export type WhySide = { readonly key: string; readonly name: string; readonly score: StandingScore }

/** In hundredths of a point. */
export type SignedFigure = { readonly hundredths: number; readonly text: string }

export type WhyPart = SignedFigure & {
  readonly id: ScorePart | 'roundingAndCap'
  readonly name: string
  /** What the two agents have, such as `9.1 against 5.0`. */
  readonly values: string
}

const UNITS_PER_HUNDREDTH = UNITS_PER_POINT / 100

/** Null where one of them is a draft that has no score yet. */
export function whyWorse(of: ComparedAgent, than: ComparedAgent, formula: FormulaId): WhyView | null {
  const [one, other] = [draftInputOf(of.document), draftInputOf(than.document)]
  if (one === null || other === null) return null
  const { total, parts, roundingAndCap } = difference(formulaOf(formula), one, other)
  const shown = apportion([...parts.map(({ amount }) => amount), roundingAndCap], UNITS_PER_HUNDREDTH)
  const worded = parts.map((part, place) => ({ part, view: partOf(part, shown[place] ?? 0, [one, other]) }))
  const sides = {
    of: { key: of.key, name: of.name, score: scoreUnder(formula, score(one)) },
    than: { key: than.key, name: than.name, score: scoreUnder(formula, score(other)) },
  }
  const hundredths = total / UNITS_PER_HUNDREDTH
  const isTheirOwn = one.formula === formula && other.formula === formula
  const under = isTheirOwn ? '' : underWords(formula)
  return {
    ...sides,
    formula: formulaName(formula),
    title: titleOf(sides, hundredths, under),
    priority: priorityOf(sides, under),
    total: { hundredths, text: formatSigned(hundredths / 10, 1) },
    parts: [
      ...worded
        .filter(({ part }) => part.of !== part.than)
        .toSorted((a, b) => Math.abs(b.part.amount) - Math.abs(a.part.amount))
        .map(({ view }) => view),
      {
        id: 'roundingAndCap',
        name: 'Rounding and cap',
        values: 'scores are shown with one decimal and end at 10.0',
        ...signed(shown.at(-1) ?? 0),
      },
    ],
    same: worded.filter(({ part }) => part.of === part.than).map(({ view }) => view.name),
  }
}

const signed = (hundredths: number): SignedFigure => ({ hundredths, text: formatSigned(hundredths, 2) })

function partOf(
  { part, of, than }: DifferencePart,
  hundredths: number,
  [one, other]: readonly [ScoreInput, ScoreInput],
): WhyPart {
  return {
    id: part,
    name: partName(part),
    values: `${valueText(part, of, one)} against ${valueText(part, than, other)}`,
    ...signed(hundredths),
  }
}

/** What nobody gave is told from what somebody did. */
function valueText(part: ScorePart, value: number | null, input: ScoreInput): string {
  if (value === null) return 'not in its set'
  const isAssumed = part === 'mitigationFactor' && input.mitigationHundredths === null
  return isAssumed ? `none (counted as ${partValue(part, value)})` : partValue(part, value)
}

type Sides = Pick<WhyView, 'of' | 'than'>

function titleOf({ of, than }: Sides, hundredths: number, under: string): string {
  if (hundredths === 0) return `Why ${of.name} and ${than.name} score the same${under}`
  const apart = formatTenths(Math.abs(hundredths) / 10)
  return `Why ${of.name} scores ${apart} ${hundredths > 0 ? 'more' : 'less'} than ${than.name}${under}`
}

const priorityOf = ({ of, than }: Sides, under: string): string =>
  of.score.severity === than.score.severity
    ? `${listOf([of.name, than.name])} are both ${of.score.severity}${under}: equal in priority.`
    : `${of.name} is ${of.score.severity}, ${than.name} is ${than.score.severity}${under}.`
