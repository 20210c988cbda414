import type { Authorized } from '@/lib/access/authorize'
import { type AgentKey, draftKeyOf } from '@/lib/compare/address'
import { type Change, listNetChanges, type NetChange } from '@/lib/dashboard/net-change'
import { type Reason, reasonsSince } from '@/lib/dashboard/reasons'

export type MovedAgent = NetChange & {
  /** How it enters a comparison: as its draft where nothing is published any more. */
  readonly key: AgentKey | null
  readonly reason: Reason | null
}

export type MovedAgents = {
  readonly change: Change
  readonly agents: number
  readonly isOfSeveralFormulas: boolean
  readonly shown: readonly MovedAgent[]
}

export type Movement = {
  readonly since: Date
  /** More steps changed a score than are looked at: agents that moved only before those are not among these. */
  readonly isBounded: boolean
  /** One for each way to change, those that no agent went among them. */
  readonly changes: readonly MovedAgents[]
}

const SHOWN_OF_EACH = 5

export const getMovement = (right: Authorized<'agent.read'>, since: Date): Promise<Movement> =>
  movementOf(right, since, { ofEach: SHOWN_OF_EACH })

export const MOVED_PAGE_ROWS = 50

/** All that changed in one way, page by page. */
export const listMoved = (
  right: Authorized<'agent.read'>,
  since: Date,
  change: Change,
  page: number,
): Promise<Movement> =>
  movementOf(right, since, { change, from: (page - 1) * MOVED_PAGE_ROWS, rowsMax: MOVED_PAGE_ROWS })

async function movementOf(
  right: Authorized<'agent.read'>,
  since: Date,
  places: Parameters<typeof listNetChanges>[2],
): Promise<Movement> {
  const { isBounded, changes } = await listNetChanges(right, since, places)
  const ids = changes.flatMap(({ shown }) => shown.map(({ agentId }) => agentId))
  const reasons = await reasonsSince(right, since, ids)
  return {
    since,
    isBounded,
    changes: changes.map(({ shown, ...counted }) => ({
      ...counted,
      shown: shown.map((moved) => ({
        ...moved,
        key: keyOf(moved),
        reason: reasons.get(moved.agentId) ?? null,
      })),
    })),
  }
}

const keyOf = ({ slug, after }: NetChange): AgentKey | null =>
  slug !== null && after === null ? draftKeyOf(slug) : slug
