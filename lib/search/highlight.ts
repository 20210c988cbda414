import { originAt, originsOf } from '@/lib/search/origins'
import { fold, isPrefix, WORD } from '@/lib/search/words'

/** A piece of a text, and whether a search found it. */
export type Part = { readonly text: string; readonly isFound: boolean }

/** Where in a document something stands, and what is said there. */
export type Place = { readonly where: string; readonly text: string }

/** A short piece of a place with what was searched for in it. */
export type Fragment = { readonly where: string; readonly parts: readonly Part[] }

const FRAGMENTS_MAX = 2
const BEFORE_CHARACTERS = 60
const FRAGMENT_CHARACTERS = 180

/** A text with the words marked that a search means; its letters stay as they were written. */
export function markWords(text: string, words: readonly string[]): readonly Part[] {
  const parts: Part[] = []
  let end = 0
  for (const found of findWords(text, words)) {
    if (found.from > end) parts.push({ text: text.slice(end, found.from), isFound: false })
    parts.push({ text: text.slice(found.from, found.to), isFound: true })
    end = found.to
  }
  if (end < text.length) parts.push({ text: text.slice(end), isFound: false })
  return parts
}

/** The first places that say a word which nothing shown before them says, such as the name of the document. */
export function fragmentsOf(
  places: readonly Place[],
  words: readonly string[],
  shown: string,
): readonly Fragment[] {
  const missing = new Set(words)
  for (const { word } of findWords(shown, words)) missing.delete(word)
  const fragments: Fragment[] = []
  for (const { where, text } of places) {
    if (missing.size === 0 || fragments.length === FRAGMENTS_MAX) break
    const line = lineWith(text, [...missing])
    if (line === undefined) continue
    const piece = pieceOf(line, [...missing])
    for (const { word } of findWords(piece, [...missing])) missing.delete(word)
    fragments.push({ where, parts: markWords(piece, words) })
  }
  return fragments
}

/** Words are looked for line by line, and only where there can be one at all. */
function lineWith(text: string, words: readonly string[]): string | undefined {
  const folded = fold(text)
  if (!words.some((word) => folded.includes(word))) return undefined
  // Folding leaves the ends of lines where they are.
  const place = folded.split('\n').findIndex((line) => firstMeant(line, words) !== undefined)
  return place === -1 ? undefined : text.split('\n')[place]
}

/** From a little before the first word that was found, cut between words where there are some. */
function pieceOf(line: string, words: readonly string[]): string {
  const flat = line.replace(/\s+/gu, ' ').trim()
  const first = firstPlace(flat, words) ?? 0
  const from = first <= BEFORE_CHARACTERS ? 0 : wordStart(flat, first - BEFORE_CHARACTERS, first)
  // Two units are one character at most.
  const rest = [...flat.slice(from, from + 2 * (FRAGMENT_CHARACTERS + 1))]
  const cut = rest.slice(0, FRAGMENT_CHARACTERS).join('')
  const isCut = rest.length > FRAGMENT_CHARACTERS
  return `${from > 0 ? '…' : ''}${isCut ? cut.replace(/(?<=.{100})\s\S*$/u, '') : cut}${isCut ? '…' : ''}`
}

/** Behind the next space, but not behind the word itself. */
function wordStart(text: string, from: number, before: number): number {
  const space = text.indexOf(' ', from)
  return space === -1 || space >= before ? before : space + 1
}

type Found = { readonly from: number; readonly to: number; readonly word: string }

/** Told by where they stand in the text as it was written. */
function findWords(text: string, words: readonly string[]): readonly Found[] {
  const meant = [...meantIn(fold(text), words)]
  if (meant.length === 0) return []
  const origins = originsOf(text)
  return meant.flatMap(({ first, last, word }) => {
    const [from, to] = [origins[first]?.from, origins[last]?.to]
    return from === undefined || to === undefined ? [] : [{ from, to, word }]
  })
}

/** Where the first of them stands, of a text of any length. */
export function firstPlace(text: string, words: readonly string[]): number | undefined {
  const meant = firstMeant(fold(text), words)
  return meant && originAt(text, meant.first)
}

type Meant = { readonly first: number; readonly last: number; readonly word: string }

/** Compared as a search compares them, one after the other. */
function* meantIn(folded: string, words: readonly string[]): Generator<Meant, undefined> {
  for (const { 0: token, index } of folded.matchAll(WORD)) {
    const word = words.find((each) => token === each || (isPrefix(each) && token.startsWith(each)))
    if (word !== undefined) yield { first: index, last: index + token.length - 1, word }
  }
}

const firstMeant = (folded: string, words: readonly string[]): Meant | undefined =>
  meantIn(folded, words).next().value
