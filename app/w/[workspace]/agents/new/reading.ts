import { createHash } from 'node:crypto'
import { FACTOR_SETS } from '@/lib/aivss/factors'
import type { BriefScore } from '@/lib/aivss/score'
import type { Draft } from '@/lib/assessment/document'
import { missingForPublishing } from '@/lib/assessment/missing'
import { scoreDraft } from '@/lib/assessment/score-draft'
import type { Imported, ImportForm, Remark } from '@/lib/exchange/imported'
import type { FormState } from '@/lib/forms/form-state'

/** What was understood of a text, for whoever decides whether an agent shall be made of it. */
export type Reading = {
  readonly form: ImportForm
  readonly name: string | null
  readonly score: BriefScore | null
  readonly rated: number
  readonly written: number
  readonly missing: number
  readonly remarks: readonly Remark[]
}

/** `seen` names the text that the reading is of. */
export type ImportState = FormState & { readonly reading?: Reading; readonly seen?: string }

export const readingOf = ({ draft, form, remarks }: Imported): Reading => {
  const scored = scoreDraft(draft)
  return {
    form,
    name: draft.name ?? null,
    score: scored && { score: scored.score, severity: scored.severity },
    rated: ratedIn(draft),
    written: Object.values(draft.layers ?? {}).filter((layer) => layer?.narrative !== undefined).length,
    missing: missingForPublishing(draft).length,
    remarks,
  }
}

const ratedIn = ({ factorSet, factors = {} }: Draft): number =>
  FACTOR_SETS[factorSet].factors.filter((id) => factors[id]?.value !== undefined).length

export const nameOfText = (text: string): string => createHash('sha256').update(text).digest('hex')
