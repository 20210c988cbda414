import type { Authorized } from '@/lib/access/authorize'
import { database } from '@/lib/db/client'
import { revisionNumberSchema } from '@/lib/library/names'
import { readReport } from '@/lib/library/read-report'
import type { PublishedReport } from '@/lib/report/published-report'

/** A published revision for members, whatever the visibility of its agent; what was withdrawn is closed to them too. */
export async function findMembersReport(
  { workspaceId }: Authorized<'agent.read'>,
  agentId: string,
  number?: number,
): Promise<PublishedReport | null> {
  if (number !== undefined && !revisionNumberSchema.safeParse(number).success) return null
  const newest = await database().revision.findFirst({
    where: { workspaceId, agentId, withdrawnAt: null, agent: { is: { deletedAt: null } } },
    orderBy: { number: 'desc' },
    select: { number: true, agent: { select: { workspace: { select: { publicName: true } } } } },
  })
  if (!newest) return null
  const publisher = newest.agent.workspace.publicName
  return readReport({ publisher, agentId, number: number ?? newest.number })
}
