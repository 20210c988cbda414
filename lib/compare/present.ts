import type { ComparisonState } from '@/lib/compare/address'
import type { ComparedAgent } from '@/lib/compare/compared-agent'
import { type ComparisonView, compareAgents } from '@/lib/compare/comparison-view'
import { withOwnNames } from '@/lib/compare/names'
import { type WhyView, whyWorse } from '@/lib/compare/why'

/** A comparison as its address asks for it, with the one pair that is explained. */
export type Presented = { readonly view: ComparisonView; readonly why: WhyView | null }

export function present(
  agents: readonly ComparedAgent[],
  { sort, only, target, formula, worse, than }: ComparisonState,
): Presented {
  const view = compareAgents(agents, {
    order: sort,
    onlyDifferences: only === 'differences',
    target,
    formula: formula ?? null,
  })
  const named = withOwnNames(agents)
  const [one, other] = [worse, than].map((key) => named.find((agent) => agent.key === key))
  const asked = one && other ? whyWorse(one, other, view.standing.formula.id) : null
  return { view, why: asked ?? widestWhy(view.whys) }
}

/** Unless somebody asks for another, the pair that lies furthest apart. */
export const widestWhy = (whys: readonly WhyView[]): WhyView | null =>
  whys.toSorted((one, other) => other.total.hundredths - one.total.hundredths)[0] ?? null
