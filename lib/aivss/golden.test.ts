import { expect, test } from 'vitest'
import { exactScaled } from '@/lib/aivss/decimal'
import type { FactorId, FactorSetId } from '@/lib/aivss/factors'
import type { FormulaId } from '@/lib/aivss/formulas'
import paper05 from '@/lib/aivss/golden/aivss-0.5-core-risks.json'
import paper08 from '@/lib/aivss/golden/aivss-0.8-core-risks.json'
import seeds from '@/lib/aivss/golden/seed-reports.json'
import { score } from '@/lib/aivss/score'
import { rateFactors, type ScoreInput } from '@/lib/aivss/score-input'

const scaled = (value: number, places: number): number => {
  const integer = exactScaled(value, places)
  if (integer === null) throw new Error(`${value} has more than ${places} decimals`)
  return integer
}

const inputOf = (
  formula: FormulaId,
  factorSet: FactorSetId,
  factors: Readonly<Partial<Record<FactorId, number>>>,
  figures: { readonly base: number; readonly threat: number; readonly mitigation: number | null },
): ScoreInput => ({
  formula,
  cvss: { source: 'asserted', baseTenths: scaled(figures.base, 1) },
  threatHundredths: scaled(figures.threat, 2),
  mitigationHundredths: figures.mitigation === null ? null : scaled(figures.mitigation, 2),
  ...rateFactors(factorSet, (id) => {
    const value = factors[id]
    if (value === undefined) throw new Error(`the golden file lacks ${id}`)
    return scaled(value, 2)
  }),
})

test('the golden files hold ten, ten and five cases', () => {
  expect([paper08.cases.length, paper05.cases.length, seeds.cases.length]).toEqual([10, 10, 5])
})

test.each(paper08.cases)('0.8 reproduces the paper on $name', (risk) => {
  const figures = { base: risk.cvssBase, threat: risk.threatMultiplier, mitigation: 1 }
  const result = score(inputOf('aivss-0.8', 'natural-language', risk.factors, figures))
  expect(result).toMatchObject({ factorSum: risk.factorSum, aars: risk.aars, score: risk.score })
})

test.each(paper08.cases)('both formulas reproduce the column at mitigation 0.67 on $name', (risk) => {
  const figures = { base: risk.cvssBase, threat: risk.threatMultiplier, mitigation: 0.67 }
  const result = score(inputOf('aivss-0.8', 'natural-language', risk.factors, figures))
  const floor = score(inputOf('aivss-1.0-floor', 'natural-language', risk.factors, figures))
  expect(result.score).toBe(risk.atMitigation067.score08)
  expect(floor.score).toBe(risk.atMitigation067.scoreFloor)
  expect(result.others['aivss-1.0-floor']?.score).toBe(floor.score)
})

test.each(paper05.cases)('0.5 follows the factors of the paper on $name', (risk) => {
  const figures = { base: risk.cvssBase, threat: paper05.threatMultiplier, mitigation: null }
  const result = score(inputOf('aivss-0.5', 'goal-planning', risk.factors, figures))
  expect(result).toMatchObject({
    factorSum: risk.factorSum,
    aars: risk.factorSum,
    score: risk.scoreFromFactors,
  })
  // The printed sum differs from the printed factors in the cases that the file marks as errata, and in no other.
  expect(result.aars !== risk.publishedAars).toBe(risk.erratum)
  expect(result.score !== risk.publishedScore).toBe(risk.erratum)
})

const published = seeds.cases.filter((report) => report.score !== undefined)

test('two of the report pages publish their figures', () => {
  expect(published).toHaveLength(2)
})

test.each(published)('0.8 reproduces the report on $name', (report) => {
  const { cvssBase = -1, threatMultiplier = -1, mitigationFactor = -1 } = report
  const figures = { base: cvssBase, threat: threatMultiplier, mitigation: mitigationFactor }
  const result = score(inputOf('aivss-0.8', 'goal-planning', report.factors, figures))
  expect(result).toMatchObject({
    factorSum: report.factorSum,
    aars: report.aars,
    score: report.score,
    severity: report.severity,
  })
})

test.each(seeds.cases)('the factors of $name add up to the sum on its page', (report) => {
  const figures = { base: 5, threat: 1, mitigation: 1 }
  expect(score(inputOf('aivss-0.8', 'goal-planning', report.factors, figures)).factorSum).toBe(
    report.factorSum,
  )
})
