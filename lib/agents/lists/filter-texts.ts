import type { DraftState } from '@/lib/agents/drafts/draft-state'
import type { AgentColumn, AgentFilters } from '@/lib/agents/lists/filters'
import type { AgentListSort } from '@/lib/agents/lists/sorts'
import { VISIBILITY_LABELS } from '@/lib/agents/publishing/visibility'
import { FACTORS } from '@/lib/aivss/factors'
import { type Chip, chip, daysText, traitChips } from '@/lib/search/trait-texts'

export const DRAFT_FILTER_LABELS: Readonly<Record<DraftState, string>> = {
  'draft-only': 'Draft only',
  changed: 'Unpublished changes',
  published: 'Published as it is',
}

export const SORT_LABELS: Readonly<Record<AgentListSort, string>> = {
  '-updated': 'Last saved',
  updated: 'First saved',
  name: 'Name, A to Z',
  '-name': 'Name, Z to A',
  '-score': 'Highest score',
  score: 'Lowest score',
  '-published': 'Last published',
  published: 'First published',
  '-openLayers': 'Most uncertain',
}

export const COLUMN_LABELS: Readonly<Record<AgentColumn, string>> = {
  score: 'Score',
  kind: 'Kind',
  vendor: 'Vendor',
  tags: 'Tags',
  visibility: 'Visibility',
  draft: 'Draft',
  revision: 'Revision',
  published: 'Published',
  updated: 'Last saved',
  cvss: 'CVSS base',
  threat: 'Threat multiplier',
  mitigation: 'Mitigation factor',
  openLayers: 'Uncertain layers',
  autonomy: FACTORS.autonomy.name,
  goalPlanning: FACTORS.goalPlanning.name,
  selfModification: FACTORS.selfModification.name,
  toolUse: FACTORS.toolUse.name,
  memory: FACTORS.memory.name,
  context: FACTORS.context.name,
  language: FACTORS.language.name,
  identity: FACTORS.identity.name,
  multiAgent: FACTORS.multiAgent.name,
  nonDeterminism: FACTORS.nonDeterminism.name,
  opacity: FACTORS.opacity.name,
}

/** All that the list is narrowed down by, in words. */
export const agentChips = (filters: AgentFilters): readonly Chip[] => [
  ...traitChips(filters),
  ...chip('visibility', filters.visibility, (visibility) => VISIBILITY_LABELS[visibility]),
  ...chip('draft', filters.draft, (state) => DRAFT_FILTER_LABELS[state]),
  ...chip('updated', filters.updated, (range) => daysText('Saved', range)),
  ...chip('outdated', filters.outdated, () => 'Outdated reports'),
]
