import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { apportion } from '@/lib/compare/apportion'

const UNIT = 24_000_000

/** Whole numbers of any size whose sum is a multiple of the unit. */
const amounts = fc
  .tuple(
    fc.array(fc.integer({ min: -40 * UNIT, max: 40 * UNIT }), { maxLength: 12 }),
    fc.integer({ min: -90, max: 90 }),
  )
  .map(([free, total]) => [...free, total * UNIT - free.reduce((sum, amount) => sum + amount, 0)])

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0)

describe('amounts in a coarser unit', () => {
  test('still add up, and none is a whole unit from what it stands for', () => {
    fc.assert(
      fc.property(amounts, (exact) => {
        const coarse = apportion(exact, UNIT)
        expect(sumOf(coarse) * UNIT).toBe(sumOf(exact))
        coarse.forEach((amount, place) => {
          expect(Number.isInteger(amount)).toBe(true)
          expect(Math.abs(amount * UNIT - (exact[place] ?? 0))).toBeLessThan(UNIT)
        })
      }),
    )
  })

  test('are the same with the other sign when they are turned round, also where two lose as much', () => {
    const half = fc.constantFrom(-1.5, -0.5, 0, 0.5, 1.5).map((units) => units * UNIT)
    const ties = fc
      .array(half, { maxLength: 8 })
      .map((free) => [...free, Math.abs(sumOf(free) % UNIT) + UNIT * 2])
      .filter((exact) => sumOf(exact) % UNIT === 0)
    fc.assert(
      fc.property(fc.oneof(amounts, ties), (exact) => {
        const back = apportion(
          exact.map((amount) => 0 - amount),
          UNIT,
        )
        expect(back.map((amount) => 0 - amount)).toEqual(apportion(exact, UNIT))
      }),
    )
  })
})
