import { expect, test } from 'vitest'
import { countNear } from '@/components/editor/text-length'

test.each([
  [0, null],
  [1_599, null],
  [1_600, '1,600 of 2,000 characters'],
  [2_000, '2,000 of 2,000 characters'],
  [2_001, '2,001 characters, 1 more than the limit of 2,000'],
])('at %i of 2,000 characters the count is %j', (length, count) => {
  expect(countNear('a'.repeat(length), 2_000)).toBe(count)
})

test('a character outside the basic plane counts as one, as it does when it is saved', () => {
  expect(countNear('🜁'.repeat(1_000), 2_000)).toBeNull()
  expect(countNear('🜁'.repeat(1_600), 2_000)).toBe('1,600 of 2,000 characters')
})
