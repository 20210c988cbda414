import type { Authorized } from '@/lib/access/authorize'
import { type AgentFilters, agentsQueryText } from '@/lib/agents/lists/filters'
import { recordAudit } from '@/lib/audit/record'
import { err, ok, type Result } from '@/lib/base/result'
import { database } from '@/lib/db/client'
import { transact } from '@/lib/db/transact'
import { lockWorkspace } from '@/lib/workspaces/members'

/** A list of agents that somebody gave a name, as what stands behind the question mark of its address. */
export type SavedView = { readonly id: string; readonly name: string; readonly query: string }

export const VIEWS_MAX = 100

export const listViews = ({ workspaceId }: Authorized<'agent.read'>): Promise<readonly SavedView[]> =>
  database().savedView.findMany({
    where: { workspaceId },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: VIEWS_MAX,
    select: { id: true, name: true, query: true },
  })

/** Filters, order and columns, without the page that was just looked at. The lock keeps the limit and the name. */
export const saveView = (
  { workspaceId, userId }: Authorized<'view.save'>,
  name: string,
  filters: AgentFilters,
): Promise<Result<string, 'name-taken' | 'too-many'>> =>
  transact<string, 'name-taken' | 'too-many'>(async (tx) => {
    await lockWorkspace(tx, workspaceId)
    if (await tx.savedView.findFirst({ where: { workspaceId, name }, select: { id: true } }))
      return err('name-taken')
    if ((await tx.savedView.count({ where: { workspaceId } })) >= VIEWS_MAX) return err('too-many')
    const query = agentsQueryText(filters)
    const { id } = await tx.savedView.create({
      data: { workspaceId, name, query, createdBy: userId },
      select: { id: true },
    })
    await recordAudit(tx, { workspaceId, userId, action: 'view.save', subject: { kind: 'view', id } })
    return ok(id)
  })

export const deleteView = (
  { workspaceId, userId }: Authorized<'view.save'>,
  id: string,
): Promise<Result<undefined, 'not-found'>> =>
  transact<undefined, 'not-found'>(async (tx) => {
    const { count } = await tx.savedView.deleteMany({ where: { id, workspaceId } })
    if (count === 0) return err('not-found')
    await recordAudit(tx, { workspaceId, userId, action: 'view.delete', subject: { kind: 'view', id } })
    return ok(undefined)
  })
