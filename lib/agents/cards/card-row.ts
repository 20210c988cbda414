import { figureColumns, profileColumns } from '@/lib/agents/cards/columns'
import type { Shown } from '@/lib/agents/cards/movement'
import { draftStateOf } from '@/lib/agents/drafts/draft-state'
import type { AgentId } from '@/lib/agents/lock'
import type { Visibility } from '@/lib/agents/publishing/visibility'
import type { Draft } from '@/lib/assessment/document'
import { column, type Row } from '@/lib/db/row'
import { FACETS, figureFacets, profileFacets } from '@/lib/search/facets'
import { documentVector } from '@/lib/search/text'

/** An agent and its draft, as they are stored. */
export type Written = {
  readonly slug: string
  readonly visibility: Visibility
  readonly document: Draft
  readonly version: number
  readonly publishedVersion: number | null
  readonly updatedAt: Date
  readonly updatedBy: string | null
}

/** What the card of an agent says: who it is by its draft, what it scores by the revision that is shown. */
export function cardRow(
  { workspaceId, agentId }: AgentId,
  { document, ...agent }: Written,
  shown: (Shown & { readonly name: string }) | null,
): Row {
  const state = draftStateOf({ ...agent, hasRevision: shown !== null })
  const profile = { kind: document.kind ?? 'other', vendor: document.vendor ?? '', tags: document.tags ?? [] }
  const facets = [
    ...profileFacets(profile),
    FACETS.visibility(agent.visibility),
    FACETS.draft(state),
    ...(shown ? figureFacets(shown.figures) : []),
  ]
  return {
    agent_id: column('uuid', agentId),
    workspace_id: column('uuid', workspaceId),
    slug: column('text', agent.slug),
    ...profileColumns(document.name || shown?.name || agent.slug, profile),
    visibility: column('text', agent.visibility),
    draft_state: column('text', state),
    version: column('int', agent.version),
    updated_at: column('timestamptz', agent.updatedAt),
    updated_by: column('uuid', agent.updatedBy),
    number: column('int', shown?.number ?? null),
    published_at: column('timestamptz', shown?.publishedAt ?? null),
    ...figureColumns(shown?.figures ?? null),
    score_key: column('smallint', shown?.figures.scoreTenths ?? BELOW_EVERY_SCORE),
    facets: column('text[]', facets),
    words: column('tsvector', documentVector(document)),
  }
}

const BELOW_EVERY_SCORE = -1
