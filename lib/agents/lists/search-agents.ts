import { z } from 'zod'
import type { Authorized } from '@/lib/access/authorize'
import type { AgentFilters } from '@/lib/agents/lists/filters'
import { type FoundAgents, findAgents } from '@/lib/agents/lists/list'
import { readDraft } from '@/lib/assessment/read-stored'
import { database } from '@/lib/db/client'
import { findCorrected } from '@/lib/search/correct'
import { type Fragment, fragmentsOf } from '@/lib/search/highlight'
import type { Correction } from '@/lib/search/spelling'
import { placesOf } from '@/lib/search/text'
import { wordsOf } from '@/lib/search/words'

export type SearchedAgents = FoundAgents & {
  /** As they were understood. */
  readonly filters: AgentFilters
  readonly corrections: readonly Correction[]
  /** What was found besides the name, by the id of the agent. */
  readonly fragments: ReadonlyMap<string, readonly Fragment[]>
}

/** A page of the list, with its search understood and what it found cut out. */
export async function searchAgents(
  right: Authorized<'agent.read'>,
  asked: AgentFilters,
): Promise<SearchedAgents> {
  const { workspaceId } = right
  const {
    asked: filters,
    corrections,
    found,
  } = await findCorrected(workspaceId, asked, (understood) => findAgents(right, understood))
  return { ...found, filters, corrections, fragments: await cutOut(right, filters, found) }
}

const documents = z.array(z.object({ agent_id: z.string(), document: z.unknown() }))

/** Only the documents of this page are read. */
async function cutOut(
  { workspaceId }: Authorized<'agent.read'>,
  { q = '' }: AgentFilters,
  { agents }: FoundAgents,
): Promise<SearchedAgents['fragments']> {
  const words = wordsOf(q)
  if (words.length === 0 || agents.length === 0) return new Map()
  const ids = agents.map(({ id }) => id)
  const rows = documents.parse(
    await database().$queryRaw`
      SELECT d.agent_id, d.document FROM drafts d
      WHERE d.workspace_id = ${workspaceId}::uuid AND d.agent_id = ANY(${ids}::uuid[])`,
  )
  const nameOf = new Map(agents.map(({ id, name }) => [id, name]))
  return new Map(
    rows.map((row) => [
      row.agent_id,
      fragmentsOf(placesOf(readDraft(row.document)), words, nameOf.get(row.agent_id) ?? ''),
    ]),
  )
}
