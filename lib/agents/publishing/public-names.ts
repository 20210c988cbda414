import { err, ok, type Result } from '@/lib/base/result'
import type { Queryable } from '@/lib/db/client'

type Claim = { readonly workspaceId: string; readonly agentId: string; readonly slug: string }

/** First come, for good: nobody else gets the name, also while the agent is not listed, so no quoted link is taken over. */
export async function claimPublicName(
  tx: Queryable,
  { workspaceId, agentId, slug }: Claim,
): Promise<Result<undefined, 'name-taken'>> {
  const claimed = await tx.$executeRaw`
    INSERT INTO public_names AS held (slug, workspace_id, agent_id, claimed_at)
    VALUES (${slug}, ${workspaceId}::uuid, ${agentId}::uuid, clock_timestamp())
    ON CONFLICT (slug) DO UPDATE SET claimed_at = excluded.claimed_at WHERE held.agent_id = excluded.agent_id`
  return claimed === 1 ? ok(undefined) : err('name-taken')
}

/** The name under which the agent is, was last, or will be listed. */
export async function findPublicName(
  tx: Queryable,
  { workspaceId, agentId }: Omit<Claim, 'slug'>,
): Promise<string | undefined> {
  const newest = await tx.publicName.findFirst({
    where: { workspaceId, agentId },
    orderBy: [{ claimedAt: 'desc' }, { slug: 'asc' }],
    select: { slug: true },
  })
  return newest?.slug
}
