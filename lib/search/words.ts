/** Longer runs of letters are no words; Postgres keeps none of more than two kilobytes. */
const WORD_CHARACTERS_MAX = 100

/** The words of a text as a search compares them, each once. */
export const wordsOf = (text: string): readonly string[] => [...new Set(tokensOf(text))]

/**
 * Without accents and case, split at everything that is neither letter nor digit. Rows store them and searches are read
 * with the same function, so both always agree, and no parser or locale of Postgres has a say in them.
 */
function tokensOf(text: string): readonly string[] {
  const folded = fold(text)
  const words: string[] = folded.match(isPlain(folded) ? PLAIN_WORD : WORD) ?? []
  return words.some(isLong) ? words.map((word) => startOf(word, WORD_CHARACTERS_MAX)) : words
}

const isLong = (word: string): boolean => word.length > WORD_CHARACTERS_MAX

/** What is left of a text between everything that is neither letter nor digit. */
export const WORD = /[\p{L}\p{N}]+/gu
/** The same in a folded text of Latin letters alone, which takes a fraction of the time. */
const PLAIN_WORD = /[a-z0-9]+/g

/**
 * From three letters on a word is meant as a beginning too. A Latin letter or two begin too many words to mean one of
 * them; in other scripts they may be a whole word.
 */
export const isPrefix = (word: string): boolean =>
  word.length >= PREFIX_CHARACTERS_MIN || /[^a-z0-9]/.test(word)

const PREFIX_CHARACTERS_MIN = 3

/** Sorts and finds É like e and capitals like small letters, the same on every server whatever its locale. */
export const fold = (text: string): string =>
  isPlain(text) ? text.toLowerCase() : text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

/** Most texts are, and then nothing has to be taken apart. */
const isPlain = (text: string): boolean => /^[\0-\x7F]*$/.test(text)

/** By characters and not by halves of them. */
export const startOf = (text: string, charactersMax: number): string =>
  text.length <= charactersMax ? text : [...text].slice(0, charactersMax).join('')

/** How much a word counts for the order of what is found: in the name most, in a narrative least. */
export type Weight = 'A' | 'B' | 'C' | 'D'
export type WeightedText = { readonly weight: Weight; readonly text: string }

/**
 * A tsvector of Postgres as text: each word once, where it first stands and with the weight that it has there. Signs that
 * stand for whole words can make more of a document than a vector holds; then the last words are left out of it.
 */
export function searchVector(texts: readonly WeightedText[]): string {
  const found = new Set<string>()
  const vector: string[] = []
  let position = 0
  let bytes = 0
  for (const { weight, text } of texts) {
    const words = tokensOf(text)
    const bytesOf = isPlain(text) ? lengthOf : utf8LengthOf
    for (const word of words) {
      position = Math.min(position + 1, POSITION_MAX)
      if (found.has(word)) continue
      found.add(word)
      bytes += bytesOf(word) + BYTES_BESIDE_A_WORD
      if (bytes > VECTOR_BYTES_MAX) return vector.join(' ')
      vector.push(`'${word}':${position}${weight}`)
    }
  }
  return vector.join(' ')
}

const lengthOf = (word: string): number => word.length
const utf8LengthOf = (word: string): number => utf8.encode(word).length
const utf8 = new TextEncoder()
/** Postgres refuses a longer one. */
const VECTOR_BYTES_MAX = 1_048_575
/** Its one position, and what brings both to an even address. */
const BYTES_BESIDE_A_WORD = 6

/** The words of such a vector, which are what is quoted. */
export const wordsOfVector = (vector: string): readonly string[] =>
  vector.split("'").filter((_, place) => place % 2 === 1)

/** The last position that a tsvector can say. */
const POSITION_MAX = 16_383
