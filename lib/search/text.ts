import { FACTOR_IDS, FACTORS } from '@/lib/aivss/factors'
import type { Draft } from '@/lib/assessment/document'
import { LAYER_IDS, LAYERS } from '@/lib/maestro/layers'
import type { Place } from '@/lib/search/highlight'
import { searchVector, type WeightedText, wordsOf } from '@/lib/search/words'

/** What a search finds of a document, what counts most first. Evidence is quoted from elsewhere and not searched. */
const searchTexts = (document: Draft): readonly WeightedText[] => [
  { weight: 'A', text: document.name ?? '' },
  { weight: 'B', text: [document.vendor ?? '', ...(document.tags ?? [])].join(' ') },
  { weight: 'C', text: [document.summary ?? '', document.description ?? ''].join(' ') },
  {
    weight: 'D',
    text: [...LAYER_IDS.map((id) => document.layers?.[id]?.narrative ?? ''), ...rationalesOf(document)].join(
      ' ',
    ),
  },
]

export const documentVector = (document: Draft): string => searchVector(searchTexts(document))

/** The words of all of it, each once. */
export const documentWords = (document: Draft): readonly string[] =>
  wordsOf(
    searchTexts(document)
      .map(({ text }) => text)
      .join(' '),
  )

/** Where a search finds something in a document, besides its name: as it is called there, and what it says. */
export const placesOf = (document: Draft): readonly Place[] =>
  [
    { where: 'Vendor', text: document.vendor ?? '' },
    { where: 'Tags', text: (document.tags ?? []).join(', ') },
    { where: 'Summary', text: document.summary ?? '' },
    { where: 'Description', text: document.description ?? '' },
    ...LAYERS.map(({ id, name }) => ({
      where: `${id} ${name}`,
      text: document.layers?.[id]?.narrative ?? '',
    })),
    ...FACTOR_IDS.map((id) => ({
      where: `Rationale of ${FACTORS[id].name}`,
      text: document.factors?.[id]?.rationale ?? '',
    })),
    { where: 'Rationale of the CVSS base', text: document.cvss?.rationale ?? '' },
    { where: 'Rationale of the threat multiplier', text: document.threatMultiplier?.rationale ?? '' },
    { where: 'Rationale of the mitigation factor', text: document.mitigationFactor?.rationale ?? '' },
  ].filter(({ text }) => text !== '')

const rationalesOf = ({ cvss, threatMultiplier, mitigationFactor, factors = {} }: Draft): readonly string[] =>
  [cvss, threatMultiplier, mitigationFactor, ...Object.values(factors)].map((part) => part?.rationale ?? '')
