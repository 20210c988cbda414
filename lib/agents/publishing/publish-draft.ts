import type { Authorized } from '@/lib/access/authorize'
import { renewShown } from '@/lib/agents/cards/shown'
import { type AgentId, lockLivingAgent } from '@/lib/agents/lock'
import { publishRevision } from '@/lib/agents/publishing/publish'
import { publishable } from '@/lib/assessment/missing'
import { readDraft } from '@/lib/assessment/read-stored'
import { recordAudit } from '@/lib/audit/record'
import { err, ok, type Result } from '@/lib/base/result'
import type { Queryable } from '@/lib/db/client'
import { transact } from '@/lib/db/transact'

export type DraftToPublish = {
  readonly agentId: string
  /** The version that the publisher has looked at. */
  readonly version: number
  readonly note: string
  readonly byline: string
}
export type PublishRefusal = 'not-found' | 'changed' | 'already-published' | 'incomplete'

/** One version of a draft becomes one revision, however often and from wherever it is asked for; its number is told. */
export const publishDraft = (
  right: Authorized<'agent.publish'>,
  draft: DraftToPublish,
): Promise<Result<number, PublishRefusal>> => transact((tx) => publishDraftIn(tx, right, draft))

/** The same as a part of a transaction. */
export async function publishDraftIn(
  tx: Queryable,
  { workspaceId, userId }: Authorized<'agent.publish'>,
  { agentId, version, note, byline }: DraftToPublish,
): Promise<Result<number, PublishRefusal>> {
  const id = { workspaceId, agentId }
  const agent = await lockLivingAgent(tx, id)
  if (!agent) return err('not-found')
  const marked = await markPublished(tx, id, version)
  if (!marked.ok) return marked
  const document = publishable(readDraft(marked.value))
  if (!document.ok) return err('incomplete')
  const number = await publishRevision(tx, {
    ...id,
    document: document.value,
    note,
    byline,
    publishedAt: new Date(),
    publishedBy: userId,
  })
  await renewShown(tx, id, { isListed: agent.visibility === 'listed', cause: 'published' })
  await recordAudit(tx, {
    workspaceId,
    userId,
    action: 'agent.publish',
    subject: { kind: 'agent', id: agentId },
    detail: { number },
  })
  return ok(number)
}

/** The text of the version, which nobody can save over until the transaction ends. */
async function markPublished(
  tx: Queryable,
  id: AgentId,
  version: number,
): Promise<Result<unknown, PublishRefusal>> {
  const isNew = { OR: [{ publishedVersion: null }, { publishedVersion: { not: version } }] }
  const { count } = await tx.draft.updateMany({
    where: { ...id, version, ...isNew },
    data: { publishedVersion: version },
  })
  const draft = await tx.draft.findFirst({ where: id, select: { document: true, version: true } })
  if (!draft) return err('not-found')
  if (count === 0) return err(draft.version === version ? 'already-published' : 'changed')
  return ok(draft.document)
}
