import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ScorePart } from '@/lib/aivss/difference'
import { FACTOR_SETS, type FactorId } from '@/lib/aivss/factors'
import { FORMULAS } from '@/lib/aivss/formulas'
import { reach } from '@/lib/aivss/reach'
import { score } from '@/lib/aivss/score'
import { rateFactors, ratingsOf, type ScoreInput } from '@/lib/aivss/score-input'
import { SEVERITIES } from '@/lib/aivss/severity'
import { inputsUnder } from '@/lib/aivss/testing/inputs'

const anyLimit = fc.constantFrom(...SEVERITIES.map(({ maxTenths }) => maxTenths))

const scoreTenths = (input: ScoreInput): number => Math.round(score(input).score * 10)

const withRatings = (
  input: ScoreInput,
  ratingOf: (id: FactorId, hundredths: number) => number,
): ScoreInput => {
  const ratings = new Map(ratingsOf(input).map(({ id, hundredths }) => [id, hundredths]))
  return { ...input, ...rateFactors(input.factorSet, (id) => ratingOf(id, ratings.get(id) ?? 0)) }
}

const withPart = (input: ScoreInput, part: ScorePart, to: number): ScoreInput => {
  if (part === 'cvss') return { ...input, cvss: { source: 'asserted', baseTenths: to } }
  if (part === 'threatMultiplier') return { ...input, threatHundredths: to }
  if (part === 'mitigationFactor') return { ...input, mitigationHundredths: to }
  return withRatings(input, (id, hundredths) => (id === part ? to : hundredths))
}

/** Every input that a score has, with the value it has now and the least that it may have. */
const inputsOf = (input: ScoreInput): readonly { part: ScorePart; from: number; min: number }[] => [
  { part: 'cvss', from: input.cvss.baseTenths, min: 0 },
  { part: 'threatMultiplier', from: input.threatHundredths, min: 50 },
  ...(input.mitigationHundredths === null
    ? []
    : [{ part: 'mitigationFactor' as const, from: input.mitigationHundredths, min: 0 }]),
  ...ratingsOf(input).map(({ id, hundredths }) => ({ part: id, from: hundredths, min: 0 })),
]

/** The first value on the way down that is low enough, by the score itself. */
const firstLowEnough = (from: number, min: number, isLowEnough: (value: number) => boolean) => {
  for (let value = from; value >= min; value -= 1) if (isLowEnough(value)) return value
  return undefined
}

/** Takes so many hundredths away, from the first factors of a list as long as they hold any. */
const withLoss = (input: ScoreInput, cost: number, from: readonly FactorId[]): ScoreInput => {
  const losses = new Map<FactorId, number>()
  let left = cost
  for (const { id, hundredths } of ratingsOf(input)) {
    if (!from.includes(id)) continue
    const loss = Math.min(left, hundredths)
    losses.set(id, loss)
    left -= loss
  }
  return withRatings(input, (id, hundredths) => hundredths - (losses.get(id) ?? 0))
}

describe.each(FORMULAS)('under $id', (formula) => {
  const cases = { numRuns: 25 }

  test('each single change reaches the limit, one step less does not, and no other input could', () => {
    fc.assert(
      fc.property(inputsUnder(formula), anyLimit, (input, limit) => {
        const { singles, isThere } = reach(input, limit)
        expect(isThere).toBe(scoreTenths(input) <= limit)
        const expected = inputsOf(input).flatMap(({ part, from, min }) => {
          const to = firstLowEnough(from, min, (value) => scoreTenths(withPart(input, part, value)) <= limit)
          return to === undefined || to === from
            ? []
            : [{ part, from, to, cost: (from - to) * (part === 'cvss' ? 10 : 1) }]
        })
        expect(singles.toSorted((one, other) => one.part.localeCompare(other.part))).toEqual(
          expected.toSorted((one, other) => one.part.localeCompare(other.part)),
        )
        expect(singles.map(({ cost }) => cost)).toEqual(
          singles.map(({ cost }) => cost).toSorted((one, other) => one - other),
        )
      }),
      cases,
    )
  })

  test('the factors reach the limit with what they have to lose, and with a hundredth less they do not', () => {
    fc.assert(
      fc.property(inputsUnder(formula), anyLimit, (input, limit) => {
        const { factorCost, factorSets, leastTenths } = reach(input, limit)
        const all = FACTOR_SETS[input.factorSet].factors
        expect(leastTenths).toBe(scoreTenths(withRatings(input, () => 0)))
        expect(factorCost === null).toBe(leastTenths > limit)
        if (factorCost === null) {
          expect(factorSets).toEqual([])
          return
        }
        for (const set of [all, all.toReversed(), ...factorSets.slice(0, 5)]) {
          expect(scoreTenths(withLoss(input, factorCost, set))).toBeLessThanOrEqual(limit)
          if (factorCost > 0) expect(scoreTenths(withLoss(input, factorCost - 1, set))).toBeGreaterThan(limit)
        }
      }),
      cases,
    )
  })

  test('the sets are all of the smallest ones that reach the limit when they are gone', () => {
    fc.assert(
      fc.property(inputsUnder(formula), anyLimit, (input, limit) => {
        const { factorSets } = reach(input, limit)
        const ids = FACTOR_SETS[input.factorSet].factors
        const enough = Array.from({ length: 1_024 }, (_, subset) =>
          ids.filter((_id, place) => (subset & (1 << place)) !== 0),
        ).filter(
          (set) =>
            scoreTenths(withRatings(input, (id, hundredths) => (set.includes(id) ? 0 : hundredths))) <= limit,
        )
        const fewest = Math.min(...enough.map((set) => set.length))
        const expected = enough.filter((set) => set.length === fewest && fewest > 0)
        expect(factorSets.map((set) => set.join(' ')).toSorted()).toEqual(
          expected.map((set) => set.join(' ')).toSorted(),
        )
      }),
      { numRuns: 8 },
    )
  })

  test('where the factors are not enough, it names what C, T and M would have to be without any', () => {
    fc.assert(
      fc.property(inputsUnder(formula), anyLimit, (input, limit) => {
        const { withoutFactors, factorCost } = reach(input, limit)
        if (factorCost !== null) {
          expect(withoutFactors).toEqual([])
          return
        }
        const bare = withRatings(input, () => 0)
        const figures = inputsOf(bare).slice(0, formula.usesMitigation ? 3 : 2)
        expect(withoutFactors.map(({ part, to }) => [part, to])).toEqual(
          figures.flatMap(({ part, from, min }) => {
            const to = firstLowEnough(from, min, (value) => scoreTenths(withPart(bare, part, value)) <= limit)
            return to === undefined ? [] : [[part, to]]
          }),
        )
      }),
      cases,
    )
  })
})

const CASE: ScoreInput = {
  formula: 'aivss-0.8',
  cvss: { source: 'asserted', baseTenths: 91 },
  threatHundredths: 100,
  mitigationHundredths: 100,
  ...rateFactors('natural-language', () => 50),
}

test('a base of 9.1 with M 1.00 stays at 9.1 without any factor, and M would have to be 0.76', () => {
  const { singles, factorCost, leastTenths, withoutFactors } = reach(CASE, 69)
  expect([factorCost, leastTenths]).toEqual([null, 91])
  // (9.1 + 0.9 × 0.5) × 0.72 = 6.876, and × 0.73 = 6.97.
  expect(singles.find(({ part }) => part === 'mitigationFactor')).toMatchObject({ to: 72, cost: 28 })
  expect(withoutFactors).toContainEqual({ part: 'mitigationFactor', from: 100, to: 76, cost: 24 })
})

test('a factor that holds just what has to go is enough alone, and one that holds a hundredth less is not', () => {
  const ratings: Partial<Record<FactorId, number>> = { autonomy: 71, memory: 70, opacity: 39 }
  const input: ScoreInput = {
    ...CASE,
    cvss: { source: 'asserted', baseTenths: 50 },
    ...rateFactors('natural-language', (id) => ratings[id] ?? 40),
  }
  // 5 + 5 × 4.60/10 = 7.3; 3.89 is the most that rounds to 6.9.
  const { singles, factorCost, factorSets } = reach(input, 69)
  expect([factorCost, factorSets]).toEqual([71, [['autonomy']]])
  expect(singles.map(({ part, to }) => `${part} ${to}`)).toEqual([
    'mitigationFactor 95',
    'threatMultiplier 84',
    'cvss 43',
    'autonomy 0',
  ])
})

test('under the floor formula no M helps where the base alone is too high', () => {
  const { singles, withoutFactors } = reach({ ...CASE, formula: 'aivss-1.0-floor' }, 69)
  expect([...singles, ...withoutFactors].map(({ part }) => part)).toEqual(['cvss', 'cvss'])
})

test('where the limit is reached already, nothing has to change', () => {
  expect(reach(CASE, 100)).toMatchObject({ isThere: true, singles: [], factorCost: 0, factorSets: [] })
})
