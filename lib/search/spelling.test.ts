import { describe, expect, test } from 'vitest'
import { isOneMistakeAway, isSpelled, likeliestFirst, variantsOf } from '@/lib/search/spelling'

const LETTERS = ['a', 'b', 'é', '😀']

/** Every word of up to four letters out of four, one of which is two units long. */
const words = (length: number): readonly string[] =>
  length === 0 ? [''] : words(length - 1).flatMap((start) => ['', ...LETTERS].map((letter) => start + letter))

/** The distance by its definition: every mistake that a hand can make, tried. */
function mistakesOf(word: string): ReadonlySet<string> {
  const letters = [...word]
  const made = new Set<string>()
  for (let at = 0; at <= letters.length; at++) {
    if (at < letters.length) made.add(letters.toSpliced(at, 1).join(''))
    const [one, two] = [letters[at], letters[at + 1]]
    if (one !== undefined && two !== undefined) made.add(letters.toSpliced(at, 2, two, one).join(''))
    for (const letter of LETTERS) {
      made.add(letters.toSpliced(at, 0, letter).join(''))
      if (at < letters.length) made.add(letters.toSpliced(at, 1, letter).join(''))
    }
  }
  made.delete(word)
  return made
}

describe('one mistake', () => {
  const all = [...new Set(words(4))]

  test('is seen between any two short words exactly where one was made', () => {
    for (const word of all) {
      const mistakes = mistakesOf(word)
      for (const other of all) {
        if (isOneMistakeAway(word, other) !== mistakes.has(other)) throw new Error(`${word} and ${other}`)
      }
    }
  })

  test('leaves a variant that both have', () => {
    for (const word of all.filter((each) => [...each].length >= 3)) {
      const variants = new Set(variantsOf(word))
      for (const other of mistakesOf(word))
        expect(
          variantsOf(other).some((variant) => variants.has(variant)),
          `${word} and ${other}`,
        ).toBe(true)
    }
  })
})

test('numbers, short words and long runs of letters have no spelling', () => {
  const judged = ['kubernetes', 'k8ss', 'pod', '2026', 'a'.repeat(40), 'a'.repeat(41), '日本語版']
  expect(judged.map(isSpelled)).toEqual([true, true, false, false, true, false, true])
})

test('the likeliest word begins with the same letter and is as long', () => {
  expect(likeliestFirst('agent', ['gagent', 'agents', 'vgent', 'agenz', 'agena'])).toEqual([
    'agena',
    'agenz',
    'agents',
    'vgent',
    'gagent',
  ])
})
