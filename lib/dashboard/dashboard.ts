import type { Authorized } from '@/lib/access/authorize'
import {
  listMostUncertain,
  listOpenDrafts,
  listRiskiest,
  listStalest,
  type OpenDraft,
  type RiskyAgent,
  type StaleAgent,
  type UncertainAgent,
} from '@/lib/dashboard/attention'
import { type Deed, listDeeds, listSaves } from '@/lib/dashboard/colleagues'
import { getMovement, type Movement } from '@/lib/dashboard/movement'
import { getStanding, type Standing } from '@/lib/dashboard/standing'

export type Dashboard = {
  readonly standing: Standing
  readonly movement: Movement
  readonly riskiest: readonly RiskyAgent[]
  readonly mostUncertain: readonly UncertainAgent[]
  readonly stalest: readonly StaleAgent[]
  readonly drafts: readonly OpenDraft[]
  readonly deeds: readonly Deed[]
}

/** Whoever may read the audit log is told in its words what others did; anybody else, what the list of agents tells. */
export async function getDashboard(
  right: Authorized<'agent.read'>,
  since: Date,
  audit: Authorized<'audit.read'> | null,
): Promise<Dashboard> {
  // What takes longest is asked for first.
  const [movement, standing, riskiest, mostUncertain, stalest, drafts, deeds] = await Promise.all([
    getMovement(right, since),
    getStanding(right),
    listRiskiest(right),
    listMostUncertain(right),
    listStalest(right),
    listOpenDrafts(right),
    audit ? listDeeds(audit) : listSaves(right),
  ])
  return { standing, movement, riskiest, mostUncertain, stalest, drafts, deeds }
}
