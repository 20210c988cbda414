import type { Authorized } from '@/lib/access/authorize'
import { renewShown } from '@/lib/agents/cards/shown'
import { type AgentId, lockLivingAgent } from '@/lib/agents/lock'
import { claimPublicName } from '@/lib/agents/publishing/public-names'
import type { Visibility } from '@/lib/agents/publishing/visibility'
import { recordAudit } from '@/lib/audit/record'
import { err, ok, type Result } from '@/lib/base/result'
import type { Queryable } from '@/lib/db/client'
import { transact } from '@/lib/db/transact'

type Hidden = Exclude<Visibility, 'listed'>
type By = { readonly workspaceId: string; readonly agentId: string; readonly userId: string }

/** Between private and shared by link; what is in the library is taken out by an owner. */
export const setVisibility = (
  { workspaceId, userId }: Authorized<'agent.publish'>,
  agentId: string,
  visibility: Hidden,
): Promise<Result<undefined, 'not-found' | 'listed'>> =>
  transact<undefined, 'not-found' | 'listed'>(async (tx) => {
    const id = { workspaceId, agentId }
    const agent = await lockLivingAgent(tx, id)
    if (!agent) return err('not-found')
    if (agent.visibility === 'listed') return err('listed')
    if (agent.visibility === visibility) return ok(undefined)
    await changeHidden(tx, { ...id, userId }, agent.visibility, visibility)
    return ok(undefined)
  })

/** Lets whoever has a link read a private agent, which its caller has locked. */
export const openToLinks = (tx: Queryable, by: By): Promise<void> => changeHidden(tx, by, 'private', 'link')

async function changeHidden(tx: Queryable, by: By, before: Hidden, after: Hidden): Promise<void> {
  await storeVisibility(tx, by, after)
  await recordAudit(tx, {
    workspaceId: by.workspaceId,
    userId: by.userId,
    action: 'agent.change-visibility',
    subject: { kind: 'agent', id: by.agentId },
    detail: { before, after },
  })
}

export type ListRefusal = 'not-found' | 'unpublished' | 'name-taken'

/** Puts an agent into the library under a public name, or gives the listed one another; its former ones lead there. */
export const listAgent = (
  { workspaceId, userId }: Authorized<'agent.list'>,
  agentId: string,
  publicName: string,
): Promise<Result<undefined, ListRefusal>> =>
  transact<undefined, ListRefusal>(async (tx) => {
    const id = { workspaceId, agentId }
    const agent = await lockLivingAgent(tx, id)
    if (!agent) return err('not-found')
    const claimed = await claimPublicName(tx, { ...id, slug: publicName })
    if (!claimed.ok) return claimed
    const number = await storeVisibility(tx, id, 'listed')
    if (number === undefined) return err('unpublished')
    await recordAudit(tx, {
      workspaceId,
      userId,
      action: 'agent.list',
      subject: { kind: 'agent', id: agentId },
      detail: { before: agent.visibility, publicName, number },
    })
    return ok(undefined)
  })

/** Takes an agent out of the library; the public name stays its own. */
export const unlistAgent = (
  { workspaceId, userId }: Authorized<'agent.list'>,
  agentId: string,
  visibility: Hidden,
): Promise<Result<undefined, 'not-found'>> =>
  transact<undefined, 'not-found'>(async (tx) => {
    const id = { workspaceId, agentId }
    const agent = await lockLivingAgent(tx, id)
    if (agent?.visibility !== 'listed') return err('not-found')
    await storeVisibility(tx, id, visibility)
    await recordAudit(tx, {
      workspaceId,
      userId,
      action: 'agent.unlist',
      subject: { kind: 'agent', id: agentId },
      detail: { after: visibility },
    })
    return ok(undefined)
  })

/** The number of the revision that is listed from here on is told. */
async function storeVisibility(
  tx: Queryable,
  { workspaceId, agentId }: AgentId,
  visibility: Visibility,
): Promise<number | undefined> {
  await tx.agent.update({ where: { workspaceId_id: { workspaceId, id: agentId } }, data: { visibility } })
  return renewShown(tx, { workspaceId, agentId }, { isListed: visibility === 'listed' })
}
