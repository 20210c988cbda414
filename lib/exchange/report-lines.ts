import { flawOf } from '@/lib/assessment/text'
import { err, ok, type Result } from '@/lib/base/result'
import { type ImportProblem, REMARKS_MAX, type Remark } from '@/lib/exchange/imported'

/** A line of a pasted text with its number, counted from 1, and without the white space at its ends. */
export type Line = { readonly number: number; readonly text: string }

/** A report has about thirty; with seven long narratives perhaps a few hundred. */
const LINES_MAX = 20_000
/** Seven narratives at their limit have a seventh of it. A JSON document may be longer, because it is read at once. */
const LENGTH_MAX = 1_000_000

/** A text as lines, whatever ends them; refused where it holds what no document may. */
export function linesOf(text: string): Result<readonly Line[], ImportProblem[]> {
  if (text.length > LENGTH_MAX) {
    const [given, limit] = [text.length, LENGTH_MAX].map((count) => count.toLocaleString('en'))
    return err([
      {
        where: 'the text',
        message: `The text has ${given} characters; the limit is ${limit}. Paste one report alone.`,
      },
    ])
  }
  const lines = text
    .split(/\r\n|\r|\n/)
    .map((line, index) => ({ number: index + 1, text: line.replaceAll('\u{FEFF}', '').trim() }))
  if (lines.length > LINES_MAX) {
    const [given, limit] = [lines.length, LINES_MAX].map((count) => count.toLocaleString('en'))
    return err([
      {
        where: 'the text',
        message: `The text has ${given} lines; the limit is ${limit}. Paste one report alone.`,
      },
    ])
  }
  const problems = lines.flatMap(({ number, text: line }) => {
    const flaw = flawOf('The line', line, Number.POSITIVE_INFINITY)
    return flaw === null ? [] : [{ where: `line ${number}`, message: flaw }]
  })
  return problems.length === 0 ? ok(lines) : err(problems.slice(0, REMARKS_MAX))
}

/** What is said of a line: how it begins, so that it is found, then why it was not read and what to do. */
export const remarkOn = ({ number, text }: Line, message: string): Remark => ({
  where: `line ${number}`,
  message: `“${beginningOf(text)}” ${message}`,
})

const SHOWN_MAX = 60

function beginningOf(text: string): string {
  const shown = [...text.slice(0, 2 * SHOWN_MAX).replaceAll('\t', ' ')].slice(0, SHOWN_MAX).join('')
  return shown.length < text.length ? `${shown.trimEnd()}…` : shown
}

/** Letters alone, so that case, hyphens, dashes, spaces of any kind and emphasis make no difference. */
export const keyOf = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll('&', 'and')
    .replace(/[^a-z]/g, '')
