/** Longer runs of letters are no words; Postgres keeps none of more than two kilobytes. */
const WORD_CHARACTERS_MAX = 100

/**
 * The words of a text as a search compares them: without accents and case, split at everything that is neither letter
 * nor digit. Listings store them and searches are read with the same function, so both always agree.
 */
export const wordsOf = (text: string): readonly string[] => {
  const words = fold(text).match(/[\p{L}\p{N}]+/gu) ?? []
  return [...new Set(words.map((word) => startOf(word, WORD_CHARACTERS_MAX)))]
}

/** Sorts and finds É like e and capitals like small letters, the same on every server whatever its locale. */
export const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

/** By characters and not by halves of them. */
export const startOf = (text: string, charactersMax: number): string =>
  [...text].slice(0, charactersMax).join('')
