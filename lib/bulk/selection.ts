import type { Authorized } from '@/lib/access/authorize'
import { agentConditions } from '@/lib/agents/lists/conditions'
import type { AgentFilters } from '@/lib/agents/lists/filters'
import type { DeedKind } from '@/lib/bulk/deed-kinds'
import type { DEED_ACTIONS } from '@/lib/bulk/deeds'
import { database, Prisma } from '@/lib/db/client'

/** Which agents of the workspace are meant: those that are ticked, or all that a list shows on all its pages. */
export type Selection =
  | { readonly kind: 'ticked'; readonly agentIds: readonly string[] }
  | { readonly kind: 'matching'; readonly filters: AgentFilters }

/** The right to begin any run. */
export type RightToBegin = Authorized<(typeof DEED_ACTIONS)[DeedKind]>

/** As a condition on cards called `c`. */
export const selected = (workspaceId: string, selection: Selection): Prisma.Sql =>
  Prisma.join(
    selection.kind === 'matching'
      ? agentConditions(workspaceId, selection.filters, 'lookup')
      : [
          Prisma.sql`c.workspace_id = ${workspaceId}::uuid`,
          Prisma.sql`c.agent_id = ANY(${[...selection.agentIds]}::uuid[])`,
        ],
    ' AND ',
  )

/** Which agents these rows are, whatever they are called and in whichever order they are. */
export const FINGERPRINT = Prisma.sql`
  coalesce(encode(sha256(convert_to(string_agg(agent_id::text, ',' ORDER BY agent_id), 'UTF8')), 'hex'), '')`

/** Those that have these addresses, in no order, and the addresses that nothing is at. */
export async function findTicked(
  { workspaceId }: RightToBegin,
  slugs: readonly string[],
): Promise<{ readonly selection: Selection; readonly missing: readonly string[] }> {
  const cards = await database().agentCard.findMany({
    where: { workspaceId, slug: { in: [...slugs] } },
    select: { agentId: true, slug: true },
  })
  const found = new Set(cards.map(({ slug }) => slug))
  return {
    selection: { kind: 'ticked', agentIds: cards.map(({ agentId }) => agentId) },
    missing: slugs.filter((slug) => !found.has(slug)),
  }
}
