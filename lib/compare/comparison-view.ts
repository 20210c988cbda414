import { FACTORS } from '@/lib/aivss/factors'
import { FORMULA_IDS, type FormulaId, HEADLINE_FORMULA } from '@/lib/aivss/formulas'
import type { Severity } from '@/lib/aivss/severity'
import { scoreDraft } from '@/lib/assessment/score-draft'
import { bug } from '@/lib/base/assert'
import { TARGET_DEFAULT } from '@/lib/compare/address'
import { type AgentHead, headOf } from '@/lib/compare/agent-head'
import { AGENTS_MAX, AGENTS_MIN, type ComparedAgent } from '@/lib/compare/compared-agent'
import { type FactorOrder, type FactorRow, factorRows } from '@/lib/compare/factor-rows'
import { type LayerRow, layerRows } from '@/lib/compare/layer-rows'
import { comparisonTitle, withOwnNames } from '@/lib/compare/names'
import { type ReachView, reachView } from '@/lib/compare/reach-view'
import { type Standing, standingUnder } from '@/lib/compare/standing'
import { type WhyView, whyWorse } from '@/lib/compare/why'
import { listOf } from '@/lib/compare/words'

/** A comparison in the words and figures it is shown with, whatever form it takes: page, Markdown, CSV, JSON, PDF. */
export type ComparisonView = {
  readonly title: string
  /** In the order they were chosen in, which is the order of every list of cells. */
  readonly agents: readonly AgentHead[]
  /** Why these scores are not simply comparable; empty where they are. */
  readonly cautions: readonly string[]
  /** Under the formula that they share, or under the one that was asked for. */
  readonly standing: Standing
  /** The same inputs under the other formulas. */
  readonly otherStandings: readonly Standing[]
  readonly factors: readonly FactorRow[]
  /** How many rows are left out because nothing differs in them. */
  readonly sameFactors: number
  readonly layers: readonly LayerRow[]
  /** One for each pair of agents with a score, under the formula of the standing, from the worse of the two. */
  readonly whys: readonly WhyView[]
  /** One for each agent, in the order of the agents; null for a draft without a score. */
  readonly reach: readonly (ReachView | null)[]
}

export type ComparisonOptions = {
  readonly order: FactorOrder
  readonly onlyDifferences: boolean
  /** The severity that agents are to be brought down to. */
  readonly target: Severity
  /** Null for the formula that they share; where they share none, for the headline formula. */
  readonly formula: FormulaId | null
}

export const DEFAULT_OPTIONS: ComparisonOptions = {
  order: 'listed',
  onlyDifferences: false,
  target: TARGET_DEFAULT,
  formula: null,
}

export function compareAgents(
  agents: readonly ComparedAgent[],
  { order, onlyDifferences, target, formula }: ComparisonOptions = DEFAULT_OPTIONS,
): ComparisonView {
  if (agents.length < AGENTS_MIN || agents.length > AGENTS_MAX)
    return bug(`${agents.length} agents to compare`)
  if (new Set(agents.map(({ key }) => key)).size < agents.length) return bug('an agent beside itself')
  const named = withOwnNames(agents)
  const documents = agents.map(({ document }) => document)
  const scored = named.map((agent) => {
    const score = scoreDraft(agent.document)
    return { head: headOf(agent, score), score }
  })
  const heads = scored.map(({ head }) => head)
  const under = formula ?? sharedFormula(heads) ?? HEADLINE_FORMULA.id
  const rows = factorRows(documents, order)
  const shown = onlyDifferences ? rows.filter(({ differs }) => differs) : rows
  return {
    title: comparisonTitle(heads),
    agents: heads,
    cautions: cautionsOf(heads),
    standing: standingUnder(under, scored),
    otherStandings: FORMULA_IDS.filter((id) => id !== under).map((id) => standingUnder(id, scored)),
    factors: shown,
    sameFactors: rows.length - shown.length,
    layers: layerRows(documents),
    whys: pairsOf(named).flatMap(([one, other]) => whyOfWorse(one, other, under)),
    reach: named.map((agent) => reachView(agent, target)),
  }
}

const pairsOf = <Item>(items: readonly Item[]): readonly (readonly [Item, Item])[] =>
  items.flatMap((one, place) => items.slice(place + 1).map((other) => [one, other] as const))

function whyOfWorse(one: ComparedAgent, other: ComparedAgent, formula: FormulaId): readonly WhyView[] {
  const why = whyWorse(one, other, formula)
  if (why === null) return []
  const turned = why.total.hundredths < 0 ? whyWorse(other, one, formula) : why
  return turned === null ? [] : [turned]
}

const sharedFormula = (heads: readonly AgentHead[]): FormulaId | undefined => {
  const [first, ...others] = new Set(heads.map(({ formula }) => formula.id))
  return others.length === 0 ? first : undefined
}

const cautionsOf = (heads: readonly AgentHead[]): readonly string[] => [
  ...cautionAbout(
    heads.map(({ name, formula }) => ({ name, rating: formula.title })),
    'They are rated under different formulas',
    'Scores of different formulas cannot be ranked; read them under one formula, which is named.',
  ),
  ...cautionAbout(
    heads.map(({ name, factorSet }) => ({ name, rating: factorSet.name })),
    'They are rated on different sets of factors',
    `Nine factors are the same; ${FACTORS.goalPlanning.name} and ${FACTORS.language.name} are two questions, and each agent answers one of them.`,
  ),
]

function cautionAbout(
  agents: readonly { readonly name: string; readonly rating: string }[],
  what: string,
  soWhat: string,
): readonly string[] {
  const ratings = [...new Set(agents.map(({ rating }) => rating))]
  if (ratings.length < 2) return []
  const who = ratings.map((rating) => {
    const names = agents.filter((agent) => agent.rating === rating).map(({ name }) => name)
    return `${listOf(names)}: ${rating}`
  })
  return [`${what} (${who.join('; ')}). ${soWhat}`]
}
