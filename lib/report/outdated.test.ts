import { expect, test } from 'vitest'
import { isOutdated, isTooOld } from '@/lib/report/outdated'

const now = new Date('2026-11-21T12:00:00Z')
const daysOld = (days: number, more = 0) => ({
  now,
  outdatedAfterDays: 180,
  publishedAt: new Date(now.getTime() - days * 86_400_000 - more),
})

test.each([
  ['new', daysOld(0), false],
  ['of tomorrow', daysOld(-1), false],
  ['exactly as old as it may be', daysOld(180), false],
  ['a moment older', daysOld(180, 1), true],
])('a revision that is %s', (_what, age, expected) => expect(isTooOld(age)).toBe(expected))

test('a revision that a newer one has followed is outdated however young it is', () => {
  expect(isOutdated(daysOld(0), 2, 2)).toBe(false)
  expect(isOutdated(daysOld(0), 1, 2)).toBe(true)
  expect(isOutdated(daysOld(181), 2, 2)).toBe(true)
})
