import type { Person } from '@/lib/access/actor'
import type { Authorized } from '@/lib/access/authorize'
import type { Role } from '@/lib/access/roles'
import { database } from '@/lib/db/client'

export type WorkspaceLine = { readonly slug: string; readonly publicName: string }

export const listWorkspacesOf = ({ userId }: Person): Promise<readonly WorkspaceLine[]> =>
  database().workspace.findMany({
    where: { memberships: { some: { userId } } },
    select: { slug: true, publicName: true },
    orderBy: { publicName: 'asc' },
  })

export type WorkspaceOverview = WorkspaceLine & {
  /** Of whoever asks. */
  readonly role: Role
  readonly members: number
  readonly agents: number
}

export async function getWorkspace({
  workspaceId,
  role,
}: Authorized<'workspace.read'>): Promise<WorkspaceOverview> {
  const { slug, publicName, _count } = await database().workspace.findUniqueOrThrow({
    where: { id: workspaceId },
    select: {
      slug: true,
      publicName: true,
      _count: { select: { memberships: true, agents: { where: { deletedAt: null } } } },
    },
  })
  return { slug, publicName, role, members: _count.memberships, agents: _count.agents }
}
