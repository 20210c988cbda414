import { expect, test } from 'vitest'
import { exactScaled, formatCompact, formatFixed, formatHundredths, formatTenths } from '@/lib/aivss/decimal'
import { FACTOR_IDS, FACTOR_SETS, FACTORS } from '@/lib/aivss/factors'
import { rubricAt } from '@/lib/aivss/rubric'
import { SEVERITIES, severityOf } from '@/lib/aivss/severity'

test('each set has ten factors in the order of the report pages', () => {
  expect(FACTOR_SETS['goal-planning'].factors.map((id) => FACTORS[id].code).join(' ')).toBe(
    'AU GP SM TU ME CO ID MA ND OP',
  )
  expect(FACTOR_SETS['natural-language'].factors.map((id) => FACTORS[id].code).join(' ')).toBe(
    'AU SM TU ME CO NL ID MA ND OP',
  )
})

test('every factor stands under its own id, with a code of its own', () => {
  expect(FACTOR_IDS).toHaveLength(11)
  expect(FACTOR_IDS.map((id) => FACTORS[id].id)).toEqual(FACTOR_IDS)
  expect(new Set(FACTOR_IDS.map((id) => FACTORS[id].code)).size).toBe(11)
})

test.each([
  [0, '0.0', 0, 0],
  [1, 'between 0.0 and 0.5', 0, 50],
  [50, '0.5', 50, 50],
  [75, 'between 0.5 and 1.0', 50, 100],
  [100, '1.0', 100, 100],
])('a rating of %i hundredths stands at %s of the rubric', (hundredths, label, lower, upper) => {
  const place = rubricAt('autonomy', hundredths)
  expect(place.label).toBe(label)
  expect([place.lower.hundredths, place.upper.hundredths]).toEqual([lower, upper])
})

test('the bands meet without a gap and cover 0 to 10', () => {
  const covered = SEVERITIES.flatMap(({ minTenths, maxTenths }) =>
    Array.from({ length: maxTenths - minTenths + 1 }, (_, index) => minTenths + index),
  )
  expect(covered).toEqual(Array.from({ length: 101 }, (_, index) => index))
})

test.each([
  [0, 'None'],
  [1, 'Low'],
  [39, 'Low'],
  [40, 'Medium'],
  [69, 'Medium'],
  [70, 'High'],
  [89, 'High'],
  [90, 'Critical'],
  [100, 'Critical'],
])('%i tenths are %s', (tenths, severity) => {
  expect(severityOf(tenths)).toBe(severity)
})

test('decimals are written with all their places, or without trailing zeros', () => {
  expect([formatHundredths(80), formatHundredths(5), formatHundredths(110)]).toEqual(['0.80', '0.05', '1.10'])
  expect([formatTenths(95), formatTenths(0), formatTenths(100)]).toEqual(['9.5', '0.0', '10.0'])
  expect([formatCompact(110, 2), formatCompact(97, 2), formatCompact(100, 2)]).toEqual(['1.1', '0.97', '1'])
  expect([formatFixed(7, 3), formatCompact(1, 8)]).toEqual(['0.007', '0.00000001'])
})

test('every hundredth is exact, and what a calculation leaves behind is not', () => {
  const hundredths = Array.from({ length: 151 }, (_, index) => index)
  expect(hundredths.map((value) => exactScaled(value / 100, 2))).toEqual(hundredths)
  expect([0.1 + 0.2, 0.005, 1e-9, Number.NaN, Infinity].map((value) => exactScaled(value, 2))).toEqual(
    Array.from({ length: 5 }, () => null),
  )
  expect(Object.is(exactScaled(-0, 2), 0)).toBe(true)
})
