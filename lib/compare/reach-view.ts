import { formatHundredths, formatTenths } from '@/lib/aivss/decimal'
import type { ScorePart } from '@/lib/aivss/difference'
import { FACTORS } from '@/lib/aivss/factors'
import { type Formula, formulaOf } from '@/lib/aivss/formulas'
import { type Reach, reach, type SingleChange } from '@/lib/aivss/reach'
import { score } from '@/lib/aivss/score'
import { SEVERITIES, type Severity } from '@/lib/aivss/severity'
import { draftInputOf } from '@/lib/assessment/score-draft'
import type { ComparedAgent } from '@/lib/compare/compared-agent'
import { type PartValue, partFigure, partName, partValue } from '@/lib/compare/part-words'

/** What would bring an agent down to a severity, under the formula that it is rated under. */
export type ReachView = {
  readonly key: string
  readonly name: string
  readonly target: Severity
  /** The highest score of the severity that is aimed at. */
  readonly limit: PartValue
  readonly isThere: boolean
  readonly lead: string
  /** One change at a time, the cheapest first. */
  readonly singles: readonly SingleView[]
  /** What the factors can do together, said in full also where it is nothing. */
  readonly factors: FactorsReach
}

export type SingleView = {
  readonly part: ScorePart
  readonly name: string
  readonly from: PartValue
  readonly to: PartValue
  /** In hundredths. */
  readonly cost: number
  /** `CVSS base from 9.1 to 6.4 or lower`. */
  readonly text: string
}

export type FactorsReach = {
  readonly sentences: readonly string[]
  /** Null where taking all of them away is not enough, and where nothing has to go. */
  readonly cost: number | null
  /** The smallest sets of factors that hold as much; no more than a reader takes in. */
  readonly sets: readonly (readonly string[])[]
  /** How many such sets there are, those that are not shown included. */
  readonly setsInAll: number
}

export const SETS_SHOWN = 12

/** Null for a draft that has no score yet. */
export function reachView({ key, name, document }: ComparedAgent, target: Severity): ReachView | null {
  const input = draftInputOf(document)
  if (input === null) return null
  const limitTenths = SEVERITIES.find(({ id }) => id === target)?.maxTenths ?? 0
  const limit = formatTenths(limitTenths)
  const found = reach(input, limitTenths)
  const now = score(input)
  const formula = formulaOf(input.formula)
  return {
    key,
    name,
    target,
    limit: { value: limitTenths / 10, text: limit },
    isThere: found.isThere,
    lead: found.isThere
      ? `${name} scores ${now.score.toFixed(1)} under ${formula.title}, and so it is at ${limit} or below already.`
      : `${name} scores ${now.score.toFixed(1)} under ${formula.title}. To be ${orLower(target)} it has to come down to ${limit} or below.`,
    singles: found.singles.map(singleOf),
    factors: {
      sentences: found.isThere ? [] : factorSentences(name, limit, found, formula),
      cost: found.factorCost === 0 ? null : found.factorCost,
      sets: found.factorSets.slice(0, SETS_SHOWN).map((set) => set.map((id) => FACTORS[id].name)),
      setsInAll: found.factorSets.length,
    },
  }
}

const orLower = (target: Severity): string => (target === 'None' ? 'None' : `${target} or lower`)

const singleOf = ({ part, from, to, cost }: SingleChange): SingleView => {
  const [before, after] = [partFigure(part, from), partFigure(part, to)]
  return {
    part,
    name: partName(part),
    from: before,
    to: after,
    cost,
    text: `${partName(part)} from ${before.text} to ${after.text}${to === 0 ? '' : ' or lower'}`,
  }
}

function factorSentences(name: string, limit: string, found: Reach, formula: Formula): readonly string[] {
  const { factorCost, factorSets, leastTenths } = found
  if (factorCost === null) {
    return [
      `No change of factors brings ${name} to ${limit} or below: with every factor at 0.00 it still scores ${formatTenths(leastTenths)}.`,
      ...figureSentences(found, formula),
    ]
  }
  const size = factorSets[0]?.length ?? 0
  return [
    `The factors have to lose ${formatHundredths(factorCost)} together, however it is spread over them.`,
    size === 1
      ? `One factor is enough, and ${factorSets.length === 1 ? 'only one holds' : `${factorSets.length} hold`} as much.`
      : `It takes at least ${size} of them, and ${factorSets.length === 1 ? 'one set holds' : `${factorSets.length} sets of ${size} hold`} as much.`,
  ]
}

const FIGURES = {
  mitigationFactor: 'a mitigation factor M',
  cvss: 'a CVSS base',
  threatMultiplier: 'a threat multiplier T',
} as const

/** M comes first, as it is what mitigation is for, and is named also where it is no use. */
function figureSentences({ singles, withoutFactors }: Reach, formula: Formula): readonly string[] {
  const options = (['mitigationFactor', 'cvss', 'threatMultiplier'] as const).flatMap((part) => {
    const [bare, now] = [withoutFactors, singles].map((changes) =>
      changes.find((change) => change.part === part),
    )
    if (!bare) return []
    const words = `${FIGURES[part]} of ${partValue(part, bare.to)} or lower`
    if (now?.to === bare.to) return [words]
    const alone = `${words} with every factor at 0.00`
    return [now ? `${alone} (${partValue(part, now.to)} or lower with the factors as they are)` : alone]
  })
  const helps = withoutFactors.some(({ part }) => part === 'mitigationFactor')
  return [
    ...(helps
      ? []
      : [formula.usesMitigation ? 'No M does, either.' : `${formula.title} has no M that could.`]),
    ...(options.length === 0 ? [] : [`What would: ${options.join('; or ')}.`]),
  ]
}
