import type { Authorized } from '@/lib/access/authorize'
import { lockLivingAgent } from '@/lib/agents/lock'
import { openToLinks } from '@/lib/agents/publishing/show'
import { err, ok, type Result } from '@/lib/base/result'
import { AGENTS_MIN } from '@/lib/compare/compared-agent'
import type { Queryable } from '@/lib/db/client'
import { transact } from '@/lib/db/transact'
import { countOpen, type MadeShare, OPEN_SHARES_MAX, type ShareTerms, storeShare } from '@/lib/shares/create'
import { lockWorkspace } from '@/lib/workspaces/members'

export type NewComparisonShare = ShareTerms & {
  readonly comparisonId: string
  /** Whether its private agents are opened to whoever has a link; else they are left out of what the link shows. */
  readonly opensPrivate: boolean
}

/** `too-few`: fewer than two of its agents could be read by link. */
export type ComparisonShareRefusal = 'not-found' | 'too-few' | 'too-many'

export const createComparisonShare = (
  right: Authorized<'agent.share'>,
  share: NewComparisonShare,
): Promise<Result<MadeShare, ComparisonShareRefusal>> => transact((tx) => insert(tx, right, share))

async function insert(
  tx: Queryable,
  right: Authorized<'agent.share'>,
  { comparisonId, opensPrivate, ...terms }: NewComparisonShare,
): Promise<Result<MadeShare, ComparisonShareRefusal>> {
  const { workspaceId, userId } = right
  await lockWorkspace(tx, workspaceId)
  const comparison = await tx.comparison.findFirst({
    where: { id: comparisonId, workspaceId },
    // In one order for everybody who takes several of these locks; an agent may stand beside its own draft.
    select: { agents: { select: { agentId: true }, distinct: 'agentId', orderBy: { agentId: 'asc' } } },
  })
  if (!comparison) return err('not-found')
  if ((await countOpen(tx, workspaceId)) >= OPEN_SHARES_MAX) return err('too-many')
  let readable = 0
  for (const { agentId } of comparison.agents) {
    const id = { workspaceId, agentId }
    const agent = await lockLivingAgent(tx, id)
    if (!agent || !(await isPublished(tx, id))) continue
    if (agent.visibility === 'private' && !opensPrivate) continue
    if (agent.visibility === 'private') await openToLinks(tx, { ...id, userId })
    readable += 1
  }
  if (readable < AGENTS_MIN) return err('too-few')
  return ok(await storeShare(tx, right, { kind: 'comparison', comparisonId }, terms))
}

const isPublished = async (
  tx: Queryable,
  id: { readonly workspaceId: string; readonly agentId: string },
): Promise<boolean> =>
  (await tx.revision.findFirst({ where: { ...id, withdrawnAt: null }, select: { number: true } })) !== null
