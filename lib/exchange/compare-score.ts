import { formulaOf } from '@/lib/aivss/formulas'
import { score } from '@/lib/aivss/score'
import type { Draft } from '@/lib/assessment/document'
import { scoreRequestSchema, toScoreInput } from '@/lib/assessment/score-request'
import type { PrintedScore } from '@/lib/exchange/decide-figures'
import type { Remark } from '@/lib/exchange/imported'
import { remarkOn } from '@/lib/exchange/report-lines'

/** What is to be said of a printed score beside the one that follows from what was read; nothing where they agree. */
export function remarksOnScore(draft: Draft, printed: PrintedScore | null): readonly Remark[] {
  if (printed === null) return []
  const computed = scoreOf(draft)
  const { title } = formulaOf(draft.formula)
  if (computed === null) {
    const message = `was not compared, because C or a rating is missing; a score is always computed.`
    return [remarkOn(printed.line, message)]
  }
  if (computed === printed.value) return []
  const message = `prints ${printed.value}, but what was read scores ${computed.toFixed(1)} under ${title}; check C, T, M and the ratings. The printed score was not taken.`
  return [remarkOn(printed.line, message)]
}

/** From the figures alone: words that are still missing do not stand in the way. */
function scoreOf({ formula, cvss, threatMultiplier, mitigationFactor, factors = {} }: Draft): number | null {
  const request = scoreRequestSchema.safeParse({
    formula,
    cvss: cvss?.vector === undefined ? { base: cvss?.base } : { vector: cvss.vector },
    threatMultiplier: threatMultiplier?.value,
    mitigationFactor: mitigationFactor?.value,
    factors: Object.fromEntries(Object.entries(factors).map(([id, factor]) => [id, factor?.value])),
  })
  return request.success ? score(toScoreInput(request.data)).score : null
}
