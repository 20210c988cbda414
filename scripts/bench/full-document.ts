import type { AssessmentDocument } from '@/lib/assessment/document'
import { bug } from '@/lib/base/assert'
import { readDemoFiles } from '@/lib/demo/files'
import { LAYER_IDS } from '@/lib/maestro/layers'

export const NARRATIVE_LENGTH = 10_000

/**
 * A document as somebody leaves it who has written much: a demo report, with the narratives of all of them in the first
 * layer. Its base leaves the factors room, so that a slider moves the score and not only the derivation.
 */
export function fullDocument(): AssessmentDocument {
  const documents = readDemoFiles().map(({ document }) => document)
  const texts = documents.flatMap(({ layers }) => LAYER_IDS.map((id) => layers[id].narrative))
  const all = texts.join('\n\n')
  const [first = bug('the demo library is empty')] = documents
  const { layers, factors } = first
  return {
    ...first,
    cvss: { base: 5, rationale: first.cvss.rationale },
    factors: { ...factors, autonomy: { ...factors.autonomy, value: 0 } },
    layers: { ...layers, L1: { ...layers.L1, narrative: all.slice(0, NARRATIVE_LENGTH) } },
  }
}
