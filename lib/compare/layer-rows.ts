import type { Draft } from '@/lib/assessment/document'
import { CERTAINTY_TEXTS, type Certainty } from '@/lib/maestro/certainty'
import { LAYERS, type LayerId } from '@/lib/maestro/layers'

/** One layer over all agents. */
export type LayerRow = {
  readonly id: LayerId
  readonly name: string
  /** One for each agent, in the order of the agents. */
  readonly cells: readonly LayerCell[]
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
    return { id, name, cells, certaintyDiffers: new Set(cells.map(({ certainty }) => certainty)).size > 1 }
  })
