import type { Authorized } from '@/lib/access/authorize'
import { type AgentKey, draftKeyOf } from '@/lib/compare/address'
import { namesOfAgents } from '@/lib/dashboard/names'
import {
  type Change,
  countSteps,
  listNetChanges,
  type NetChange,
  STEPS_LOOKED_AT_MAX,
} from '@/lib/dashboard/net-change'
import { type Reason, reasonsSince } from '@/lib/dashboard/reasons'

export type MovedAgent = NetChange & {
  readonly name: string
  /** Null for one in the trash, which has no address. */
  readonly slug: string | null
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
  const [steps, changes] = await Promise.all([countSteps(right, since), listNetChanges(right, since, places)])
  const ids = changes.flatMap(({ shown }) => shown.map(({ agentId }) => agentId))
  const [names, reasons] = await Promise.all([namesOfAgents(right, ids), reasonsSince(right, since, ids)])
  return {
    since,
    isBounded: steps > STEPS_LOOKED_AT_MAX,
    changes: changes.map(({ shown, ...counted }) => ({
      ...counted,
      shown: shown.flatMap((moved) => {
        const named = names.get(moved.agentId)
        if (!named) return []
        const { slug } = named
        const key = slug !== null && moved.after === null ? draftKeyOf(slug) : slug
        return [{ ...moved, ...named, key, reason: reasons.get(moved.agentId) ?? null }]
      }),
    })),
  }
}
