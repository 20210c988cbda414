import { FACTOR_IDS, FACTOR_SETS, FACTORS, type FactorId } from '@/lib/aivss/factors'
import { formulaOf } from '@/lib/aivss/formulas'
import type { Draft } from '@/lib/assessment/document'
import { KIND_LABELS } from '@/lib/assessment/kinds'
import { cvssInputOf } from '@/lib/assessment/score-inputs'
import { CERTAINTY_TEXTS } from '@/lib/maestro/certainty'
import { LAYERS, type Layer } from '@/lib/maestro/layers'

/** One entry of a list: a tag, a link with what it leads to, a piece of evidence with its source. */
export type ListItem = { readonly text: string; readonly url: string | null }

type Place = { readonly path: string; readonly label: string }

/** A field of a document as it is compared: where it stands, what it is called, and how to read it. */
export type DocumentField = Place &
  (
    | {
        readonly kind: 'figure'
        readonly places: number
        readonly read: (draft: Draft) => number | undefined
      }
    | { readonly kind: 'text' | 'choice'; readonly read: (draft: Draft) => string | undefined }
    | { readonly kind: 'list'; readonly read: (draft: Draft) => readonly ListItem[] }
  )

type ReadText = (draft: Draft) => string | undefined

const text = (path: string, label: string, read: ReadText): DocumentField => ({
  path,
  label,
  kind: 'text',
  read,
})

const choice = (path: string, label: string, read: ReadText): DocumentField => ({
  path,
  label,
  kind: 'choice',
  read,
})

const figure = (
  path: string,
  label: string,
  places: number,
  read: (draft: Draft) => number | undefined,
): DocumentField => ({ path, label, kind: 'figure', places, read })

const list = (path: string, label: string, read: (draft: Draft) => readonly ListItem[]): DocumentField => ({
  path,
  label,
  kind: 'list',
  read,
})

const LINK_LABELS = { listing: 'Listing', repository: 'Repository', homepage: 'Homepage' } as const

const linksOf = ({ links = {} }: Draft): readonly ListItem[] =>
  (['listing', 'repository', 'homepage'] as const).flatMap((id) => {
    const url = links[id]
    return url === undefined ? [] : [{ text: LINK_LABELS[id], url }]
  })

/** The base that a score would start from, whether it is asserted or follows from a vector. */
const baseOf = ({ cvss = {} }: Draft): number | undefined =>
  cvss.base === undefined && cvss.vector === undefined ? undefined : cvssInputOf(cvss).baseTenths / 10

const factorFields = (id: FactorId): readonly DocumentField[] => [
  figure(`factors.${id}.value`, FACTORS[id].name, 2, ({ factors }) => factors?.[id]?.value),
  text(
    `factors.${id}.rationale`,
    `${FACTORS[id].name}: rationale`,
    ({ factors }) => factors?.[id]?.rationale,
  ),
  list(`factors.${id}.evidence`, `${FACTORS[id].name}: evidence`, ({ factors }) =>
    (factors?.[id]?.evidence ?? []).map((piece) => ({ text: piece.text ?? '', url: piece.url ?? null })),
  ),
]

const layerFields = ({ id, name }: Layer): readonly DocumentField[] => [
  choice(`layers.${id}.certainty`, `${id} ${name}: certainty`, ({ layers }) => {
    const certainty = layers?.[id]?.certainty
    return certainty && CERTAINTY_TEXTS[certainty].label
  }),
  text(`layers.${id}.narrative`, `${id} ${name}`, ({ layers }) => layers?.[id]?.narrative),
]

/** Every field of a document but its version, in the order of the document. */
export const DOCUMENT_FIELDS: readonly DocumentField[] = [
  text('name', 'Name', ({ name }) => name),
  choice('kind', 'Kind', ({ kind }) => kind && KIND_LABELS[kind]),
  text('vendor', 'Vendor', ({ vendor }) => vendor),
  text('description', 'Description', ({ description }) => description),
  list('links', 'Links', linksOf),
  list('tags', 'Tags', ({ tags = [] }) => tags.map((tag) => ({ text: tag, url: null }))),
  text('summary', 'Summary', ({ summary }) => summary),
  choice('formula', 'Formula', ({ formula }) => formulaOf(formula).title),
  choice('factorSet', 'Factor set', ({ factorSet }) => FACTOR_SETS[factorSet].name),
  figure('cvss.base', 'CVSS base', 1, baseOf),
  text('cvss.vector', 'CVSS vector', ({ cvss }) => cvss?.vector),
  text('cvss.rationale', 'CVSS: rationale', ({ cvss }) => cvss?.rationale),
  figure('threatMultiplier.value', 'Threat multiplier', 2, ({ threatMultiplier }) => threatMultiplier?.value),
  text(
    'threatMultiplier.rationale',
    'Threat multiplier: rationale',
    ({ threatMultiplier }) => threatMultiplier?.rationale,
  ),
  figure('mitigationFactor.value', 'Mitigation factor', 2, ({ mitigationFactor }) => mitigationFactor?.value),
  text(
    'mitigationFactor.rationale',
    'Mitigation factor: rationale',
    ({ mitigationFactor }) => mitigationFactor?.rationale,
  ),
  ...FACTOR_IDS.flatMap(factorFields),
  ...LAYERS.flatMap(layerFields),
]
