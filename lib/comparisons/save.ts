import type { Authorized } from '@/lib/access/authorize'
import { recordAudit } from '@/lib/audit/record'
import { bug } from '@/lib/base/assert'
import { err, ok, type Result } from '@/lib/base/result'
import type { Queryable } from '@/lib/db/client'
import { transact } from '@/lib/db/transact'
import { lockWorkspace } from '@/lib/workspaces/members'

export type NewComparison = {
  readonly name: string
  /** By their addresses inside the workspace, in their order. */
  readonly agents: readonly { readonly slug: string; readonly asDraft: boolean }[]
  /** How it is looked at: what stands behind the question mark of its address, without the agents. */
  readonly query: string
}

/** `not-found`: one of the agents is not there any more. */
export type SaveRefusal = 'not-found' | 'name-taken' | 'too-many'

/** No more than one page shows. */
export const COMPARISONS_MAX = 100

/** Keeps agents side by side under a name, which no other comparison of the workspace has; its id is told. */
export const saveComparison = (
  right: Authorized<'comparison.write'>,
  comparison: NewComparison,
): Promise<Result<string, SaveRefusal>> => transact((tx) => insert(tx, right, comparison))

async function insert(
  tx: Queryable,
  { workspaceId, userId }: Authorized<'comparison.write'>,
  { name, agents, query }: NewComparison,
): Promise<Result<string, SaveRefusal>> {
  // One after the other, so that the limit and the name hold.
  await lockWorkspace(tx, workspaceId)
  const slugs = [...new Set(agents.map(({ slug }) => slug))]
  const found = await tx.agent.findMany({
    where: { workspaceId, slug: { in: slugs }, deletedAt: null },
    select: { id: true, slug: true },
  })
  if (found.length < slugs.length) return err('not-found')
  const idOf = new Map(found.map((agent) => [agent.slug, agent.id]))
  if (await tx.comparison.findFirst({ where: { workspaceId, name }, select: { id: true } }))
    return err('name-taken')
  if ((await tx.comparison.count({ where: { workspaceId } })) >= COMPARISONS_MAX) return err('too-many')
  const { id } = await tx.comparison.create({
    data: { workspaceId, name, query, createdBy: userId },
    select: { id: true },
  })
  await tx.comparisonAgent.createMany({
    data: agents.map(({ slug, asDraft }, place) => ({
      comparisonId: id,
      workspaceId,
      agentId: idOf.get(slug) ?? bug(`${slug} was found a moment ago`),
      position: place + 1,
      asDraft,
    })),
  })
  await recordAudit(tx, {
    workspaceId,
    userId,
    action: 'comparison.save',
    subject: { kind: 'comparison', id },
    detail: { agents: agents.length },
  })
  return ok(id)
}

/** Its links open nothing from then on; the agents stay. */
export const deleteComparison = (
  { workspaceId, userId }: Authorized<'comparison.write'>,
  id: string,
): Promise<Result<undefined, 'not-found'>> =>
  transact<undefined, 'not-found'>(async (tx) => {
    const { count } = await tx.comparison.deleteMany({ where: { id, workspaceId } })
    if (count === 0) return err('not-found')
    await recordAudit(tx, {
      workspaceId,
      userId,
      action: 'comparison.delete',
      subject: { kind: 'comparison', id },
    })
    return ok(undefined)
  })
