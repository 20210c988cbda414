import { FACTOR_IDS, FACTORS, type FactorId } from '@/lib/aivss/factors'
import { bug } from '@/lib/base/assert'
import { LAYERS, type LayerId } from '@/lib/maestro/layers'

const PROFILE = ['name', 'kind', 'vendor', 'description', 'tags', 'summary'] as const
const LINKS = ['links.listing', 'links.repository', 'links.homepage'] as const
const FORMULA = ['formula', 'factorSet'] as const
const INPUTS = ['cvss', 'threatMultiplier', 'mitigationFactor'] as const

/**
 * One thing that a person writes or chooses, by where it stands in the document. Fields are the unit of everything in
 * the editor: they merge, conflict, are held back and taken back one by one.
 */
export type FieldId =
  | (typeof PROFILE)[number]
  | (typeof LINKS)[number]
  | (typeof FORMULA)[number]
  | (typeof INPUTS)[number]
  | `${(typeof INPUTS)[number]}.rationale`
  | `factors.${FactorId}`
  | `factors.${FactorId}.rationale`
  | `factors.${FactorId}.evidence`
  | `layers.${LayerId}.certainty`
  | `layers.${LayerId}.narrative`

/** Everything as the text that was typed, so that nothing is lost on the way to a number; lists as JSON. */
export type Fields = Readonly<Record<FieldId, string>>

const NAMES: Readonly<Record<string, string>> = {
  name: 'Name',
  kind: 'Kind',
  vendor: 'Vendor',
  description: 'Description',
  tags: 'Tags',
  summary: 'Summary',
  'links.listing': 'Listing link',
  'links.repository': 'Repository link',
  'links.homepage': 'Homepage link',
  formula: 'Formula',
  factorSet: 'Factor set',
  cvss: 'CVSS',
  threatMultiplier: 'Threat multiplier',
  mitigationFactor: 'Mitigation factor',
}

/** In the order of the page, each with the name that a person knows it by. */
export const FIELDS: readonly { readonly id: FieldId; readonly name: string }[] = [
  ...[...PROFILE, ...LINKS, ...FORMULA].map((id) => ({ id, name: NAMES[id] ?? id })),
  ...INPUTS.flatMap((id) => [
    { id, name: NAMES[id] ?? id },
    { id: `${id}.rationale` as const, name: `${NAMES[id] ?? id}, rationale` },
  ]),
  ...FACTOR_IDS.flatMap((id) => [
    { id: `factors.${id}` as const, name: FACTORS[id].name },
    { id: `factors.${id}.rationale` as const, name: `${FACTORS[id].name}, rationale` },
    { id: `factors.${id}.evidence` as const, name: `${FACTORS[id].name}, evidence` },
  ]),
  ...LAYERS.flatMap(({ id, name }) => [
    { id: `layers.${id}.certainty` as const, name: `${id} ${name}, certainty` },
    { id: `layers.${id}.narrative` as const, name: `${id} ${name}, narrative` },
  ]),
]

const BY_ID: ReadonlyMap<string, FieldId> = new Map(FIELDS.map(({ id }) => [id, id]))
const NAME_OF: ReadonlyMap<FieldId, string> = new Map(FIELDS.map(({ id, name }) => [id, name]))

export const fieldName = (id: FieldId): string => NAME_OF.get(id) ?? id

export function fieldsOf(textOf: (id: FieldId) => string): Fields {
  const record = Object.fromEntries(FIELDS.map(({ id }) => [id, textOf(id)]))
  return isFields(record) ? record : bug('a field has no text')
}

/** Whether every field is there; used on what a browser has kept, too. */
export const isFields = (record: Readonly<Record<string, unknown>>): record is Fields =>
  FIELDS.every(({ id }) => typeof record[id] === 'string')

/** The field that a path of the document lies in: `factors.autonomy.evidence[0].url` is in the evidence of a factor. */
export function fieldAt(path: string): FieldId | undefined {
  const parts = path.replace(/\[\d+\]/g, '').split('.')
  for (let length = parts.length; length > 0; length -= 1) {
    const found = BY_ID.get(parts.slice(0, length).join('.'))
    if (found) return found
  }
  return BY_ID.get(`${path}.narrative`)
}
