import type { Draft } from '@/lib/assessment/document'
import { CERTAINTY_TEXTS, type Certainty } from '@/lib/maestro/certainty'
import { LAYERS, type LayerId } from '@/lib/maestro/layers'

/** One layer over all agents. */
export type LayerRow = {
  readonly id: LayerId
  readonly name: string
  /** One for each agent, in the order of the agents. */
  readonly cells: readonly LayerCell[]
  /** Between those who say it: what a draft has not said yet is no difference. */
  readonly certaintyDiffers: boolean
}

export type LayerCell = {
  /** Null where a draft does not say it yet. */
  readonly certainty: Certainty | null
  readonly text: string
  /** Markdown, as the author wrote it; null where there is none yet. */
  readonly narrative: string | null
}

export const layerRows = (documents: readonly Draft[]): readonly LayerRow[] =>
  LAYERS.map(({ id, name }) => {
    const cells = documents.map(({ layers }): LayerCell => {
      const certainty = layers?.[id]?.certainty ?? null
      const narrative = layers?.[id]?.narrative ?? ''
      return {
        certainty,
        text: certainty === null ? 'Not said yet' : CERTAINTY_TEXTS[certainty].label,
        narrative: narrative.trim() === '' ? null : narrative,
      }
    })
    const said = cells.flatMap(({ certainty }) => certainty ?? [])
    return { id, name, cells, certaintyDiffers: new Set(said).size > 1 }
  })
