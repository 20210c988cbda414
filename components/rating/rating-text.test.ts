import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ratingIn } from '@/components/rating/rating-text'
import { formatHundredths } from '@/lib/aivss/decimal'

test('every hundredth that is written is read again', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 100 }), (n) => ratingIn(formatHundredths(n)) === n))
})

test.each([
  ['', null],
  ['   ', null],
  ['high', null],
  ['.', null],
  ['0x1', 100],
  ['0,85', 85],
  [' 0.5 ', 50],
  ['-1', 0],
  ['7', 100],
  ['1e999', null],
])('%j stands at %j', (text, hundredths) => {
  expect(ratingIn(text)).toBe(hundredths)
})
