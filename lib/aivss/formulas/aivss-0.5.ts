import { formatCompact, formatTenths } from '@/lib/aivss/decimal'
import type { FormulaShape } from '@/lib/aivss/formula'

export const aivss05: FormulaShape<'aivss-0.5'> = {
  id: 'aivss-0.5',
  rank: 20,
  title: 'AIVSS 0.5',
  status: 'withdrawn',
  equation: '(C + F)/2 × T',
  about:
    'The mean of the CVSS base and the factor sum, times the threat multiplier. Withdrawn, and still cited.',
  paperFactorSet: 'goal-planning',
  threatMultipliers: [
    { hundredths: 100, label: 'Attacked', meaning: 'Attacks on it have been seen.' },
    { hundredths: 97, label: 'Proof of concept', meaning: 'Somebody has shown that it can be attacked.' },
    { hundredths: 91, label: 'Unreported', meaning: 'Nobody has reported an attack or shown one.' },
  ],
  defaultThreatHundredths: 97,
  usesMitigation: false,
  mitigationFactors: [],
  belowBaseReason:
    'this formula takes the mean of the CVSS base and the factor sum, times the threat multiplier',
  compute: (terms) => {
    const sum = formatCompact(terms.factorSumHundredths, 2)
    const doubledMeanHundredths = terms.baseTenths * 10 + terms.factorSumHundredths
    return {
      aarsMillionths: terms.factorSumHundredths * 10_000,
      aarsExpression: sum,
      // Hundredths × hundredths are ten-thousandths; × 10,000 / 2 halves them into hundred-millionths.
      scoreHundredMillionths: doubledMeanHundredths * terms.threatHundredths * 5_000,
      scoreExpression: `(${formatTenths(terms.baseTenths)} + ${sum})/2 × ${formatCompact(terms.threatHundredths, 2)}`,
    }
  },
}
