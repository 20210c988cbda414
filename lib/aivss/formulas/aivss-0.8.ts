import { formatCompact, formatTenths } from '@/lib/aivss/decimal'
import type { FormulaShape, Terms } from '@/lib/aivss/formula'
import { MITIGATION_FACTORS_08, THREAT_MULTIPLIERS_08 } from '@/lib/aivss/formulas/published-values'

export const aivss08: FormulaShape<'aivss-0.8'> = {
  id: 'aivss-0.8',
  rank: 0,
  title: 'AIVSS 0.8',
  status: 'current',
  equation: '(C + (10 − C) × F/10 × T) × M',
  about:
    'The agent fills part of the room that the CVSS base leaves up to 10, and mitigation scales the whole.',
  paperFactorSet: 'natural-language',
  threatMultipliers: THREAT_MULTIPLIERS_08,
  defaultThreatHundredths: 97,
  usesMitigation: true,
  mitigationFactors: MITIGATION_FACTORS_08,
  belowBaseReason: 'this formula multiplies the CVSS base, too, by the mitigation factor',
  compute: (terms) => {
    const { aarsMillionths, aarsExpression } = amplification08(terms)
    const base = formatTenths(terms.baseTenths)
    const aars = formatCompact(aarsMillionths, 6)
    return {
      aarsMillionths,
      aarsExpression,
      scoreHundredMillionths: (terms.baseTenths * 100_000 + aarsMillionths) * terms.mitigationHundredths,
      scoreExpression: `(${base} + ${aars}) × ${formatCompact(terms.mitigationHundredths, 2)}`,
    }
  },
}

/** AARS = (10 − C) × F/10 × T, shared with the amendment: tenths × hundredths/10 × hundredths are millionths. */
export const amplification08 = (terms: Terms) => ({
  aarsMillionths: (100 - terms.baseTenths) * terms.factorSumHundredths * terms.threatHundredths,
  aarsExpression: `(10 − ${formatTenths(terms.baseTenths)}) × ${formatCompact(terms.factorSumHundredths, 2)}/10 × ${formatCompact(terms.threatHundredths, 2)}`,
})
