import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FACTOR_IDS, FACTOR_SET_IDS, FACTOR_SETS } from '@/lib/aivss/factors'
import { FORMULA_IDS } from '@/lib/aivss/formulas'
import { scoreDocument } from '@/lib/assessment/score-document'
import {
  type CalculatorState,
  calculatorAddress,
  readCalculator,
  scoreState,
  stateOfDocument,
} from '@/lib/calculator/state'
import { readDemoFiles } from '@/lib/demo/files'

const queryOf = (address: string): Record<string, string> =>
  Object.fromEntries(new URL(address, 'http://localhost').searchParams)

const hundredths = (min: number, max: number) =>
  fc.integer({ min, max }).map((value) => (value / 100).toFixed(2))
const states: fc.Arbitrary<CalculatorState> = fc.record({
  formula: fc.constantFrom(...FORMULA_IDS),
  factorSet: fc.constantFrom(...FACTOR_SET_IDS),
  cvss: fc.integer({ min: 0, max: 100 }).map((tenths) => (tenths / 10).toFixed(1)),
  threat: hundredths(50, 150),
  mitigation: hundredths(0, 100),
  factors: fc
    .array(hundredths(0, 100), { minLength: FACTOR_IDS.length, maxLength: FACTOR_IDS.length })
    .map(
      (values) =>
        readCalculator(Object.fromEntries(FACTOR_IDS.map((id, index) => [id, values[index] ?? '']))).factors,
    ),
})

test('the address holds the whole case: what was scored is scored again from it', () => {
  fc.assert(
    fc.property(states, (state) => {
      const again = readCalculator(queryOf(calculatorAddress(state)))
      for (const id of FACTOR_SETS[state.factorSet].factors) expect(again.factors[id]).toBe(state.factors[id])
      expect(scoreState(again)).toEqual(scoreState(state))
      expect(scoreState(again).ok).toBe(true)
    }),
  )
})

test('an empty address is a case that can be scored', () => {
  expect(scoreState(readCalculator({}))).toMatchObject({ ok: true, value: { score: 8.5 } })
})

test('what is no number is refused where it stands, and nothing else is', () => {
  const state = readCalculator({ cvss: 'eleven', threatMultiplier: 'other', threatOther: '9', autonomy: '7' })
  const result = scoreState(state)
  expect(result.ok ? [] : result.error.map(({ path }) => path).sort()).toEqual([
    'cvss.base',
    'factors.autonomy',
    'threatMultiplier',
  ])
})

test('a decimal comma is read as a point', () => {
  expect(scoreState(readCalculator({ cvss: '9,1' }))).toMatchObject({
    ok: true,
    value: { cvss: { base: 9.1 } },
  })
})

describe('a published document opens with its own score', () => {
  test.each(readDemoFiles().map(({ slug, document }) => ({ slug, document })))('$slug', ({ document }) => {
    const opened = readCalculator(queryOf(calculatorAddress(stateOfDocument(document))))
    expect(scoreState(opened)).toEqual({ ok: true, value: scoreDocument(document) })
  })
})
