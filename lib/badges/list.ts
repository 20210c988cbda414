import type { Authorized } from '@/lib/access/authorize'
import { namesOf } from '@/lib/accounts/names'
import { BADGES_MAX } from '@/lib/badges/create'
import { database } from '@/lib/db/client'

/** A badge address as the members of its workspace see it. */
export type BadgeLine = {
  readonly id: string
  readonly code: string
  /** The pinned revision; null for the latest. */
  readonly number: number | null
  /** The pinned revision cannot be shown any more. */
  readonly isWithdrawn: boolean
  readonly createdAt: Date
  readonly createdBy: string
}

/** The newest first. */
export async function listBadges(
  { workspaceId }: Authorized<'agent.read'>,
  agentId: string,
): Promise<readonly BadgeLine[]> {
  const rows = await database().badge.findMany({
    where: { workspaceId, agentId },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: BADGES_MAX,
    select: {
      id: true,
      code: true,
      number: true,
      createdAt: true,
      createdBy: true,
      revision: { select: { withdrawnAt: true } },
    },
  })
  const nameOf = await namesOf(rows.map(({ createdBy }) => createdBy))
  return rows.map(({ revision, createdBy, ...row }) => ({
    ...row,
    isWithdrawn: revision !== null && revision.withdrawnAt !== null,
    createdBy: nameOf(createdBy),
  }))
}
