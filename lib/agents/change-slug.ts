import type { Authorized } from '@/lib/access/authorize'
import { renewCard } from '@/lib/agents/cards/card'
import { lockLivingAgent } from '@/lib/agents/lock'
import { isReserved } from '@/lib/agents/slugs'
import { recordAudit } from '@/lib/audit/record'
import { err, ok, type Result } from '@/lib/base/result'
import { Prisma, type Queryable } from '@/lib/db/client'
import { transact } from '@/lib/db/transact'

export type SlugRefusal = 'not-found' | 'slug-taken'

/** Another address inside the workspace; the former one leads there until another agent is given it. */
export async function changeSlug(
  right: Authorized<'agent.write'>,
  agentId: string,
  slug: string,
): Promise<Result<undefined, SlugRefusal>> {
  try {
    return await transact<undefined, SlugRefusal>((tx) => move(tx, right, agentId, slug))
  } catch (error) {
    if (isDuplicate(error)) return err('slug-taken')
    throw error
  }
}

async function move(
  tx: Queryable,
  { workspaceId, userId }: Authorized<'agent.write'>,
  agentId: string,
  slug: string,
): Promise<Result<undefined, SlugRefusal>> {
  const agent = await lockLivingAgent(tx, { workspaceId, agentId })
  if (!agent) return err('not-found')
  if (agent.slug === slug) return ok(undefined)
  if (isReserved(slug)) return err('slug-taken')
  await tx.agent.update({ where: { workspaceId_id: { workspaceId, id: agentId } }, data: { slug } })
  await tx.formerSlug.deleteMany({ where: { workspaceId, slug } })
  await tx.formerSlug.create({ data: { workspaceId, slug: agent.slug, agentId } })
  await renewCard(tx, { workspaceId, agentId })
  await recordAudit(tx, {
    workspaceId,
    userId,
    action: 'agent.change-slug',
    subject: { kind: 'agent', id: agentId },
    detail: { before: agent.slug, after: slug },
  })
  return ok(undefined)
}

/** Two agents that take one address at the same moment are kept apart by the database alone. */
const isDuplicate = (error: unknown): boolean =>
  error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002'
