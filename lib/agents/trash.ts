import type { Authorized } from '@/lib/access/authorize'
import { mayDo } from '@/lib/access/roles'
import { renewShown } from '@/lib/agents/cards/shown'
import { type AgentId, lockAgent } from '@/lib/agents/lock'
import { recordAudit } from '@/lib/audit/record'
import { err, ok, type Result } from '@/lib/base/result'
import type { Queryable } from '@/lib/db/client'
import { settle, transact } from '@/lib/db/transact'

export const TRASH_DAYS = 30

/**
 * `listed`: what is in the library goes and comes back by an owner's hand alone. `changed`: the draft is not the version
 * any more that this was to be done to.
 */
export type TrashRefusal = 'not-found' | 'listed' | 'changed'

/** Into the trash: gone from every page at once, and still whole. With a version, only while the draft is that one. */
export const deleteAgent = (
  right: Authorized<'agent.write'>,
  agentId: string,
  version?: number,
): Promise<Result<Date, TrashRefusal>> => transact((tx) => deleteAgentIn(tx, right, agentId, version))

/** The same as a part of a transaction; since when it lies in the trash is told. */
export async function deleteAgentIn(
  tx: Queryable,
  right: Authorized<'agent.write'>,
  agentId: string,
  version?: number,
): Promise<Result<Date, TrashRefusal>> {
  const now = new Date()
  const deleted = await changeLife(tx, right, agentId, {
    version,
    action: 'agent.delete',
    isApt: (deletedAt) => deletedAt === null,
    deletedAt: now,
  })
  return deleted.ok ? ok(now) : deleted
}

/** Back as it was, also in the library: its public name has stayed its own. */
export const restoreAgent = (
  right: Authorized<'agent.write'>,
  agentId: string,
): Promise<Result<undefined, TrashRefusal>> => transact((tx) => restoreAgentIn(tx, right, agentId))

/** The same as a part of a transaction. With a time, only what lies there since then. */
export const restoreAgentIn = (
  tx: Queryable,
  right: Authorized<'agent.write'>,
  agentId: string,
  since?: Date,
): Promise<Result<undefined, TrashRefusal>> =>
  changeLife(tx, right, agentId, {
    action: 'agent.restore',
    isApt: (deletedAt) =>
      deletedAt !== null &&
      deletedAt > trashEnd() &&
      (since === undefined || deletedAt.getTime() === since.getTime()),
    deletedAt: null,
  })

/** What was put into the trash before this is to be removed for good. */
export const trashEnd = (): Date => new Date(Date.now() - TRASH_DAYS * 86_400_000)

type Change = {
  readonly action: 'agent.delete' | 'agent.restore'
  readonly isApt: (deletedAt: Date | null) => boolean
  readonly deletedAt: Date | null
  readonly version?: number | undefined
}

async function changeLife(
  tx: Queryable,
  { workspaceId, userId, role }: Authorized<'agent.write'>,
  agentId: string,
  { action, isApt, deletedAt, version }: Change,
): Promise<Result<undefined, TrashRefusal>> {
  const id = { workspaceId, agentId }
  const agent = await lockAgent(tx, id)
  if (!agent || !isApt(agent.deletedAt)) return err('not-found')
  const isListed = agent.visibility === 'listed'
  if (isListed && !mayDo(role, 'agent.list')) return err('listed')
  if (version !== undefined && !(await lockVersion(tx, id, version))) return err('changed')
  await tx.agent.update({ where: { workspaceId_id: { workspaceId, id: agentId } }, data: { deletedAt } })
  const isBack = deletedAt === null
  await renewShown(tx, id, { isListed: isListed && isBack, cause: isBack ? 'restored' : 'deleted' })
  await recordAudit(tx, { workspaceId, userId, action, subject: { kind: 'agent', id: agentId } })
  return ok(undefined)
}

/** Whether the draft is this version; nobody saves another until the transaction is through. */
async function lockVersion(
  tx: Queryable,
  { workspaceId, agentId }: AgentId,
  version: number,
): Promise<boolean> {
  const found = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM drafts
    WHERE workspace_id = ${workspaceId}::uuid AND agent_id = ${agentId}::uuid AND version = ${version} FOR UPDATE`
  return found.length > 0
}

/** Removes for good what has been in the trash for its time; returns how many agents that were. */
export async function purgeTrash(): Promise<number> {
  let removed = 0
  for (let batch = BATCH; batch === BATCH; removed += batch) batch = await settle(purgeBatch)
  return removed
}

const BATCH = 50

async function purgeBatch(tx: Queryable): Promise<number> {
  const due = await tx.agent.findMany({
    where: { deletedAt: { lte: trashEnd() } },
    orderBy: { deletedAt: 'asc' },
    take: BATCH,
    select: { id: true, workspaceId: true, deletedAt: true },
  })
  for (const { id, workspaceId, deletedAt } of due) {
    // Another node may sweep at the same time.
    const { count } = await tx.agent.deleteMany({ where: { id, workspaceId, deletedAt } })
    if (count === 1)
      await recordAudit(tx, { workspaceId, action: 'agent.purge', subject: { kind: 'agent', id } })
  }
  return due.length
}
