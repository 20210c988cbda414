import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { divideHalfUp } from '@/lib/aivss/decimal'
import { derive } from '@/lib/aivss/derivation'
import { FACTOR_SET_IDS, FACTOR_SETS } from '@/lib/aivss/factors'
import type { Terms } from '@/lib/aivss/formula'
import { FORMULA_IDS, FORMULAS, formulaOf, HEADLINE_FORMULA } from '@/lib/aivss/formulas'
import { NOTICE_CODES } from '@/lib/aivss/notices'
import { score } from '@/lib/aivss/score'
import { rateFactors, ratingsOf, type ScoreInput } from '@/lib/aivss/score-input'
import { severityOf } from '@/lib/aivss/severity'
import { exactOf, roundedTenths, TIES, tiesOf } from '@/lib/aivss/testing/exact'
import { anyInput, inputsUnder, readCvss } from '@/lib/aivss/testing/inputs'
import { generator } from '@/lib/aivss/testing/random'
import { parseVector } from '@/lib/aivss/vector'
import { ok } from '@/lib/base/result'

test('there are formulas to hold to the rules', () => {
  expect(FORMULA_IDS).toEqual(['aivss-0.8', 'aivss-1.0-floor', 'aivss-0.5'])
  expect(HEADLINE_FORMULA.id).toBe(FORMULA_IDS[0])
  expect(FORMULA_IDS.map((id) => formulaOf(id).id)).toEqual(FORMULA_IDS)
})

test('each formula has a rank of its own, the one it was published with, and is shown by it', () => {
  const ranks = FORMULAS.map(({ rank }) => rank)
  expect([...new Set(ranks)].toSorted((a, b) => a - b)).toEqual(ranks)
  // Stored beside every listing: a new formula adds a line, and no line changes.
  expect(Object.fromEntries(FORMULAS.map(({ id, rank }) => [id, rank]))).toMatchObject({
    'aivss-0.8': 0,
    'aivss-1.0-floor': 10,
    'aivss-0.5': 20,
  })
})

describe.each(FORMULAS)('$id', (formula) => {
  const inputs = inputsUnder(formula)

  test('says in words which term its equation multiplies the whole by', () => {
    const last = formula.equation.at(-1)
    expect(formula.about).toContain(last === 'T' ? 'times the threat multiplier' : 'mitigation scales')
  })

  test('agrees with exact fractions on 100,000 random inputs', () => {
    const random = generator(formula.id.length)
    for (let round = 0; round < 100_000; round += 1) {
      const terms: Terms = {
        baseTenths: random(0, 100),
        factorSumHundredths: random(0, 1000),
        threatHundredths: random(50, 150),
        mitigationHundredths: formula.usesMitigation ? random(0, 100) : 100,
      }
      const rounded = divideHalfUp(formula.compute(terms).scoreHundredMillionths, 10_000_000)
      if (rounded !== roundedTenths(exactOf(formula.id, terms))) expect({ terms, rounded }).toBe('exact')
    }
  })

  test('rounds every tie of the published and the documented multipliers up', () => {
    let ties = 0
    for (const terms of tiesOf(formula)) {
      ties += 1
      const { scoreHundredMillionths } = formula.compute(terms)
      const rounded = divideHalfUp(scoreHundredMillionths, 10_000_000)
      if (rounded * 10_000_000 !== scoreHundredMillionths + 5_000_000) expect({ terms, rounded }).toBe('up')
      if (rounded !== roundedTenths(exactOf(formula.id, terms))) expect({ terms, rounded }).toBe('exact')
    }
    expect(ties).toBe(TIES[formula.id])
  })

  test('stays between 0 and 10, with the severity of its score', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const result = score(input)
        expect(result.score).toBeGreaterThanOrEqual(0)
        expect(result.score).toBeLessThanOrEqual(10)
        expect(result.severity).toBe(severityOf(Math.round(result.score * 10)))
      }),
    )
  })

  test('never falls when a factor, T or M rises', () => {
    fc.assert(
      fc.property(inputs, fc.nat(9), fc.integer({ min: 0, max: 100 }), (input, place, rise) => {
        const raised = FACTOR_SETS[input.factorSet].factors[place]
        const factors = new Map(ratingsOf(input).map((rating) => [rating.id, rating.hundredths]))
        const before = score(input).score
        const withFactor: ScoreInput = {
          ...input,
          ...rateFactors(input.factorSet, (id) =>
            Math.min(100, (factors.get(id) ?? 0) + (id === raised ? rise : 0)),
          ),
        }
        expect(score(withFactor).score).toBeGreaterThanOrEqual(before)
        const threatHundredths = Math.min(150, input.threatHundredths + rise)
        expect(score({ ...input, threatHundredths }).score).toBeGreaterThanOrEqual(before)
        if (input.mitigationHundredths === null) return
        const mitigationHundredths = Math.min(100, input.mitigationHundredths + rise)
        expect(score({ ...input, mitigationHundredths }).score).toBeGreaterThanOrEqual(before)
      }),
    )
  })

  test('never falls when C rises, as long as F/10 × T is at most 1', () => {
    fc.assert(
      fc.property(inputs, fc.nat(100), (input, rise) => {
        const factorSum = Object.values(input.factors).reduce((sum, rating) => sum + rating, 0)
        fc.pre(factorSum * input.threatHundredths <= 100_000)
        const baseTenths = Math.min(100, input.cvss.baseTenths + rise)
        const higher = score({ ...input, cvss: { source: 'asserted', baseTenths } })
        expect(higher.score).toBeGreaterThanOrEqual(score(input).score)
      }),
    )
  })

  test('falls below the CVSS base with a notice, and only where its arithmetic allows it', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const { roundedTenths: rounded } = derive(formula, input)
        const below = rounded < input.cvss.baseTenths
        if (formula.belowBaseReason === null) expect(below).toBe(false)
        expect(score(input).notices.some((notice) => notice.code === 'below-cvss-base')).toBe(below)
      }),
    )
  })

  test('shows every other formula exactly as that formula scores the case', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const { others } = score(input)
        expect(Object.keys(others)).toEqual(FORMULA_IDS.filter((id) => id !== formula.id))
        for (const id of FORMULA_IDS) {
          if (id === formula.id) continue
          const mitigationHundredths = formulaOf(id).usesMitigation
            ? (input.mitigationHundredths ?? 100)
            : null
          const alone = score({ ...input, formula: id, mitigationHundredths })
          expect(others[id]).toEqual({ score: alone.score, severity: alone.severity })
        }
      }),
    )
  })

  test('explains itself in steps that end in the score', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const { steps, score: value, factorSum, aars } = score(input)
        expect(steps[0]?.value).toBe(factorSum)
        expect(steps[1]?.value).toBe(aars)
        expect(steps.at(-1)?.value).toBe(value)
        for (const step of steps) {
          expect(step.label).not.toBe('')
          expect(evaluate(step.expression)).toBeCloseTo(step.value, 9)
        }
      }),
    )
  })

  test('has a vector string that reads back as the same input', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const { vector } = score(input)
        const read = parseVector(vector, readCvss)
        expect(read).toEqual(ok(input))
        expect(read.ok && score(read.value).vector).toBe(vector)
      }),
    )
  })

  test('lists its default multiplier among the published ones, and mitigation only if it has any', () => {
    expect(formula.threatMultipliers.map((value) => value.hundredths)).toContain(
      formula.defaultThreatHundredths,
    )
    expect(formula.mitigationFactors.length > 0).toBe(formula.usesMitigation)
  })
})

test('scores every input that its type allows at its bounds, and never throws', () => {
  const bound = fc.constantFrom(0, 1, 99, 100)
  const atBounds: fc.Arbitrary<ScoreInput> = fc
    .record({
      formula: fc.constantFrom(...FORMULA_IDS),
      factorSet: fc.constantFrom(...FACTOR_SET_IDS),
      source: fc.constantFrom('asserted' as const, 'cvss-4.0' as const, 'cvss-3.1' as const),
      baseTenths: bound,
      threatHundredths: fc.constantFrom(50, 51, 149, 150),
      // Null under a formula that has mitigation and a number under one that has none: the type allows both.
      mitigationHundredths: fc.option(bound),
      ratings: fc.array(bound, { minLength: 10, maxLength: 10 }),
    })
    .map(({ formula, factorSet, source, baseTenths, threatHundredths, mitigationHundredths, ratings }) => ({
      formula,
      cvss: source === 'asserted' ? { source, baseTenths } : { source, baseTenths, vector: '' },
      threatHundredths,
      mitigationHundredths,
      ...rateFactors(factorSet, (id) => ratings[FACTOR_SETS[factorSet].factors.indexOf(id)] ?? 0),
    }))
  fc.assert(
    fc.property(atBounds, (input) => {
      const result = score(input)
      expect(result.score).toBeGreaterThanOrEqual(0)
      expect(result.score).toBeLessThanOrEqual(10)
      expect(Object.keys(result.others)).toHaveLength(FORMULA_IDS.length - 1)
    }),
    { numRuns: 2_000 },
  )
})

test('a notice is given at most once, in the order of the codes', () => {
  fc.assert(
    fc.property(anyInput, (input) => {
      const codes: readonly string[] = score(input).notices.map((notice) => notice.code)
      expect(codes).toEqual(NOTICE_CODES.filter((code) => codes.includes(code)))
    }),
  )
})

/** Works an expression out as a pencil would; of an arrow, the right-hand side. */
const evaluate = (expression: string): number => {
  const plain = (expression.split('→').at(-1) ?? '').replaceAll('−', '-').replaceAll('×', '*')
  if (!/^[\d.+\-*/() ]+$/.test(plain)) throw new Error(`not an expression: ${plain}`)
  return Number(new Function(`return ${plain}`)())
}
