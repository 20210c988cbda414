import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Difference, difference, type ScorePart, UNITS_PER_POINT } from '@/lib/aivss/difference'
import { FACTOR_IDS, FACTOR_SETS } from '@/lib/aivss/factors'
import type { Terms } from '@/lib/aivss/formula'
import { FORMULAS, type Formula, formulaOf, HEADLINE_FORMULA } from '@/lib/aivss/formulas'
import { score } from '@/lib/aivss/score'
import { rateFactors, ratingsOf, type ScoreInput } from '@/lib/aivss/score-input'
import { anyInput, inputsUnder } from '@/lib/aivss/testing/inputs'
import { generator, randomInput } from '@/lib/aivss/testing/random'

const PAIRS = 100_000

const sumOf = (amounts: readonly { readonly amount: number }[]): number =>
  amounts.reduce((sum, { amount }) => sum + amount, 0)

const amountOf = ({ parts }: Difference, name: ScorePart): number | undefined =>
  parts.find(({ part }) => part === name)?.amount

const termsOf = (input: ScoreInput): Terms => ({
  baseTenths: input.cvss.baseTenths,
  factorSumHundredths: ratingsOf(input).reduce((sum, { hundredths }) => sum + hundredths, 0),
  threatHundredths: input.threatHundredths,
  mitigationHundredths: input.mitigationHundredths ?? 100,
})

const anyFormula = (random: (min: number, max: number) => number): Formula =>
  FORMULAS[random(0, FORMULAS.length - 1)] ?? HEADLINE_FORMULA

test('the parts add up to the difference exactly for 100,000 random pairs, each under all three formulas', () => {
  const random = generator(5)
  const wrong: unknown[] = []
  for (let pair = 0; pair < PAIRS; pair += 1) {
    const [a, b] = [randomInput(anyFormula(random), random), randomInput(anyFormula(random), random)]
    for (const formula of FORMULAS) if (!isExact(formula, a, b)) wrong.push({ formula: formula.id, a, b })
  }
  expect(wrong).toEqual([])
  expect(FORMULAS).toHaveLength(3)
})

function isExact(formula: Formula, a: ScoreInput, b: ScoreInput): boolean {
  const { total, parts, roundingAndCap } = difference(formula, a, b)
  const [one, other] = [formula.compute(termsOf(a)), formula.compute(termsOf(b))]
  const unrounded = (one.scoreHundredMillionths - other.scoreHundredMillionths) * 24
  return (
    Number.isSafeInteger(roundingAndCap) &&
    parts.every(({ amount }) => Number.isSafeInteger(amount) && !Object.is(amount, -0)) &&
    sumOf(parts) === unrounded &&
    sumOf(parts) + roundingAndCap === total
  )
}

test('the total is the difference of the scores as they are shown', () => {
  fc.assert(
    fc.property(anyInput, anyInput, (a, b) => {
      const formula = formulaOf(a.formula)
      const shown = (input: ScoreInput): number =>
        input.formula === a.formula ? score(input).score : (score(input).others[a.formula]?.score ?? -1)
      const tenths = Math.round(shown(a) * 10) - Math.round(shown(b) * 10)
      expect(difference(formula, a, b).total).toBe((tenths * UNITS_PER_POINT) / 10)
    }),
  )
})

describe.each(FORMULAS)('under $id', (formula) => {
  const anyPair = fc.tuple(inputsUnder(formula), inputsUnder(formula))

  test('asked the other way round, every part is the same with the other sign', () => {
    fc.assert(
      fc.property(anyPair, ([a, b]) => {
        const [there, back] = [difference(formula, a, b), difference(formula, b, a)]
        expect(back.parts.map(({ amount }) => 0 - amount)).toEqual(there.parts.map(({ amount }) => amount))
        expect(0 - back.roundingAndCap).toBe(there.roundingAndCap)
      }),
    )
  })

  test('an input that is the same in both contributes nothing', () => {
    fc.assert(
      fc.property(anyPair, ([a, b]) => {
        const same = { ...b, cvss: a.cvss, threatHundredths: a.threatHundredths }
        const found = difference(formula, a, same)
        expect(amountOf(found, 'cvss')).toBe(0)
        expect(amountOf(found, 'threatMultiplier')).toBe(0)
      }),
    )
  })

  test('where one input alone differs, it is all of the difference', () => {
    fc.assert(
      fc.property(inputsUnder(formula), fc.integer({ min: 50, max: 150 }), (a, threatHundredths) => {
        const found = difference(formula, a, { ...a, threatHundredths })
        expect(amountOf(found, 'threatMultiplier')).toBe(sumOf(found.parts))
      }),
    )
  })

  test('a factor that is rated higher never contributes to a lower score', () => {
    fc.assert(
      fc.property(anyPair, ([a, b]) => {
        for (const { part, of, than, amount } of difference(formula, a, b).parts)
          if (FACTOR_IDS.some((id) => id === part))
            expect(amount * ((of ?? 0) - (than ?? 0))).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  test('the parts are the average over every order of all thirteen inputs, or twelve without M', () => {
    const random = generator(7)
    for (let pair = 0; pair < 3; pair += 1) {
      const a = { ...randomInput(formula, random), ...rated(random) }
      const b = { ...randomInput(formula, random), ...rated(random) }
      const { parts } = difference(formula, a, b)
      expect(parts.map(({ amount }) => BigInt(amount))).toEqual(averagesOfAllOrders(formula, parts))
    }
  })
})

const rated = (random: (min: number, max: number) => number) =>
  rateFactors('goal-planning', () => random(0, 100))

/** The definition itself: every subset of the inputs that may have changed before, weighed by its orders. */
function averagesOfAllOrders(formula: Formula, parts: Difference['parts']): readonly bigint[] {
  const scoreOf = (subset: number): bigint => {
    const value = (name: ScorePart): number | undefined => {
      const place = parts.findIndex(({ part }) => part === name)
      return ((subset >> place) % 2 === 1 ? parts[place]?.of : parts[place]?.than) ?? undefined
    }
    return BigInt(
      formula.compute({
        baseTenths: value('cvss') ?? 0,
        factorSumHundredths: FACTOR_SETS['goal-planning'].factors.reduce(
          (sum, id) => sum + (value(id) ?? 0),
          0,
        ),
        threatHundredths: value('threatMultiplier') ?? 0,
        mitigationHundredths: formula.usesMitigation ? (value('mitigationFactor') ?? 0) : 100,
      }).scoreHundredMillionths,
    )
  }
  const scores = Array.from({ length: 2 ** parts.length }, (_, subset) => scoreOf(subset))
  const bits = parts.map((_, place) => 2 ** place)
  const orders = factorial(parts.length)
  return bits.map((bit) => {
    const sum = scores.reduce((all, before, subset) => {
      if ((subset & bit) !== 0) return all
      const changed = bits.filter((other) => (subset & other) !== 0).length
      const weight = factorial(changed) * factorial(parts.length - 1 - changed)
      return all + weight * ((scores[subset | bit] ?? 0n) - before)
    }, 0n)
    // Amounts count 24ths of the unit that scores are computed in.
    expect((sum * 24n) % orders).toBe(0n)
    return (sum * 24n) / orders
  })
}

const factorial = (of: number): bigint => (of < 2 ? 1n : BigInt(of) * factorial(of - 1))

test('a swapped factor counts as two inputs', () => {
  const rest = {
    formula: HEADLINE_FORMULA.id,
    cvss: { source: 'asserted', baseTenths: 50 },
    threatHundredths: 100,
    mitigationHundredths: 100,
  } as const
  const planning = { ...rest, ...rateFactors('goal-planning', (id) => (id === 'goalPlanning' ? 80 : 0)) }
  const language = { ...rest, ...rateFactors('natural-language', (id) => (id === 'language' ? 50 : 0)) }
  const { parts, total, roundingAndCap } = difference(HEADLINE_FORMULA, planning, language)
  expect(parts.filter(({ amount }) => amount !== 0)).toEqual([
    { part: 'goalPlanning', amount: 0.4 * UNITS_PER_POINT, of: 80, than: null },
    { part: 'language', amount: -0.25 * UNITS_PER_POINT, of: null, than: 50 },
  ])
  // 5.4 for 5.4, and 5.3 for 5.25.
  expect([total, roundingAndCap]).toEqual([0.1 * UNITS_PER_POINT, -0.05 * UNITS_PER_POINT])
})

test('inputs of different formulas are explained under the one that is asked for', () => {
  const random = generator(11)
  const a = randomInput(formulaOf('aivss-0.8'), random)
  const b = randomInput(formulaOf('aivss-0.5'), random)
  const namesUnder = (id: Formula['id']) => difference(formulaOf(id), a, b).parts.map(({ part }) => part)
  expect(namesUnder('aivss-0.8')).toContain('mitigationFactor')
  expect(namesUnder('aivss-0.5')).not.toContain('mitigationFactor')
  const mitigation = difference(formulaOf('aivss-0.8'), a, b).parts.find(
    ({ part }) => part === 'mitigationFactor',
  )
  expect(mitigation).toMatchObject({ of: a.mitigationHundredths, than: 100 })
})
