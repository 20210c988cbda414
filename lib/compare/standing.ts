import { formatTenths } from '@/lib/aivss/decimal'
import { type FormulaId, formulaOf } from '@/lib/aivss/formulas'
import type { Score } from '@/lib/aivss/score'
import { SEVERITIES, type Severity } from '@/lib/aivss/severity'
import { bug } from '@/lib/base/assert'
import {
  type AgentHead,
  type FormulaName,
  formulaName,
  type ScoreFigure,
  scoreFigure,
} from '@/lib/compare/agent-head'
import { listOf } from '@/lib/compare/words'

/** All agents under one formula, which is named wherever they stand beside each other. */
export type Standing = {
  readonly formula: FormulaName
  /** Whether every agent is rated under this formula itself, so that nothing had to be computed anew. */
  readonly isTheirOwn: boolean
  /** One for each agent, in the order of the agents; null for a draft without a score. */
  readonly scores: readonly (StandingScore | null)[]
  /** The worst first. Within one nothing is ranked: its agents stand in the order they were chosen in. */
  readonly groups: readonly PriorityGroup[]
}

export type StandingScore = ScoreFigure & {
  /** What had to be taken for granted, because the agent's own formula does not ask for it. */
  readonly assumption: string | null
}

/** The agents of one severity band. */
export type PriorityGroup = {
  readonly severity: Severity
  readonly agents: readonly string[]
  /** Said before any difference: whom the band calls equal. */
  readonly priority: string
  /** Said after it: how far apart they are all the same; null where one agent is alone. */
  readonly difference: string | null
}

export type Scored = { readonly head: AgentHead; readonly score: Score | null }

export const standingUnder = (id: FormulaId, agents: readonly Scored[]): Standing => {
  const scores = agents.map(({ score }) => score && scoreUnder(id, score))
  const isTheirOwn = agents.every(({ head }) => head.formula.id === id)
  return {
    formula: formulaName(id),
    isTheirOwn,
    scores,
    groups: SEVERITIES.map(({ id: severity }) => severity)
      .toReversed()
      .flatMap((severity) => {
        const members = agents.flatMap(({ head }, place) => {
          const figure = scores[place]
          return figure?.severity === severity ? [{ head, figure }] : []
        })
        return members.length === 0 ? [] : [groupOf(severity, members, isTheirOwn ? '' : underWords(id))]
      }),
  }
}

export function scoreUnder(id: FormulaId, score: Score): StandingScore {
  const figure = score.formula === id ? score : (score.others[id] ?? bug(`${id} is not among the others`))
  const lacksMitigation = formulaOf(id).usesMitigation && !formulaOf(score.formula).usesMitigation
  return {
    ...scoreFigure(figure),
    assumption: lacksMitigation
      ? `${formulaOf(score.formula).title} asks for no mitigation, so M counts as 1.00 here.`
      : null,
  }
}

/** Named in every sentence where it is not the formula that all of them are rated under. */
export const underWords = (id: FormulaId): string => ` under ${formulaOf(id).title}`

type Member = { readonly head: AgentHead; readonly figure: ScoreFigure }

function groupOf(severity: Severity, members: readonly Member[], under: string): PriorityGroup {
  const names = listOf(members.map(({ head }) => head.name))
  const tenths = members.map(({ figure }) => Math.round(figure.value * 10))
  const [least, most] = [Math.min(...tenths), Math.max(...tenths)]
  return {
    severity,
    agents: members.map(({ head }) => head.key),
    priority:
      members.length === 1
        ? `${names} is ${severity}${under}.`
        : `${names} are ${severity}${under}: equal in priority.`,
    difference:
      members.length === 1
        ? null
        : least === most
          ? `They score the same, ${formatTenths(least)}.`
          : `Within ${severity} they score from ${formatTenths(least)} to ${formatTenths(most)}, ${formatTenths(most - least)} apart.`,
  }
}
