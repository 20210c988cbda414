import type { AgentId } from '@/lib/agents/lock'
import { findPublicName } from '@/lib/agents/publishing/public-names'
import { listRevision } from '@/lib/agents/publishing/publish'
import { readRevision } from '@/lib/assessment/read-stored'
import type { Queryable } from '@/lib/db/client'

/**
 * The public face of a listed agent, made anew from its newest revision that is not withdrawn, under the name that it
 * claimed last. Without such a revision there is none until the next is published; the number of the listed one is told.
 * `without` is one that is about to be withdrawn.
 */
export async function renewListing(
  tx: Queryable,
  { workspaceId, agentId }: AgentId,
  { without }: { readonly without?: number } = {},
): Promise<number | undefined> {
  const newest = await tx.revision.findFirst({
    where: {
      ...{ workspaceId, agentId, withdrawnAt: null },
      ...(without !== undefined && { number: { not: without } }),
    },
    orderBy: { number: 'desc' },
    select: { number: true, document: true, publishedAt: true },
  })
  const slug = await findPublicName(tx, { workspaceId, agentId })
  if (!newest || slug === undefined) return undefined
  const document = readRevision(newest.document)
  const { number, publishedAt } = newest
  await listRevision(tx, slug, number, { workspaceId, agentId, document, publishedAt })
  return number
}
