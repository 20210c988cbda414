/** Where a text stops being JSON, counted from 1, and what to put right there. */
export type JsonFlaw = { readonly line: number; readonly column: number; readonly message: string }

type Bracket = '{' | '['
type Step = { readonly end: number; readonly state: State }
type Stop = { readonly at: number; readonly message: string }
type State = 'value' | 'first-item' | 'first-key' | 'key' | 'colon' | 'next' | 'end'

/**
 * The first flaw of a text that is not JSON, null for one that is. The messages of JSON.parse are in words of the
 * engine, differ between its versions, and do not always say where.
 */
export function jsonFlawOf(text: string): JsonFlaw | null {
  const stop = firstStop(text)
  if (stop === null) return null
  const before = text.slice(0, stop.at)
  const lineStart = before.lastIndexOf('\n') + 1
  return {
    line: before.split('\n').length,
    column: stop.at - lineStart + 1,
    message: stop.message,
  }
}

/** Walks through the text once, with the open brackets in a list instead of on the stack. */
function firstStop(text: string): Stop | null {
  const open: Bracket[] = []
  let state: State = 'value'
  let at = afterSpace(text, 0)
  while (at < text.length) {
    const step = stepAt(text, at, state, open)
    if ('message' in step) return step
    state = step.state
    at = afterSpace(text, step.end)
  }
  return state === 'end' ? null : { at: text.length, message: 'The text ends before the JSON is complete.' }
}

/** One mark, key or value: where it ends, and what may follow it. */
function stepAt(text: string, at: number, state: State, open: Bracket[]): Step | Stop {
  const character = text.charAt(at)
  const inner = open.at(-1)
  if (closes(character, state, inner)) {
    open.pop()
    return { end: at + 1, state: afterValue(open) }
  }
  if (state === 'colon' && character === ':') return { end: at + 1, state: 'value' }
  if (state === 'next' && character === ',') return { end: at + 1, state: inner === '{' ? 'key' : 'value' }
  if ((state === 'first-key' || state === 'key') && character === '"') {
    const end = endOfString(text, at)
    return typeof end === 'number' ? { end, state: 'colon' } : end
  }
  if (state !== 'value' && state !== 'first-item') {
    return { at, message: expected(state, inner, shownAt(text, at)) }
  }
  if (character === '{' || character === '[') {
    open.push(character)
    return { end: at + 1, state: character === '{' ? 'first-key' : 'first-item' }
  }
  const end = character === '"' ? endOfString(text, at) : endOfWord(text, at)
  return typeof end === 'number' ? { end, state: afterValue(open) } : end
}

const afterValue = (open: readonly Bracket[]): State => (open.length === 0 ? 'end' : 'next')

/** What stands at a place; by its number where nobody would see it. */
function shownAt(text: string, at: number): string {
  const code = text.codePointAt(at) ?? 0
  const character = String.fromCodePoint(code)
  return /[\p{L}\p{N}\p{P}\p{S}]/u.test(character)
    ? `“${character}”`
    : `the character U+${code.toString(16).toUpperCase().padStart(4, '0')}`
}

const closes = (character: string, state: State, open: Bracket | undefined): boolean =>
  open === '{'
    ? character === '}' && (state === 'first-key' || state === 'next')
    : open === '[' && character === ']' && (state === 'first-item' || state === 'next')

function expected(state: State, open: Bracket | undefined, character: string): string {
  const found = `Here stands ${character}`
  if (state === 'end') return `${found}, but the JSON is complete; remove what follows it.`
  if (state === 'colon') return `${found}; a key is followed by a colon.`
  if (state === 'next') return `${found}; a comma or “${open === '{' ? '}' : ']'}” is missing before it.`
  if (character === '“}”') return `${found}; remove the comma before it.`
  return `${found}; a key in straight quotation marks is expected.`
}

function afterSpace(text: string, from: number): number {
  let at = from
  while (' \n\r\t'.includes(text.charAt(at)) && at < text.length) at += 1
  return at
}

const WORD = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y

function endOfWord(text: string, at: number): number | Stop {
  WORD.lastIndex = at
  const found = WORD.exec(text)
  if (found !== null) return at + found[0].length
  const character = text.charAt(at)
  const shown = shownAt(text, at)
  return {
    at,
    message: ']}'.includes(character)
      ? `Here stands ${shown}, but a value is expected; is there a comma too many before it?`
      : `Here stands ${shown}; a value is expected: a text in straight quotation marks, a number, true, false, null, an object or a list.`,
  }
}

function endOfString(text: string, start: number): number | Stop {
  for (let at = start + 1; at < text.length; at += 1) {
    const character = text.charAt(at)
    if (character === '"') return at + 1
    if (character < ' ') {
      return {
        at,
        message: 'A text holds a line break, a tab or a control character; write it as \\n or \\t.',
      }
    }
    if (character !== '\\') continue
    const sequence = /^(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/.exec(text.slice(at + 1, at + 6))
    if (sequence === null)
      return { at, message: 'A backslash is not followed by what JSON knows; write it as \\\\.' }
    at += sequence[0].length
  }
  return { at: start, message: 'The text that begins here is not closed by a quotation mark.' }
}
