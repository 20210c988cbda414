import { FORMULAS, type FormulaId } from '@/lib/aivss/formulas'
import type { TrendStep } from '@/lib/dashboard/agent-trend'

export type ScoreLines = {
  readonly formulas: readonly { readonly id: FormulaId; readonly title: string }[]
  readonly steps: readonly { readonly at: number; readonly scores: Readonly<Record<string, number>> }[]
}

/**
 * The steps as lines, one for each formula, up to now. A line goes on to the step that ends it, and there is none from
 * there on.
 */
export function scoreLines(steps: readonly TrendStep[], now: Date): ScoreLines {
  const points = steps.map(({ at, before, after }) => ({
    at: at.getTime(),
    scores: {
      ...(before && before.formula !== after?.formula && { [before.formula]: before.score }),
      ...(after && { [after.formula]: after.score }),
    },
  }))
  const last = steps.at(-1)?.after
  const today = { at: now.getTime(), scores: last ? { [last.formula]: last.score } : {} }
  return {
    formulas: FORMULAS.filter(({ id }) =>
      steps.some(({ before, after }) => before?.formula === id || after?.formula === id),
    ).map(({ id, title }) => ({ id, title })),
    steps: [...points, today],
  }
}
