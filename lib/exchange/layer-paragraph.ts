import { keyOf, type Line } from '@/lib/exchange/report-lines'
import { LAYERS, type LayerId } from '@/lib/maestro/layers'

/** A paragraph about a layer, without the name and the mark that it may begin with. */
export type Paragraph = {
  readonly line: Line
  readonly text: string
  readonly isUncertain: boolean
  readonly layer: LayerId | undefined
}

/** Takes off what a paragraph begins with: a mark, the name of a layer, or both in either order. */
export function paragraphOf(line: Line): Paragraph {
  const marked = withoutMark(line.text)
  const named = withoutName(marked ?? line.text)
  const inner = marked === null && named !== null ? withoutMark(named.text) : null
  return {
    line,
    text: inner ?? named?.text ?? marked ?? line.text,
    isUncertain: marked !== null || inner !== null,
    layer: named?.layer,
  }
}

/** Emphasised, in brackets, or in front of a separator; a sentence that only begins with these words is none. */
const MARKS = [
  /^([*_]{1,3})not\s+certain\s+from\s+(?:the\s+)?listing\s*[–—:.-]{0,2}\s*\1\s*[–—:.|-]{0,2}\s*/i,
  /^[[(]not\s+certain\s+from\s+(?:the\s+)?listing[\])]\s*[–—:.|-]{0,2}\s*/i,
  /^not\s+certain\s+from\s+(?:the\s+)?listing\s*(?:[–—:.|]|-{1,2}|$)\s*/i,
]

/** What follows the mark of an uncertain layer; null where there is no mark. */
function withoutMark(text: string): string | null {
  const start = text.slice(0, MARK_LENGTH_MAX)
  const found = MARKS.map((mark) => mark.exec(start)).find((match) => match !== null)
  return found === undefined ? null : text.slice(found[0].length).trim()
}

const MARK_LENGTH_MAX = 100

const NAME_LENGTH_MAX = 60
/** One between id and name, one behind the name. */
const SEPARATORS_MAX = 2
const BY_KEY: ReadonlyMap<string, LayerId> = new Map(LAYERS.map(({ id, name }) => [keyOf(name), id]))

/** A layer by its id, its name or both, in front of a separator or alone; null for a sentence that only begins so. */
function withoutName(text: string): { readonly layer: LayerId; readonly text: string } | null {
  const start = text.slice(0, NAME_LENGTH_MAX)
  const separators = [...start.matchAll(/\s[–—-]{1,2}\s|[:|]\s?|[–—]/g)]
  for (const { 0: separator, index } of separators.slice(0, SEPARATORS_MAX).reverse()) {
    const layer = layerNamed(text.slice(0, index))
    if (layer !== undefined) return { layer, text: text.slice(index + separator.length).trim() }
  }
  const layer = text.length <= NAME_LENGTH_MAX ? layerNamed(text) : undefined
  return layer === undefined ? null : { layer, text: '' }
}

const NUMBERED = /^[#*_\s]*(?:layer\s*|l)?([1-7])(?![\d%])[.):]?\s*(.*)$/i

function layerNamed(text: string): LayerId | undefined {
  const [, digit, name = ''] = NUMBERED.exec(text) ?? []
  const numbered = LAYERS.find(({ id }) => id === `L${digit}`)?.id
  const byName = BY_KEY.get(keyOf(numbered === undefined ? text : name))
  if (numbered === undefined) return byName
  // “1” alone is a number; “L1” and “Layer 1” are names.
  if (keyOf(name) === '') return /^[#*_\s]*l/i.test(text) ? numbered : undefined
  return byName === numbered ? byName : undefined
}
