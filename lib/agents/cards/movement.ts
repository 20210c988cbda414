import type { PublishedFigures } from '@/lib/agents/cards/figures'
import type { AgentId } from '@/lib/agents/lock'
import { derive } from '@/lib/aivss/derivation'
import { difference, type ScorePart, UNITS_PER_POINT } from '@/lib/aivss/difference'
import { FACTOR_IDS } from '@/lib/aivss/factors'
import { type FormulaId, formulaOf } from '@/lib/aivss/formulas'
import { rateFactors, type ScoreInput } from '@/lib/aivss/score-input'
import { bug } from '@/lib/base/assert'
import type { Queryable } from '@/lib/db/client'

/** What made an agent show another score than before. */
export const MOVEMENT_CAUSES = ['published', 'withdrawn', 'deleted', 'restored'] as const
export type MovementCause = (typeof MOVEMENT_CAUSES)[number]

/** A published revision, by the figures that a card has of it. */
export type Shown = {
  readonly number: number
  readonly publishedAt: Date
  readonly figures: PublishedFigures
}

export type Moved = {
  readonly cause: MovementCause
  readonly before: Shown | null | undefined
  readonly after: Shown | null
}

/** Behind another step of the same agent, or its first. */
type Step = Moved & { readonly previousAt: Date | null }

/** A row of the history of what is shown. */
export async function recordMovement(tx: Queryable, id: AgentId, moved: Moved, now = new Date()) {
  const previous = await tx.movement.findFirst({
    where: id,
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    select: { at: true },
  })
  const { parts, ...movement } = movementOf({ ...moved, previousAt: previous?.at ?? null }, now)
  await tx.movement.create({ data: { ...id, ...movement, parts: [...parts] } })
}

/** What the history says of it. What was published at a time moved the score at that time. */
export function movementOf({ cause, before, after, previousAt }: Step, now: Date) {
  const parts = before && after ? partsOf(before.figures, after.figures) : []
  return {
    cause,
    at: cause === 'published' && after ? after.publishedAt : now,
    previousAt,
    number: after?.number ?? null,
    beforeFormula: before?.figures.formula ?? null,
    beforeTenths: before?.figures.scoreTenths ?? null,
    beforeSeverity: before?.figures.severity ?? null,
    afterFormula: after?.figures.formula ?? null,
    afterTenths: after?.figures.scoreTenths ?? null,
    afterSeverity: after?.figures.severity ?? null,
    parts,
  }
}

/** Whether the history knows already that this is shown: a card that is written anew is no news. */
export async function isLastMovement(tx: Queryable, id: AgentId, { number }: Shown): Promise<boolean> {
  const last = await tx.movement.findFirst({ where: id, orderBy: { id: 'desc' }, select: { number: true } })
  return last?.number === number
}

/** One input's share of a change of the score, in points; a change of the formula is an input too. */
export type MovementPart = { readonly part: ScorePart | 'formula'; readonly points: number }

/**
 * What moved the score, the greatest first: what another formula makes of the old inputs, and then each input under the
 * formula of today.
 */
export function partsOf(before: PublishedFigures, after: PublishedFigures): readonly MovementPart[] {
  const formula = formulaOf(after.formula)
  const [from, to] = [inputOf(before), inputOf(after)]
  const scoreUnder = (id: FormulaId) => derive(formulaOf(id), from).computation.scoreHundredMillionths
  const gained = scoreUnder(after.formula) - scoreUnder(before.formula)
  return [
    { part: 'formula' as const, amount: gained * (UNITS_PER_POINT / 100_000_000) },
    ...difference(formula, to, from).parts,
  ]
    .filter(({ amount }) => amount !== 0)
    .toSorted((one, other) => Math.abs(other.amount) - Math.abs(one.amount))
    .map(({ part, amount }) => ({ part, points: amount / UNITS_PER_POINT }))
}

const inputOf = (figures: PublishedFigures): ScoreInput => {
  const { formula, baseTenths, threatHundredths, mitigationHundredths, ratings } = figures
  const ratingOf = (id: (typeof FACTOR_IDS)[number]) => ratings[FACTOR_IDS.indexOf(id)] ?? null
  const factorSet = ratingOf('goalPlanning') === null ? 'natural-language' : 'goal-planning'
  return {
    formula,
    cvss: { source: 'asserted', baseTenths },
    threatHundredths,
    mitigationHundredths,
    ...rateFactors(factorSet, (id) => ratingOf(id) ?? bug(`${id} is not rated`)),
  }
}
