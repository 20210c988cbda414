import { expect, test } from 'vitest'
import type { FactorSetId } from '@/lib/aivss/factors'
import type { FormulaId } from '@/lib/aivss/formulas'
import { score } from '@/lib/aivss/score'
import { type CvssInput, rateFactors, type ScoreInput } from '@/lib/aivss/score-input'

type Case = {
  readonly formula?: FormulaId
  readonly set?: FactorSetId
  readonly base?: number
  readonly source?: CvssInput['source']
  /** In hundredths, spread over the ten factors. */
  readonly sum?: number
  readonly threat?: number
  readonly mitigation?: number
}

/** A case that deserves no notice at all: every value published, the set of the paper, a v4.0 vector. */
const QUIET = {
  formula: 'aivss-0.8',
  set: 'natural-language',
  base: 91,
  source: 'cvss-4.0',
  sum: 450,
  threat: 97,
  mitigation: 100,
} as const

const inputOf = (given: Case): ScoreInput => {
  const { formula, set, base, source, sum, threat, mitigation } = { ...QUIET, ...given }
  let left: number = sum
  return {
    formula,
    cvss: source === 'asserted' ? { source, baseTenths: base } : { source, baseTenths: base, vector: 'CVSS' },
    threatHundredths: threat,
    mitigationHundredths: formula === 'aivss-0.5' ? null : mitigation,
    ...rateFactors(set, (id) => {
      if (id === 'goalPlanning' || id === 'language') return left
      const part = Math.min(100, left)
      left -= part
      return part
    }),
  }
}

const codesOf = (given: Case): readonly string[] => score(inputOf(given)).notices.map((notice) => notice.code)

const messageOf = (given: Case, code: string): string =>
  score(inputOf(given)).notices.find((notice) => notice.code === code)?.message ?? ''

test('a case that keeps to the paper has no notice', () => {
  expect(codesOf({})).toEqual([])
  expect(codesOf({ formula: 'aivss-1.0-floor', mitigation: 67 })).toEqual([])
})

test('the report on Azure MCP Server scores 7.9 High, below its base, beside a floor of 9.9', () => {
  const azure: Case = { set: 'goal-planning', base: 98, sum: 540, threat: 110, mitigation: 80 }
  const result = score(inputOf(azure))
  expect(result).toMatchObject({ score: 7.9, severity: 'High', aars: 0.1188 })
  expect(result.others['aivss-1.0-floor']).toEqual({ score: 9.9, severity: 'Critical' })
  expect(messageOf(azure, 'below-cvss-base')).toMatch(/7\.9 lies below the CVSS base 9\.8.*gives 9\.9/)
})

test('8.95 rounds to 9.0 Critical', () => {
  const result = score(inputOf({ base: 85, sum: 300, threat: 100 }))
  expect(result).toMatchObject({ score: 9, severity: 'Critical', aars: 0.45 })
})

test('10.8 is capped at 10.0, and says so', () => {
  const capped: Case = { base: 20, sum: 1000, threat: 110 }
  expect(score(inputOf(capped))).toMatchObject({ score: 10, severity: 'Critical', aars: 8.8 })
  expect(codesOf(capped)).toContain('capped')
  expect(messageOf(capped, 'capped')).toContain('10.8')
})

test('the cap is judged on the rounded score: 10.04 is no more than 10.0', () => {
  expect(codesOf({ base: 90, sum: 1000, threat: 104 })).not.toContain('capped')
  expect(codesOf({ base: 90, sum: 1000, threat: 105 })).toContain('capped')
})

test('below the base is judged on the rounded score: 9.05 for a base of 9.1 is not below', () => {
  // (9.1 + 0.9 × 0.45 × 0.97) × M = 9.49285 × M
  expect(codesOf({ mitigation: 96 })).not.toContain('below-cvss-base')
  expect(codesOf({ mitigation: 95 })).toContain('below-cvss-base')
})

test('a multiplier is measured by the list of its own formula', () => {
  expect(codesOf({ threat: 50 })).not.toContain('threat-multiplier-off-list')
  expect(codesOf({ threat: 91 })).toContain('threat-multiplier-off-list')
  expect(codesOf({ formula: 'aivss-0.5', threat: 91 })).not.toContain('threat-multiplier-off-list')
  expect(codesOf({ formula: 'aivss-0.5', threat: 50 })).toContain('threat-multiplier-off-list')
  expect(messageOf({ threat: 110 }, 'threat-multiplier-off-list')).toMatch(
    /1\.10.*1\.00 attacked, 0\.97.*0\.50/,
  )
})

test('a mitigation factor off the list is named with the list', () => {
  expect(messageOf({ mitigation: 80 }, 'mitigation-factor-off-list')).toMatch(/0\.80.*1\.00.*0\.83.*0\.67/)
})

test('a factor set is off paper under 0.8 with goal planning and under 0.5 with language, and nowhere else', () => {
  const off = (formula: FormulaId, set: FactorSetId) =>
    codesOf({ formula, set }).includes('factor-set-off-paper')
  expect(off('aivss-0.8', 'goal-planning')).toBe(true)
  expect(off('aivss-0.8', 'natural-language')).toBe(false)
  expect(off('aivss-0.5', 'goal-planning')).toBe(false)
  expect(off('aivss-0.5', 'natural-language')).toBe(true)
  expect(off('aivss-1.0-floor', 'goal-planning')).toBe(false)
  expect(off('aivss-1.0-floor', 'natural-language')).toBe(false)
})

test('where the base comes from is told for a number and for v3.1, not for v4.0', () => {
  expect(codesOf({ source: 'asserted' })).toEqual(['cvss-asserted'])
  expect(codesOf({ source: 'cvss-3.1' })).toEqual(['cvss-3-baseline'])
})

test('only the withdrawn formula says that it is withdrawn', () => {
  expect(codesOf({ formula: 'aivss-0.5', set: 'goal-planning' })).toContain('withdrawn-formula')
})
