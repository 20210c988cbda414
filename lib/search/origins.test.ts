import { describe, expect, test, vi } from 'vitest'
import { generator } from '@/lib/aivss/testing/random'
import { firstPlace, fragmentsOf, markWords } from '@/lib/search/highlight'
import { originAt, originsOf } from '@/lib/search/origins'
import { fold, wordsOf } from '@/lib/search/words'

const LETTERS = [
  ...[
    'a',
    'b',
    ' ',
    ' ',
    'É',
    'e\u0301',
    '\u0301',
    'ﬁ',
    'ß',
    'İ',
    'Σ',
    '½',
    '日',
    '😀',
    '👍🏽',
    'ﾞ',
    'ﷺ',
    '가',
    '\u0344',
  ],
  ...['harbour', ' ', '´', 'ǅ', '\n'],
]

const random = generator(23)
const randomText = (letters: number) =>
  Array.from({ length: letters }, () => LETTERS[random(0, LETTERS.length - 1)] ?? '').join('')

describe('where a letter of a folded text comes from', () => {
  test('is the same by windows as letter by letter', () => {
    for (let run = 0; run < 60; run += 1) {
      const text = randomText(random(0, 900))
      const origins = originsOf(text)
      expect(origins).toHaveLength(fold(text).length)
      const found = Array.from({ length: 50 }, () => random(0, origins.length + 3))
      for (const unit of found) expect(originAt(text, unit)).toBe(origins[unit]?.from)
    }
  })

  test('the first word that is found stands where it is marked', () => {
    for (let run = 0; run < 300; run += 1) {
      const text = randomText(random(0, 400))
      const words = wordsOf(['harbour', 'a', 'σ', 'fi', '日', '1'][random(0, 5)] ?? '')
      const [first, second] = markWords(text, words)
      const marked = first?.isFound ? 0 : second?.isFound ? first?.text.length : undefined
      expect(firstPlace(text, words)).toBe(marked)
    }
  })

  test('a fragment of a long line folds no more of its letters one by one than a window', () => {
    const text = `${'word '.repeat(4_000)}harbour ${'more '.repeat(4_000)}`
    const normalize = vi.spyOn(String.prototype, 'normalize')
    const [fragment] = fragmentsOf([{ where: 'L1', text }], ['harbour'], '')
    const folds = normalize.mock.calls.length
    normalize.mockRestore()
    expect(fragment?.parts.map((part) => part.text).join('')).toContain('word harbour more')
    expect(folds).toBeLessThan(text.length / 20)
  })
})
