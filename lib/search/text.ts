import type { Draft } from '@/lib/assessment/document'
import { LAYER_IDS } from '@/lib/maestro/layers'
import { searchVector, type WeightedText, wordsOf } from '@/lib/search/words'

/** What a search finds of a document, what counts most first. Evidence is quoted from elsewhere and not searched. */
export const searchTexts = (document: Draft): readonly WeightedText[] => [
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

const rationalesOf = ({ cvss, threatMultiplier, mitigationFactor, factors = {} }: Draft): readonly string[] =>
  [cvss, threatMultiplier, mitigationFactor, ...Object.values(factors)].map((part) => part?.rationale ?? '')
