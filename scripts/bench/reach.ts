import { FACTOR_SET_IDS } from '@/lib/aivss/factors'
import { FORMULAS } from '@/lib/aivss/formulas'
import { reach } from '@/lib/aivss/reach'
import { score } from '@/lib/aivss/score'
import { rateFactors, type ScoreInput } from '@/lib/aivss/score-input'
import { SEVERITIES } from '@/lib/aivss/severity'
import { createRandom, type Random } from '@/lib/generator/random'
import type { Measured } from '@/scripts/bench/table'

const INPUTS = 1_000
const LIMIT_MS = 100
const SEED = 3
const TRIES = 3

/** What brings a score down, for inputs of every kind, beside the score alone. */
export function measureReach(): readonly Measured[] {
  const asked = Array.from({ length: INPUTS }, (_, number) => {
    const random = createRandom(SEED, number)
    return { input: anyInput(random), limit: random.pick(SEVERITIES).maxTenths }
  })
  const times = asked.map(({ input, limit }) => timeOf(() => reach(input, limit)))
  const floor = asked.map(({ input }) => timeOf(() => score(input)))
  const slowest = Math.max(...times)
  return [
    {
      what: 'what brings a score down',
      times,
      floor: { what: 'the score alone', times: floor },
      requirement: {
        text: `What brings a score down is found within ${LIMIT_MS} ms`,
        isHeld: slowest <= LIMIT_MS,
        found: `the slowest of ${INPUTS.toLocaleString('en')} took ${slowest.toFixed(1)} ms`,
      },
    },
  ]
}

/** Of three tries the quickest: what another program does meanwhile is longer than all of this. */
function timeOf(work: () => unknown): number {
  const tries = Array.from({ length: TRIES }, () => {
    const begun = performance.now()
    work()
    return performance.now() - begun
  })
  return Math.min(...tries)
}

function anyInput(random: Random): ScoreInput {
  const formula = random.pick(FORMULAS)
  return {
    formula: formula.id,
    cvss: { source: 'asserted', baseTenths: random.below(101) },
    threatHundredths: 50 + random.below(101),
    mitigationHundredths: formula.usesMitigation ? random.below(101) : null,
    ...rateFactors(random.pick(FACTOR_SET_IDS), () => random.below(101)),
  }
}
