import { formatCompact, formatTenths } from '@/lib/aivss/decimal'
import type { FormulaShape } from '@/lib/aivss/formula'
import { amplification08 } from '@/lib/aivss/formulas/aivss-0.8'
import { MITIGATION_FACTORS_08, THREAT_MULTIPLIERS_08 } from '@/lib/aivss/formulas/published-values'

export const aivss10Floor: FormulaShape<'aivss-1.0-floor'> = {
  id: 'aivss-1.0-floor',
  rank: 10,
  title: 'AIVSS 1.0 floor',
  status: 'proposed',
  equation: 'C + (10 − C) × F/10 × T × M',
  about:
    'As 0.8, but mitigation scales only what the agent adds, so that no score falls below its CVSS base.',
  paperFactorSet: null,
  threatMultipliers: THREAT_MULTIPLIERS_08,
  defaultThreatHundredths: 97,
  usesMitigation: true,
  mitigationFactors: MITIGATION_FACTORS_08,
  belowBaseReason: null,
  compute: (terms) => {
    const { aarsMillionths, aarsExpression } = amplification08(terms)
    const base = formatTenths(terms.baseTenths)
    const aars = formatCompact(aarsMillionths, 6)
    return {
      aarsMillionths,
      aarsExpression,
      scoreHundredMillionths: terms.baseTenths * 10_000_000 + aarsMillionths * terms.mitigationHundredths,
      scoreExpression: `${base} + ${aars} × ${formatCompact(terms.mitigationHundredths, 2)}`,
    }
  },
}
