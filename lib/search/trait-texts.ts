import { FACTOR_IDS, FACTORS, type FactorId } from '@/lib/aivss/factors'
import { formulaOf } from '@/lib/aivss/formulas'
import { KIND_LABELS } from '@/lib/assessment/kinds'
import { LAYERS, type LayerId } from '@/lib/maestro/layers'
import { formatEnd, isEveryDay, type Range } from '@/lib/search/ranges'
import { SCALES, type Traits } from '@/lib/search/traits'

/** One thing that is asked for, in words, and the name that it has in an address. */
export type Chip = { readonly key: string; readonly text: string }

export type NumberId = keyof typeof SCALES

const isFactor = (id: NumberId): id is FactorId => FACTOR_IDS.some((factor) => factor === id)

const NUMBER_LABELS = {
  score: 'Score',
  cvss: 'CVSS base',
  threat: 'Threat multiplier',
  mitigation: 'Mitigation factor',
  openLayers: 'Uncertain layers',
  revision: 'Revision',
} as const

export const numberLabel = (id: NumberId): string => (isFactor(id) ? FACTORS[id].name : NUMBER_LABELS[id])

export const layerLabel = (layer: LayerId): string =>
  `${layer} ${LAYERS.find(({ id }) => id === layer)?.name ?? ''}`

const numberText = (id: NumberId, { from, to }: Range<number>): string => {
  const [least, most] = [from, to].map((end) => formatEnd(end, SCALES[id].places))
  if (from === undefined) return `${numberLabel(id)}: at most ${most}`
  if (to === undefined) return `${numberLabel(id)}: at least ${least}`
  return from === to ? `${numberLabel(id)}: ${least}` : `${numberLabel(id)}: ${least} to ${most}`
}

export const daysText = (label: string, range: Range<string>): string => {
  const { from, to } = range
  if (isEveryDay(range)) return `${label}: on any day`
  if (from === undefined) return `${label}: until ${to}`
  return to === undefined ? `${label}: from ${from} on` : `${label}: ${from} to ${to}`
}

const NUMBER_IDS: readonly NumberId[] = [
  'score',
  'cvss',
  'threat',
  'mitigation',
  'openLayers',
  'revision',
  ...FACTOR_IDS,
]

/** All that is asked for, in the order of the form. */
export const traitChips = (traits: Traits): readonly Chip[] => [
  ...chip('q', traits.q, (q) => `“${q}”`),
  ...chip('kind', traits.kind, (kind) => KIND_LABELS[kind]),
  ...chip('severity', traits.severity, (severity) => `Severity: ${severity}`),
  ...chip('formula', traits.formula, (formula) => formulaOf(formula).title),
  ...chip('vendor', traits.vendor, (vendor) => `Vendor: ${vendor}`),
  ...chip('tag', traits.tag, (tag) => `#${tag}`),
  ...chip('uncertain', traits.uncertain, (layer) => `Uncertain: ${layerLabel(layer)}`),
  ...chip('published', traits.published, (range) => daysText('Published', range)),
  ...NUMBER_IDS.flatMap((id) => chip(id, traits[id], (range) => numberText(id, range))),
]

export const chip = <T>(key: string, asked: T | undefined, text: (asked: T) => string): readonly Chip[] =>
  asked === undefined ? [] : [{ key, text: text(asked) }]
