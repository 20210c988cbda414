import { fold } from '@/lib/search/words'

export type Origin = { readonly from: number; readonly to: number }

/** For each unit of the folded text the letter that it came from, together with the marks upon it. */
export const originsOf = (text: string): readonly Origin[] =>
  [...text.matchAll(/\p{M}+|\P{M}\p{M}*/gu)].flatMap(({ 0: letter, index }) =>
    Array.from({ length: fold(letter).length }, () => ({ from: index, to: index + letter.length })),
  )

/** Folding a text at once takes a hundredth of what folding its letters one by one takes. */
const WINDOW_UNITS = 256

/** Where the letter begins that one unit of the folded text came from: only the letters around it are folded one by one. */
export function originAt(text: string, unit: number): number | undefined {
  let passed = 0
  for (let from = 0; from < text.length; ) {
    const to = nextLetter(text, from + WINDOW_UNITS)
    const window = text.slice(from, to)
    const units = fold(window).length
    if (unit < passed + units) {
      const origin = originsOf(window)[unit - passed]
      return origin && from + origin.from
    }
    passed += units
    from = to
  }
  return undefined
}

/** Between two letters, so that both sides fold to what they do as a whole. */
function nextLetter(text: string, at: number): number {
  let place = at
  while (place < text.length && /^(?:[\uDC00-\uDFFF]|\p{M})/u.test(text.slice(place, place + 2))) place += 1
  return Math.min(place, text.length)
}
