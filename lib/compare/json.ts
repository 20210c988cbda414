import type { AgentHead, HeadFigure } from '@/lib/compare/agent-head'
import type { ComparisonAnswer } from '@/lib/compare/answer'
import type { ComparisonView } from '@/lib/compare/comparison-view'
import type { ReachView } from '@/lib/compare/reach-view'
import type { Standing } from '@/lib/compare/standing'
import type { WhyView } from '@/lib/compare/why'
import { messagesOf } from '@/lib/compare/wording'

/** The comparison for programs: the figures of the view as numbers, each beside the key of its agent. */
export function comparisonAnswer(view: ComparisonView): ComparisonAnswer {
  const keys = view.agents.map(({ key }) => key)
  /** Cells stand in the order of the agents; here each is told by its key instead. */
  const byAgent = <Cell, Answer>(cells: readonly Cell[], answerOf: (cell: Cell) => Answer) =>
    cells.map((cell, place) => ({ agent: keys[place] ?? '', ...answerOf(cell) }))
  const standingOf = ({ formula, isTheirOwn, scores, groups }: Standing) => ({
    formula: formula.id,
    isTheirOwn,
    scores: byAgent(scores, (score) => ({
      score: score?.value ?? null,
      severity: score?.severity ?? null,
      assumption: score?.assumption ?? null,
    })),
    groups: groups.map(({ severity, agents, priority, difference }) => ({
      severity,
      agents: [...agents],
      priority,
      difference,
    })),
  })
  return {
    agents: view.agents.map(headOf),
    cautions: [...view.cautions],
    standings: [view.standing, ...view.otherStandings].map(standingOf),
    factors: view.factors.map(({ id, name, cells, spread, differs }) => ({
      id,
      name,
      ratings: byAgent(cells, ({ hundredths, isHighest, rationale }) => ({
        value: hundredths === null ? null : hundredths / 100,
        isHighest,
        rationale,
      })),
      spread: spread === null ? null : spread.hundredths / 100,
      differs,
    })),
    sameFactors: view.sameFactors,
    layers: view.layers.map(({ id, name, cells, certaintyDiffers }) => ({
      id,
      name,
      certaintyDiffers,
      agents: byAgent(cells, ({ certainty, narrative }) => ({ certainty, narrative })),
    })),
    why: view.whys.map(whyOf),
    reach: view.reach.flatMap((reach) => (reach === null ? [] : [reachOf(reach)])),
  }
}

function headOf(head: AgentHead): ComparisonAnswer['agents'][number] {
  const figure = (id: HeadFigure['id']) => head.figures.find((one) => one.id === id)?.value ?? null
  return {
    key: head.key,
    name: head.name,
    url: head.href,
    vendor: head.vendor,
    kind: head.kind,
    revision: head.source.number,
    day: head.source.isoDay,
    formula: head.formula.id,
    factorSet: head.factorSet.id,
    cvssBase: figure('cvss'),
    factorSum: figure('factorSum'),
    aars: figure('aars'),
    threatMultiplier: figure('threatMultiplier'),
    mitigationFactor: figure('mitigationFactor'),
    score: head.score?.value ?? null,
    severity: head.score?.severity ?? null,
    missing: [...head.missing],
    notices: [...messagesOf(head)],
  }
}

const whyOf = ({ of, than, formula, title, priority, total, parts, same }: WhyView) => ({
  of: of.key,
  than: than.key,
  formula: formula.id,
  title,
  priority,
  difference: total.hundredths / 100,
  parts: parts.map(({ id, name, values, hundredths }) => ({ id, name, values, points: hundredths / 100 })),
  same: [...same],
})

const reachOf = ({ key, target, limit, isThere, lead, singles, factors }: ReachView) => ({
  agent: key,
  target,
  limit: limit.value,
  isThere,
  lead,
  singles: singles.map(({ part, from, to, cost }) => ({
    input: part,
    from: from.value,
    to: to.value,
    cost,
  })),
  factors: {
    sentences: [...factors.sentences],
    cost: factors.cost,
    sets: factors.sets.map((set) => [...set]),
    setsInAll: factors.setsInAll,
  },
})
