import type { PublishedFigures } from '@/lib/agents/cards/figures'
import type { DraftState } from '@/lib/agents/drafts/draft-state'
import type { Visibility } from '@/lib/agents/publishing/visibility'
import type { Severity } from '@/lib/aivss/severity'
import type { Kind } from '@/lib/assessment/kinds'
import { type AgentKey, draftKeyOf } from '@/lib/compare/address'

/** An agent in a list of its workspace. */
export type AgentLine = {
  readonly id: string
  readonly version: number
  readonly slug: string
  readonly name: string
  readonly kind: Kind
  readonly vendor: string
  readonly tags: readonly string[]
  readonly visibility: Visibility
  readonly draft: DraftState
  /** The newest revision that is not withdrawn. */
  readonly latest: LatestRevision | null
  readonly savedAt: Date
  readonly savedBy: string
}

export type LatestRevision = {
  readonly number: number
  readonly score: number
  readonly severity: Severity
  readonly publishedAt: Date
  /** Older than the workspace lets a report become. */
  readonly isOutdated: boolean
  /** What the score depends on, as integers. */
  readonly figures: Pick<
    PublishedFigures,
    'formula' | 'baseTenths' | 'threatHundredths' | 'mitigationHundredths' | 'ratings' | 'uncertain'
  >
}

/** How it enters a comparison: as what is published, or as its draft where nothing is. */
export const comparedKeyOf = ({ slug, latest }: AgentLine): AgentKey =>
  latest === null ? draftKeyOf(slug) : slug
