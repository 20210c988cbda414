import type { Authorized } from '@/lib/access/authorize'
import { database } from '@/lib/db/client'
import { slugSchema } from '@/lib/library/names'

export type FoundAgent = { readonly agentId: string; readonly slug: string }

/**
 * The agent at an address of the workspace. One that is now elsewhere is found with its slug of today, which the caller
 * compares and redirects to; one in the trash is not found.
 */
export async function findAgent({ workspaceId }: Authorized, slug: string): Promise<FoundAgent | undefined> {
  if (!slugSchema.safeParse(slug).success) return undefined
  const row = await database().agent.findFirst({
    where: { workspaceId, deletedAt: null, OR: [{ slug }, { formerSlugs: { some: { slug } } }] },
    select: { id: true, slug: true },
  })
  return row ? { agentId: row.id, slug: row.slug } : undefined
}
