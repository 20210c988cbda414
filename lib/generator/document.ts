import { FACTOR_IDS, type FactorId } from '@/lib/aivss/factors'
import type { FormulaId } from '@/lib/aivss/formulas'
import type { AssessmentDocument } from '@/lib/assessment/document'
import type { Character } from '@/lib/generator/character'
import { rate, rateAll, threatAndMitigation } from '@/lib/generator/figures'
import { nameOf, tagsOf, vendorOf } from '@/lib/generator/names'
import type { Random } from '@/lib/generator/random'
import { CHANGES, NARRATIVES, OPEN_NARRATIVES, SCORES, SUMMARIES, write } from '@/lib/generator/sentences'
import { VECTORS } from '@/lib/generator/vectors'
import { LAYERS, type LayerId } from '@/lib/maestro/layers'

function formulaFor(random: Random): FormulaId {
  const chance = random.next()
  if (chance < 0.8) return 'aivss-0.8'
  return chance < 0.93 ? 'aivss-1.0-floor' : 'aivss-0.5'
}

/** A document that can be published as it is. */
export function writeDocument(random: Random, character: Character): AssessmentDocument {
  const formula = formulaFor(random)
  const factorSet = random.isIn(0.78) ? 'goal-planning' : 'natural-language'
  const vendor = vendorOf(random)
  return {
    schemaVersion: 1,
    name: nameOf(random, character.kind),
    kind: character.kind,
    ...(vendor !== undefined && { vendor }),
    tags: tagsOf(random),
    summary: sentences(random, SUMMARIES, 1, 2),
    formula,
    factorSet,
    cvss: { ...baseOf(random, character), rationale: write(random, SCORES) },
    ...threatAndMitigation(random, character, formula),
    factors: rateAll(random, character, factorSet),
    layers: layersOf(random, character),
  }
}

/** The next edition: most of it stays, a few ratings move, a layer becomes clearer or stops being so. */
export function reviseDocument(
  random: Random,
  character: Character,
  document: AssessmentDocument,
): AssessmentDocument {
  const moved: readonly FactorId[] = factorIds(document).filter(() => random.isIn(0.16))
  const layer = random.pick(LAYERS).id
  const certainty = random.isIn(0.3) ? 'uncertain' : 'mapped'
  const narrative = `${document.layers[layer].narrative} ${write(random, CHANGES)}`
  return {
    ...document,
    ...(random.isIn(0.5) && threatAndMitigation(random, character, document.formula)),
    ...(random.isIn(0.2) && {
      cvss: { ...baseOf(random, character), rationale: sentences(random, SCORES, 1, 2) },
    }),
    factors: {
      ...document.factors,
      ...Object.fromEntries(moved.map((id) => [id, rate(random, character, id)])),
    },
    layers: { ...document.layers, [layer]: { certainty, narrative } },
  }
}

const factorIds = ({ factors }: AssessmentDocument): readonly FactorId[] =>
  FACTOR_IDS.filter((id) => factors[id] !== undefined)

function baseOf(random: Random, { power, exposure }: Character): AssessmentDocument['cvss'] {
  if (random.isIn(0.1)) return { vector: random.pick(VECTORS) }
  const base = 3.2 + exposure * 4.5 + power * 1.8 + random.bell() * 1.2
  return { base: Math.round(Math.min(10, Math.max(0, base)) * 10) / 10 }
}

function layersOf(random: Random, character: Character): AssessmentDocument['layers'] {
  const about = (place: number) => layerOf(random, character, LAYERS[place]?.threats ?? [])
  return {
    ...{ L1: about(0), L2: about(1), L3: about(2), L4: about(3) },
    ...{ L5: about(4), L6: about(5), L7: about(6) },
  }
}

type Layer = AssessmentDocument['layers'][LayerId]

function layerOf(
  random: Random,
  { obscurity, care }: Character,
  threats: (typeof LAYERS)[number]['threats'],
): Layer {
  const isOpen = random.isIn(obscurity)
  const { name, detail } = random.pick(threats)
  const sentencesMax = isOpen ? 1 : 2
  const narrative = [
    `${name}: ${detail}`,
    ...Array.from({ length: sentencesMax }, () =>
      random.isIn(care) ? [write(random, NARRATIVES)] : [],
    ).flat(),
    ...(isOpen ? [write(random, OPEN_NARRATIVES)] : []),
  ].join(' ')
  return { certainty: isOpen ? 'uncertain' : 'mapped', narrative }
}

const sentences = (random: Random, among: Parameters<typeof write>[1], least: number, most: number): string =>
  Array.from({ length: least + random.below(most - least + 1) }, () => write(random, among)).join(' ')
