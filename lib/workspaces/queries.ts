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

export type WorkspaceHeading = WorkspaceLine & {
  /** Of whoever asks. */
  readonly role: Role
}

/** What stands above each of its pages. */
export async function getWorkspace({
  workspaceId,
  role,
}: Authorized<'workspace.read'>): Promise<WorkspaceHeading> {
  const { slug, publicName } = await database().workspace.findUniqueOrThrow({
    where: { id: workspaceId },
    select: { slug: true, publicName: true },
  })
  return { slug, publicName, role }
}
