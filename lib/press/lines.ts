import { clustersOf, type Face, type Run, runsOf, widthOf } from '@/lib/press/fonts'

/** Words of one look. A `\n` ends the line; any other space may. */
export type Span = {
  readonly text: string
  readonly face: Face
  readonly size: number
  readonly colour: string
  readonly url?: string | undefined
}

/** Where on a line a run stands, from its left end. */
export type Piece = Omit<Span, 'text'> & {
  readonly runs: readonly Run[]
  readonly x: number
  readonly width: number
}

export type Line = { readonly pieces: readonly Piece[]; readonly width: number }

/** `kept` leaves every space where it is, as code wants it. */
type Spaces = 'folded' | 'kept'

/** What is never broken: a word, or the part of one before a place where it may be. */
type Atom = { readonly parts: Part[]; width: number; end: End }

/** What stands behind it: nothing, the end of the line, or a space, which looks as what it was written in. */
type End = 'none' | 'line' | Span
type Part = { readonly text: string; readonly span: Span; readonly width: number }

/**
 * Set ragged to the right and without hyphens of our own; only what is longer than a line is broken anywhere. Where a
 * narrower measure takes no more lines, it is taken rather than to leave a short word alone on the last one.
 */
export function breakLines(
  spans: readonly Span[],
  width: number,
  spaces: Spaces = 'folded',
): readonly Line[] {
  const atoms = atomsOf(spans, spaces).flatMap((one) => fitting(one, width))
  const greedy = linesIn(atoms, width)
  if (spaces === 'kept' || greedy.length < 2 || !isRunt(greedy, width)) return greedy.map(lineOf)
  for (const part of [0.97, 0.94, 0.91, 0.88]) {
    const narrower = linesIn(atoms, width * part)
    if (narrower.length > greedy.length) break
    if (!isRunt(narrower, width)) return narrower.map(lineOf)
  }
  return greedy.map(lineOf)
}

const isRunt = (lines: readonly (readonly Part[])[], width: number): boolean =>
  (lines.at(-1) ?? []).reduce((sum, part) => sum + part.width, 0) < width * 0.12

function linesIn(atoms: readonly Atom[], width: number): readonly (readonly Part[])[] {
  const lines: (readonly Part[])[] = []
  let parts: Part[] = []
  let used = 0
  const close = () => {
    lines.push(parts)
    parts = []
    used = 0
  }
  for (const atom of atoms) {
    if (used > 0 && used + atom.width > width) close()
    parts.push(...atom.parts)
    used += atom.width
    if (atom.end === 'line') close()
    else if (atom.end !== 'none') {
      const space = partOf(' ', atom.end)
      parts.push(space)
      used += space.width
    }
  }
  if (parts.length > 0 || lines.length === 0) close()
  return lines
}

const partOf = (text: string, span: Span): Part => ({
  text,
  span,
  width: (widthOf(text, span.face) * span.size) / 1000,
})

function atomsOf(spans: readonly Span[], spaces: Spaces): readonly Atom[] {
  const atoms: Atom[] = []
  let atom: Atom = { parts: [], width: 0, end: 'none' }
  const close = (end: End) => {
    if (atom.parts.length > 0 || end === 'line') atoms.push({ ...atom, end })
    else {
      const before = atoms.at(-1)
      if (end !== 'none' && before?.end === 'none') before.end = end
    }
    atom = { parts: [], width: 0, end: 'none' }
  }
  for (const span of spans)
    for (const token of span.text.match(spaces === 'folded' ? TOKENS : TOKENS_KEPT) ?? []) {
      if (token === '\n') close('line')
      else if (SPACE.test(token) && spaces === 'folded') close(span)
      else {
        const part = token.length > LONG ? { text: token, span, width: Infinity } : partOf(token, span)
        atom.parts.push(part)
        atom.width += part.width
        if (BREAKABLE_BEHIND.test(token)) close('none')
      }
    }
  close('none')
  return atoms
}

/** A word that is longer than a line, in pieces that are not. */
function fitting(atom: Atom, width: number): readonly Atom[] {
  if (atom.width <= width) return [atom]
  const pieces: Atom[] = []
  for (const { text, span } of atom.parts) {
    let taken = ''
    let used = 0
    const close = () => {
      if (taken !== '') pieces.push({ parts: [{ text: taken, span, width: used }], width: used, end: 'none' })
      taken = ''
      used = 0
    }
    for (const cluster of clustersOf(text)) {
      const next = (widthOf(cluster, span.face) * span.size) / 1000
      if (used + next > width) close()
      taken += cluster
      used += next
    }
    close()
  }
  return pieces.map((piece, index) => (index === pieces.length - 1 ? { ...piece, end: atom.end } : piece))
}

/** Neighbours of one look become one piece, spaces and all, so that whoever copies the text gets words. */
function lineOf(parts: readonly Part[]): Line {
  const groups: { text: string; span: Span }[] = []
  for (const { text, span } of parts) {
    const last = groups.at(-1)
    if (last && last.span === span) last.text += text
    else groups.push({ text, span })
  }
  let x = 0
  const pieces = groups.map(({ text, span: { text: _, ...look } }) => {
    const runs = runsOf(text, look.face)
    const width = (runs.reduce((sum, run) => sum + run.width, 0) * look.size) / 1000
    const piece = { ...look, runs, x, width }
    x += width
    return piece
  })
  const end = /\s*$/.exec(groups.at(-1)?.text ?? '')?.[0] ?? ''
  const trailing = pieces.at(-1)
  const space = end === '' || !trailing ? 0 : (widthOf(end, trailing.face) * trailing.size) / 1000
  return { pieces, width: x - space }
}

/** A place to break lies behind a hyphen, a dash or a slash between words, and behind each sign of East Asia. */
const EAST = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}、。「」！？，：；（）'
const HINGE = '(?:[\\u2013\\u2014]+|(?:-|/)+(?=\\p{L}))'
const PLAIN = `[^\\s${EAST}/\\u2013\\u2014-]`
const TOKENS = new RegExp(
  `\\n|[^\\S\\n\\u00A0\\u202F]+|[\\u00A0\\u202F]|[${EAST}]|${PLAIN}*${HINGE}|${PLAIN}+|[/-]+`,
  'gu',
)
const TOKENS_KEPT = /\n|[^\S\n]|[^\s]+/gu
const SPACE = /^[^\S\n\u00A0\u202F]+$/u
const BREAKABLE_BEHIND = new RegExp(
  `(?:[\\u2013\\u2014]|\\p{L}-+|[^/]/+|[${EAST}]|[^\\S\\u00A0\\u202F])$`,
  'u',
)

/** Beyond this a word is not shaped as a whole to learn that it is too long. */
const LONG = 120
