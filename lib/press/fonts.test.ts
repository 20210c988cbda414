import { expect, test } from 'vitest'
import { clustersOf, runsOf } from '@/lib/press/fonts'

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })

test.each(['plain words', 'Łódź, e\u0301tude ', '👩‍👩‍👧‍👦🇩🇪❤️👍🏽', '脅威モデル 위협 تهديد ภัย\u200b'])(
  'a long text is cut where a short one would be: %s',
  (words) => {
    for (const before of ['', 'x', 'xy', 'xyz']) {
      const text = `${before}${words.repeat(80)}`
      expect(clustersOf(text)).toEqual([...segmenter.segment(text)].map(({ segment }) => segment))
    }
  },
)

test('no letter carries marks without end, and nothing is lost of them', () => {
  const text = `a${'\u0301'.repeat(20_000)}b`
  const clusters = clustersOf(text)
  expect(clusters.join('')).toBe(text)
  expect(Math.max(...clusters.map(({ length }) => length))).toBeLessThan(500)
})

test('of marks without end, as many are set as a letter can carry', () => {
  const [run] = runsOf(`a${'\u0301'.repeat(20_000)}`, 'sans')
  expect(run?.text).toBe(`á${'\u0301'.repeat(29)}`)
})
