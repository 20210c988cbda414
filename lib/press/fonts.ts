import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { create, type Font, type GlyphRun } from 'fontkit'
import { rootFolder } from '@/lib/paths'
import { drawingOf } from '@/lib/press/symbols'
import { unpackWoff } from '@/lib/press/woff'

/** The faces that a report is set in. */
export type Face = 'sans' | 'sans-600' | 'sans-italic' | 'sans-600-italic' | 'mono' | 'mono-600'

/** One font file: a face, cut to some scripts. */
export type Cut = { readonly name: string; readonly font: Font }

/** Characters that one cut has, or a single one that is drawn because no cut has it (`cut` is null). */
export type Run = { readonly cut: Cut | null; readonly text: string; readonly width: number }

const STYLES: Readonly<Record<Face, string>> = {
  sans: '400-normal',
  'sans-600': '600-normal',
  'sans-italic': '400-italic',
  'sans-600-italic': '600-italic',
  mono: '400-normal',
  'mono-600': '600-normal',
}

/** In the order in which a character is looked for. */
const SCRIPTS = {
  sans: ['latin', 'latin-ext', 'greek', 'cyrillic', 'cyrillic-ext', 'vietnamese'],
  mono: ['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext', 'vietnamese'],
} as const

/** Of words, so that a report that is set twice, or in two forms, is not shaped twice. */
const REMEMBERED_MAX = 3_000
const REMEMBERED_LENGTH_MAX = 40

const cuts = new Map<string, Cut>()
const chains = new Map<Face, readonly (() => Cut)[]>()

function cutOf(family: 'sans' | 'mono', script: string, style: string): Cut {
  const name = `ibm-plex-${family}-${script}-${style}`
  const known = cuts.get(name)
  if (known) return known
  const file = join(
    rootFolder(),
    'node_modules',
    '@fontsource',
    `ibm-plex-${family}`,
    'files',
    `${name}.woff`,
  )
  const cut = { name, font: remembering(create(unpackWoff(readFileSync(file)))) }
  cuts.set(name, cut)
  return cut
}

/** The font as it is, but for a memory of what it has shaped. */
function remembering(font: Font): Font {
  const shaped = new Map<string, GlyphRun>()
  const layout = (text: string): GlyphRun => {
    const known = shaped.get(text)
    if (known) return known
    const run = font.layout(text)
    if (text.length > REMEMBERED_LENGTH_MAX) return run
    if (shaped.size >= REMEMBERED_MAX) shaped.clear()
    shaped.set(text, run)
    return run
  }
  return Object.create(font, { layout: { value: layout } })
}

/** What a face is cut into; a character that the figures lack is taken from the text. */
function chainOf(face: Face): readonly (() => Cut)[] {
  const known = chains.get(face)
  if (known) return known
  const style = STYLES[face]
  const of = (family: 'sans' | 'mono') => SCRIPTS[family].map((script) => () => cutOf(family, script, style))
  const chain = face.startsWith('mono') ? [...of('mono'), ...of('sans')] : of('sans')
  chains.set(face, chain)
  return chain
}

/** A text by the cuts that have its characters, in its order. */
export function runsOf(text: string, face: Face): readonly Run[] {
  const clean = text
    .replace(MARKS_TOO_MANY, '$1')
    .normalize('NFC')
    .replace(INVISIBLE, '')
    .replace(NO_CHARACTER, '\u{FFFD}')
  if (clean === '') return []
  const [first] = chainOf(face)
  const usual = first?.()
  if (usual && hasAll(usual.font, clean)) return [runOf(usual, clean)]
  return joined(clustersOf(clean).map((cluster) => ({ cluster, cut: cutFor(cluster, face) })))
}

export const widthOf = (text: string, face: Face): number =>
  runsOf(text, face).reduce((sum, { width }) => sum + width, 0)

/**
 * Characters as a reader counts them. What the segmenter is given at once costs the square of its length, so it is given
 * little.
 */
export function clustersOf(text: string): readonly string[] {
  if (ASCII.test(text)) return [...text]
  const clusters: string[] = []
  for (let from = 0; from < text.length; ) {
    const found = [...SEGMENTER.segment(text.slice(from, from + SEGMENTED_LENGTH).replace(HALF_AT_END, ''))]
    // The last one may go on behind the cut.
    const isOpen = from + SEGMENTED_LENGTH < text.length && found.length > 1
    for (const { segment } of isOpen ? found.slice(0, -1) : found) {
      clusters.push(segment)
      from += segment.length
    }
  }
  return clusters
}

function joined(clusters: readonly { readonly cluster: string; readonly cut: Cut | null }[]): readonly Run[] {
  const groups: { cut: Cut | null; text: string }[] = []
  for (const { cluster, cut } of clusters) {
    const last = groups.at(-1)
    if (last && cut !== null && last.cut === cut) last.text += cluster
    else groups.push({ cut, text: cluster })
  }
  return groups.map(({ cut, text }) => runOf(cut, text))
}

const runOf = (cut: Cut | null, text: string): Run => ({
  cut,
  text,
  width:
    cut === null
      ? drawingOf(text).advance
      : sum(text.match(WORDS) ?? [], (word) => cut.font.layout(word).advanceWidth),
})

/** Word by word, as pdfkit sets them, and as they are remembered. */
const WORDS = /[^ ]* |[^ ]+/g

const sum = (words: readonly string[], of: (word: string) => number): number =>
  words.reduce((total, word) => total + of(word), 0)

function cutFor(cluster: string, face: Face): Cut | null {
  for (const cut of chainOf(face)) if (hasAll(cut().font, cluster)) return cut()
  return null
}

const hasAll = (font: Font, text: string): boolean => {
  for (const character of text) if (!font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0)) return false
  return true
}

const SEGMENTED_LENGTH = 200
/** Of a pair that the cut has parted. */
const HALF_AT_END = /(?<=[\s\S])[\uD800-\uDBFF]$/
const ASCII = /^[ -~]*$/
const SEGMENTER = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** Halves of pairs and what is set aside never to be a character. */
const NO_CHARACTER = /[\p{Cs}\p{Noncharacter_Code_Point}]/gu

/** The most that text which is handed on in pieces may have on one letter (UAX #15, 12.5); shaping costs the square of it. */
const MARKS_TOO_MANY = /(\p{M}{30})\p{M}+/gu

/** Controls, and marks of direction and of width that stand alone: nothing of them would be seen. */
const INVISIBLE = /[\p{Cc}\u{AD}\u{200B}\u{200E}\u{200F}\u{202A}-\u{202E}\u{2060}-\u{2069}\u{FEFF}]/gu
