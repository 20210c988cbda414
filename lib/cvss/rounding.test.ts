import {
  cvssLookup_globalV4,
  extractValueMetric,
  getEQMaxes,
  macroVector,
  maxSeverityV4,
  parseVectorV4,
} from 'cvss4'
import { expect, test } from 'vitest'
import { parseCvss } from '@/lib/cvss/cvss'
import { CVSS_METRICS } from '@/lib/cvss/metrics'

/**
 * Section 8.2 of the v4.0 specification in exact fractions: the table and the highest vectors are the
 * library's, the arithmetic is not.
 */
const LEVELS: Readonly<Record<string, string>> = {
  AV: 'NALP',
  AC: 'LH',
  AT: 'NP',
  PR: 'NLH',
  UI: 'NPA',
  VC: 'HLN',
  VI: 'HLN',
  VA: 'HLN',
  SC: 'SHLN',
  SI: 'SHLN',
  SA: 'SHLN',
  CR: 'HML',
  IR: 'HML',
  AR: 'HML',
}

const EQUIVALENCE_SETS = [
  ['AV', 'PR', 'UI'],
  ['AC', 'AT'],
  ['VC', 'VI', 'VA', 'CR', 'IR', 'AR'],
  ['SC', 'SI', 'SA'],
] as const

const table = new Map(
  Object.entries(cvssLookup_globalV4).map(([macro, score]) => [macro, Math.round(score * 10)]),
)

const exactTenths = (vector: string): number => {
  const selected = parseVectorV4(vector)
  if (/VC:N\/VI:N\/VA:N\/SC:N\/SI:N\/SA:N/.test(vector)) return 0
  const macro = macroVector(selected)
  const digits = [...macro].map(Number)
  const [eq1 = 0, eq2 = 0, eq3 = 0, eq4 = 0, , eq6 = 0] = digits
  const value = table.get(macro) ?? Number.NaN
  const lower = (...raised: readonly number[]): number =>
    table.get(digits.map((digit, index) => digit + (raised.includes(index) ? 1 : 0)).join('')) ?? -1
  const lowerEq3 =
    eq3 === 0 && eq6 === 0
      ? Math.max(lower(2), lower(5))
      : eq6 === 0
        ? lower(5)
        : eq3 === 0 || eq3 === 1
          ? lower(2)
          : lower(2, 5)
  const distances = distancesOf(selected, macro)
  const depths = [
    maxSeverityV4.eq1[eq1],
    maxSeverityV4.eq2[eq2],
    maxSeverityV4.eq3eq6[eq3]?.[eq6],
    maxSeverityV4.eq4[eq4],
  ]
  const lowers = [lower(0), lower(1), lowerEq3, lower(3)]
  let [numerator, denominator, count] = [0n, 1n, lower(4) === -1 ? 0n : 1n]
  for (const [index, next] of lowers.entries()) {
    if (next === -1) continue
    const depth = BigInt(depths[index] ?? 0)
    numerator = numerator * depth + BigInt((value - next) * (distances[index] ?? 0)) * denominator
    denominator *= depth
    count += 1n
  }
  if (count === 0n) return value
  const whole = denominator * count
  return Number((2n * (BigInt(value) * whole - numerator) + whole) / (2n * whole))
}

const distancesOf = (selected: Record<string, string>, macro: string): readonly number[] => {
  const highest = [1, 2, 3, 4, 5].reduce<string[]>(
    (vectors, eq) => {
      const maxes: readonly string[] =
        eq === 3 ? Object(getEQMaxes(macro, 3))[macro[5] ?? ''] : getEQMaxes(macro, eq)
      return vectors.flatMap((vector) => maxes.map((max) => vector + max))
    },
    [''],
  )
  const levelOf = (metric: string, value: string): number => (LEVELS[metric] ?? '').indexOf(value)
  for (const vector of highest) {
    const distance = (metric: string): number => {
      const given = selected[metric] ?? 'H'
      return (
        levelOf(metric, given === 'X' ? 'H' : given) - levelOf(metric, extractValueMetric(metric, vector))
      )
    }
    if (EQUIVALENCE_SETS.flat().every((metric) => distance(metric) >= 0)) {
      return EQUIVALENCE_SETS.map((metrics) => metrics.reduce((sum, metric) => sum + distance(metric), 0))
    }
  }
  throw new Error(`no highest vector for ${macro}`)
}

const allVectors = CVSS_METRICS['4.0'].reduce<readonly string[]>(
  (vectors, metric) =>
    vectors.flatMap((vector) => metric.values.map((value) => `${vector}/${metric.code}:${value.code}`)),
  ['CVSS:4.0'],
)

test('there are 104,976 base vectors', () => {
  expect(allVectors).toHaveLength(104_976)
})

test('the base agrees with exact fractions on every eleventh vector', () => {
  const differing = allVectors.filter((vector, index) => {
    if (index % 11 !== 0) return false
    const read = parseCvss(vector)
    return !read.ok || read.value.baseTenths !== exactTenths(vector)
  })
  expect(differing).toEqual([])
})

test('a tie rounds up: 8.55 is 8.6', () => {
  const vector = 'CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:P/VC:H/VI:L/VA:N/SC:H/SI:H/SA:H'
  expect(parseCvss(vector)).toMatchObject({ value: { baseTenths: 86 } })
  expect(exactTenths(vector)).toBe(86)
})
