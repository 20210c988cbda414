import type { AgentFilters } from '@/lib/agents/lists/filters'
import { Prisma } from '@/lib/db/client'
import { carrying, duringDays, type Meant, traitConditions, type Way } from '@/lib/search/conditions'
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
  ...carrying(
    [
      ...(filters.visibility === undefined ? [] : [FACETS.visibility(filters.visibility)]),
      ...(filters.draft === undefined ? [] : [FACETS.draft(filters.draft)]),
    ],
    way,
  ),
  ...(filters.outdated === undefined ? [] : [isOutdated(workspaceId)]),
]

/** The same age as `isTooOld` (lib/report/outdated.ts), by the clock of the database. */
const isOutdated = (workspaceId: string): Prisma.Sql => Prisma.sql`c.published_at <
  now() - (SELECT outdated_after_days FROM workspaces WHERE id = ${workspaceId}::uuid) * interval '24 hours'`
