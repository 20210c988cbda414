import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FACTOR_IDS } from '@/lib/aivss/factors'
import { everyLevel, isOfWholeLevels, levelsBetween, levelsOf, RATING_MAX } from '@/lib/search/levels'

const rating = fc.integer({ min: 0, max: RATING_MAX })
const ratings = fc.array(fc.option(rating), { minLength: FACTOR_IDS.length, maxLength: FACTOR_IDS.length })
const ends = fc.tuple(rating, rating).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const)

test('whoever is rated within a range is at one of its levels, and at whole levels nobody else is', () => {
  fc.assert(
    fc.property(ratings, fc.constantFrom(...FACTOR_IDS), ends, (rated, factor, [from, to]) => {
      const among = levelsBetween(factor, from, to)
      const isFound = levelsOf(rated).some((level) => among.includes(level))
      const at = rated[FACTOR_IDS.indexOf(factor)] ?? null
      const isRated = at !== null && at >= from && at <= to
      if (isRated) expect(isFound).toBe(true)
      if (isOfWholeLevels(from, to)) expect(isFound).toBe(isRated)
    }),
    { numRuns: 2_000 },
  )
})

test('no level belongs to two factors', () => {
  const levels = FACTOR_IDS.flatMap(everyLevel)
  expect(new Set(levels).size).toBe(levels.length)
  expect(levels).toHaveLength(FACTOR_IDS.length * 11)
})
