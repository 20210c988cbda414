import { ANCHORS, FACTOR_SETS, FACTORS, type FactorId, type FactorSetId } from '@/lib/aivss/factors'
import type { PublishedValue } from '@/lib/aivss/formula'
import { type FormulaId, formulaOf } from '@/lib/aivss/formulas'
import type { AssessmentDocument } from '@/lib/assessment/document'
import type { Character } from '@/lib/generator/character'
import type { Random } from '@/lib/generator/random'
import { RATIONALES, SCORES, write } from '@/lib/generator/sentences'

/** Where the ratings of a factor lie, and how they follow what the agent is. */
type Shape = { readonly middle: number; readonly byPower: number; readonly byExposure: number }

const SHAPES: Readonly<Record<FactorId, Shape>> = {
  autonomy: { middle: 0.5, byPower: 0.8, byExposure: 0 },
  goalPlanning: { middle: 0.5, byPower: 0.6, byExposure: 0.1 },
  selfModification: { middle: 0.15, byPower: 0.35, byExposure: 0 },
  toolUse: { middle: 0.6, byPower: 0.7, byExposure: 0.2 },
  memory: { middle: 0.35, byPower: 0.2, byExposure: 0.2 },
  context: { middle: 0.55, byPower: 0, byExposure: 0.8 },
  language: { middle: 0.65, byPower: 0.1, byExposure: 0.5 },
  identity: { middle: 0.45, byPower: 0.5, byExposure: 0.2 },
  multiAgent: { middle: 0.25, byPower: 0.4, byExposure: 0.1 },
  nonDeterminism: { middle: 0.5, byPower: 0.2, byExposure: 0.2 },
  opacity: { middle: 0.4, byPower: 0.1, byExposure: 0.3 },
}

type Rating = NonNullable<AssessmentDocument['factors'][FactorId]>

export function rate(random: Random, { power, exposure, care }: Character, id: FactorId): Rating {
  const { middle, byPower, byExposure } = SHAPES[id]
  const wanted = middle + byPower * (power - 0.5) + byExposure * (exposure - 0.5) + random.bell() * SPREAD
  // People rate in twentieths, and now and then to the hundredth.
  const steps = random.isIn(0.85) ? 20 : 100
  const value = Math.round((Math.round(Math.min(1, Math.max(0, wanted)) * steps) / steps) * 100) / 100
  if (!random.isIn(care)) return { value }
  const anchor = ANCHORS[Math.round(value * (ANCHORS.length - 1))] ?? 0
  const rationale = random.isIn(0.3) ? FACTORS[id].anchors[anchor] : write(random, RATIONALES)
  return { value, rationale }
}

const SPREAD = 0.3

export const rateAll = (
  random: Random,
  character: Character,
  factorSet: FactorSetId,
): AssessmentDocument['factors'] =>
  Object.fromEntries(FACTOR_SETS[factorSet].factors.map((id) => [id, rate(random, character, id)]))

/** Mostly what a paper lists, the graver the more exposed; a few say something in between. */
export function threatAndMitigation(random: Random, { exposure, power }: Character, id: FormulaId) {
  const { threatMultipliers, usesMitigation, mitigationFactors } = formulaOf(id)
  const part = (hundredths: number) => ({
    value: hundredths / 100,
    rationale: write(random, SCORES),
  })
  return {
    threatMultiplier: part(chooseAmong(random, threatMultipliers, 1 - exposure)),
    ...(usesMitigation && { mitigationFactor: part(chooseAmong(random, mitigationFactors, 1 - power)) }),
  }
}

function chooseAmong(random: Random, values: readonly PublishedValue[], wanted: number): number {
  if (random.isIn(0.06)) return 70 + random.below(31)
  const place = Math.floor((wanted * 0.6 + random.next() * 0.4) * values.length)
  return values[Math.min(place, values.length - 1)]?.hundredths ?? 100
}
