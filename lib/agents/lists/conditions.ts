import type { AgentFilters } from '@/lib/agents/lists/filters'
import { AGENT_SORT_DEFAULT, type AgentListSort } from '@/lib/agents/lists/sorts'
import { Prisma } from '@/lib/db/client'
import {
  type Carried,
  carrying,
  duringDays,
  type Meant,
  traitConditions,
  type Way,
} from '@/lib/search/conditions'
import { FACETS } from '@/lib/search/facets'

/** What stands in an address, as conditions on the cards `c` of a workspace. */
export const agentConditions = (
  workspaceId: string,
  filters: AgentFilters,
  way: Way,
  meant?: Meant,
): Prisma.Sql[] => [
  Prisma.sql`c.workspace_id = ${workspaceId}::uuid`,
  ...traitConditions(filters, 'score_key', way, meant),
  ...duringDays(Prisma.sql`c.updated_at`, filters.updated),
  ...carrying(facetsAsked(filters), way),
  ...(filters.outdated === undefined ? [] : [isOutdated(workspaceId)]),
]

const facetsAsked = ({ visibility, draft }: AgentFilters): readonly Carried[] => [
  ...(visibility === undefined
    ? []
    : [{ facet: FACETS.visibility(visibility), is: Prisma.sql`c.visibility = ${visibility}` }]),
  ...(draft === undefined ? [] : [{ facet: FACETS.draft(draft), is: Prisma.sql`c.draft_state = ${draft}` }]),
]

/** Whether the indexes of these orders hold all that is asked for (prisma/migrations: told_by_indexes, told_by_scores). */
export const isToldByIndex = (
  { q, tag, vendor, uncertain }: AgentFilters,
  sort: AgentListSort = AGENT_SORT_DEFAULT,
): boolean => TOLD_SORTS.includes(sort) && [q, tag, vendor, uncertain].every((asked) => asked === undefined)

const TOLD_SORTS: readonly AgentListSort[] = ['updated', '-updated', 'score', '-score']

/** The same age as `isTooOld` (lib/report/outdated.ts), by the clock of the database. */
const isOutdated = (workspaceId: string): Prisma.Sql => Prisma.sql`c.published_at <
  now() - (SELECT outdated_after_days FROM workspaces WHERE id = ${workspaceId}::uuid) * interval '24 hours'`
