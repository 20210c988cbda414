import type { Options } from 'mdast-util-from-markdown'

/**
 * What keeps the work of reading a text in proportion to its length. A mark beyond a limit is text, and nothing is lost.
 */
const NESTING_IN_A_LINE_MAX = 8
const ATTENTION_MARKS_MAX = 500
export const LINES_MAX = 1_000

/** A noncharacter, which no text holds: where it stands, a mark behind it opens nothing. */
const STOP = '\u{FFFE}'

/**
 * A line of thousands of quotation or list marks would nest as deep, which takes the parser seconds and any walk its
 * stack. From the ninth mark on, the line is text. Whether it is code is known after parsing only, so that the stop is
 * taken out again wherever it ended up.
 */
export const withStops = (markdown: string): string =>
  withoutStops(markdown).replace(MARKS_OF_A_LINE, (run) => {
    const ninth = [...run.matchAll(MARK)][NESTING_IN_A_LINE_MAX]
    if (ninth === undefined) return run
    const at = ninth.index + ninth[0].search(/\S/)
    return `${run.slice(0, at)}${STOP}${run.slice(at)}`
  })

export const withoutStops = (text: string): string => text.replaceAll(STOP, '')

const MARKS_OF_A_LINE = /^(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])))+/gm
const MARK = /[ \t]*(?:>|[-+*]|\d{1,9}[.)])/g

/**
 * Lines of lists, quotations and headings cost the parser time quadratic in their number, which takes it seconds for the
 * thousands that a narrative can have. It gets to see the first thousand; what follows is told apart by empty lines alone.
 */
export function fewLines(markdown: string): { readonly read: string; readonly plain: readonly string[] } {
  const lines = markdown.split(/\r\n?|\n/)
  if (lines.length <= LINES_MAX) return { read: markdown, plain: [] }
  const rest = lines.slice(LINES_MAX).map((line) => line.trim())
  return {
    read: lines.slice(0, LINES_MAX).join('\n'),
    plain: rest
      .join('\n')
      .split(/\n{2,}/)
      .map((text) => text.trim())
      .filter((text) => text !== ''),
  }
}

type Extension = NonNullable<Options['extensions']>[number]
type Construct = Extract<NonNullable<NonNullable<Extension['text']>[number]>, { readonly tokenize: unknown }>

/** The parser pairs `*` and `_` in time quadratic in their number, so that it gets to see the first 500 alone. */
export function fewAttentionMarks(): Extension {
  let seen = 0
  const surplus: Construct = {
    name: 'surplusAttention',
    tokenize: (effects, ok, nok) => {
      let sign: unknown
      const run: typeof ok = (code) => {
        if (code === sign) {
          seen += 1
          effects.consume(code)
          return run
        }
        effects.exit('data')
        // What this refuses goes on to the parser's own construct.
        return seen >= ATTENTION_MARKS_MAX ? ok(code) : nok(code)
      }
      return (code) => {
        sign = code
        effects.enter('data')
        return run(code)
      }
    },
  }
  return { text: { ['*'.charCodeAt(0)]: surplus, ['_'.charCodeAt(0)]: surplus } }
}
