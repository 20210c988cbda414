import { LIMITS } from '@/lib/assessment/limits'
import { flawOf } from '@/lib/assessment/text'
import type { Remark } from '@/lib/exchange/imported'
import { type Line, remarkOn } from '@/lib/exchange/report-lines'

/** A text that a document takes, or null with a remark that says why it does not. */
export function fittingText(
  line: Line,
  label: string,
  text: string,
  lengthMax: number,
  remarks: Remark[],
): string | null {
  const flaw = flawOf(label, text, lengthMax)
  if (flaw === null) return text
  remarks.push(remarkOn(line, `was not read. ${flaw} Shorten it, and paste it into its field.`))
  return null
}

/** The rationale of a row as a field of its entry; no field where there is none. */
export function rationaleIn(
  { line, rationale }: { readonly line: Line; readonly rationale: string },
  remarks: Remark[],
): { readonly rationale?: string } {
  if (rationale === '') return {}
  const text = fittingText(line, 'The rationale', rationale, LIMITS.rationale, remarks)
  return text === null ? {} : { rationale: text }
}
