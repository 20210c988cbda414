/** A word that nothing has, and the one that is looked for instead. */
export type Correction = { readonly typed: string; readonly shown: string }

/** What is neither too short to be mistyped recognizably nor too long to be a word; numbers have no spelling. */
export const isSpelled = (word: string): boolean => {
  const { length } = [...word]
  return length >= LETTERS_MIN && length <= LETTERS_MAX && /\p{L}/u.test(word)
}

export const LETTERS_MIN = 4
const LETTERS_MAX = 40

/**
 * A word and what is left of it without any one of its letters. Two words that one mistake sets apart share one of these,
 * be it a letter too many, too few, another one, or two that changed places: so what was meant is looked up in an index.
 */
export function variantsOf(word: string): readonly string[] {
  const letters = [...word]
  return [...new Set([word, ...letters.map((_, left) => letters.toSpliced(left, 1).join(''))])]
}

/** Whether one mistake sets the two apart. Words that share a variant may be two mistakes away from each other. */
export function isOneMistakeAway(typed: string, meant: string): boolean {
  const [a, b] = [[...typed], [...meant]]
  const begin = sameFromStart(a, b)
  const end = sameFromEnd(a.slice(begin), b.slice(begin))
  const left = a.slice(begin, a.length - end)
  const right = b.slice(begin, b.length - end)
  if (left.length + right.length === 1) return true
  if (left.length === 1 && right.length === 1) return true
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0]
}

function sameFromStart(a: readonly string[], b: readonly string[]): number {
  const different = a.findIndex((letter, place) => letter !== b[place])
  return different === -1 ? a.length : different
}

const sameFromEnd = (a: readonly string[], b: readonly string[]): number => {
  const shorter = Math.min(a.length, b.length)
  let same = 0
  while (same < shorter && a.at(-1 - same) === b.at(-1 - same)) same += 1
  return same
}

/** Of the words that may have been meant the likeliest first: hands rarely miss the first letter. */
export const likeliestFirst = (typed: string, words: readonly string[]): readonly string[] => {
  const distance = (word: string): number =>
    (startsAlike(typed, word) ? 0 : 2) + ([...word].length === [...typed].length ? 0 : 1)
  return words.toSorted((a, b) => distance(a) - distance(b) || (a < b ? -1 : 1))
}

const startsAlike = (a: string, b: string): boolean => [...a][0] === [...b][0]
