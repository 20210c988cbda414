import type { Certainty } from '@/lib/maestro/certainty'

export type LayerEntry = {
  /** Empty as long as it is not chosen. */
  readonly certainty: '' | Certainty
  readonly narrative: string
}
