import fc from 'fast-check'
import { FACTOR_SET_IDS, FACTOR_SETS } from '@/lib/aivss/factors'
import { FORMULAS, type Formula } from '@/lib/aivss/formulas'
import paper05 from '@/lib/aivss/golden/aivss-0.5-core-risks.json'
import paper08 from '@/lib/aivss/golden/aivss-0.8-core-risks.json'
import { type CvssInput, rateFactors, type ScoreInput } from '@/lib/aivss/score-input'
import type { ReadCvss } from '@/lib/aivss/vector'
import { err, ok } from '@/lib/base/result'

/** Vectors with the bases that the papers print for them, and one of v3.1. */
const VECTORS: readonly Exclude<CvssInput, { readonly source: 'asserted' }>[] = [
  ...[...paper08.cases, ...paper05.cases].map(({ cvssVector, cvssBase }) => ({
    source: 'cvss-4.0' as const,
    vector: cvssVector,
    baseTenths: Math.round(cvssBase * 10),
  })),
  { source: 'cvss-3.1', vector: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H', baseTenths: 98 },
]

export const readCvss: ReadCvss = (vector) => {
  const known = VECTORS.find((cvss) => cvss.vector === vector)
  if (known === undefined) return err('unknown')
  return ok({ vector, baseTenths: known.baseTenths, version: known.source === 'cvss-4.0' ? '4.0' : '3.1' })
}

export const inputsUnder = (formula: Formula): fc.Arbitrary<ScoreInput> =>
  fc
    .record({
      factorSet: fc.constantFrom(...FACTOR_SET_IDS),
      cvss: fc.oneof(
        fc.record({ source: fc.constant('asserted' as const), baseTenths: fc.nat(100) }),
        fc.constantFrom(...VECTORS),
      ),
      threatHundredths: fc.oneof(fc.integer({ min: 50, max: 150 }), fc.constantFrom(50, 91, 97, 100)),
      mitigation: fc.oneof(fc.nat(100), fc.constantFrom(67, 83, 100)),
      ratings: fc.array(fc.nat(100), { minLength: 10, maxLength: 10 }),
    })
    .map(({ factorSet, cvss, threatHundredths, mitigation, ratings }) => ({
      formula: formula.id,
      cvss,
      threatHundredths,
      mitigationHundredths: formula.usesMitigation ? mitigation : null,
      ...rateFactors(factorSet, (id) => ratings[FACTOR_SETS[factorSet].factors.indexOf(id)] ?? 0),
    }))

export const anyInput: fc.Arbitrary<ScoreInput> = fc.oneof(...FORMULAS.map(inputsUnder))
