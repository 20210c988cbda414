import type { Terms } from '@/lib/aivss/formula'
import type { Formula, FormulaId } from '@/lib/aivss/formulas'

type Fraction = readonly [numerator: bigint, denominator: bigint]

/**
 * The formulas once more, in fractions of unbounded integers and straight from their definitions:
 * C = c/10, F = f/100, T = t/100, M = m/100.
 */
const EXACT: Readonly<Record<FormulaId, (c: bigint, f: bigint, t: bigint, m: bigint) => Fraction>> = {
  'aivss-0.8': (c, f, t, m) => [(c * 10_000n * 10n + (100n - c) * f * t) * m, 100_000_000n],
  'aivss-1.0-floor': (c, f, t, m) => [c * 10_000_000n + (100n - c) * f * t * m, 100_000_000n],
  'aivss-0.5': (c, f, t) => [(c * 10n + f) * t, 20_000n],
}

export const roundedTenths = ([numerator, denominator]: Fraction): number =>
  Number((numerator * 10n * 2n + denominator) / (2n * denominator))

export const exactOf = (formula: FormulaId, terms: Terms): Fraction =>
  EXACT[formula](
    BigInt(terms.baseTenths),
    BigInt(terms.factorSumHundredths),
    BigInt(terms.threatHundredths),
    BigInt(terms.mitigationHundredths),
  )

const MULTIPLIERS_T = [50, 90, 91, 97, 100, 110, 150]
const MULTIPLIERS_M = [100, 83, 67, 80, 50]

/** How many ties there are, so that a search that misses some cannot pass. */
export const TIES: Readonly<Record<FormulaId, number>> = {
  'aivss-0.8': 2_507,
  'aivss-1.0-floor': 2_091,
  'aivss-0.5': 11_422,
}

/**
 * Every case whose exact score lies halfway between two tenths. Each formula is a straight line in F, so that two exact
 * points of it give all others in integers; millions of fractions would take a minute.
 */
export function* tiesOf({ id, usesMitigation }: Formula): Generator<Terms> {
  for (const threatHundredths of MULTIPLIERS_T) {
    for (const mitigationHundredths of usesMitigation ? MULTIPLIERS_M : [100]) {
      for (let baseTenths = 0; baseTenths <= 100; baseTenths += 1) {
        const at = (factorSumHundredths: number): Terms => ({
          baseTenths,
          factorSumHundredths,
          threatHundredths,
          mitigationHundredths,
        })
        const [first, divisor] = exactOf(id, at(0))
        const start = Number(first)
        const slope = Number(exactOf(id, at(1))[0]) - start
        const tenth = Number(divisor) / 10
        for (let sum = 0; sum <= 1000; sum += 1)
          if (2 * ((start + slope * sum) % tenth) === tenth) yield at(sum)
      }
    }
  }
}
