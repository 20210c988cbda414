import type { Authorized } from '@/lib/access/authorize'
import { database } from '@/lib/db/client'

/** What a report is signed with unless its publisher says something else. */
export async function getDefaultByline({ workspaceId }: Authorized<'agent.publish'>): Promise<string> {
  const { byline } = await database().workspace.findUniqueOrThrow({
    where: { id: workspaceId },
    select: { byline: true },
  })
  return byline
}
