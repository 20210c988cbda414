import { isDeepStrictEqual } from 'node:util'
import type { Authorized } from '@/lib/access/authorize'
import { renewCard } from '@/lib/agents/cards/card'
import { keepDraftCopy } from '@/lib/agents/drafts/draft-copies'
import { type ClosedText, findText, formatRef, type TextRef } from '@/lib/agents/drafts/stored-text'
import { lockLivingAgent } from '@/lib/agents/lock'
import { recordAudit } from '@/lib/audit/record'
import { err, ok, type Result } from '@/lib/base/result'
import { transact } from '@/lib/db/transact'

export type Restoring = {
  readonly agentId: string
  /** Of the draft that whoever asks has seen. */
  readonly version: number
  readonly ref: TextRef
}
/** `changed`: somebody saved since; what they wrote is not replaced by somebody who has not seen it. */
export type RestoreRefusal = ClosedText | 'no-agent' | 'changed'

/** Puts a stored text into the draft. What was in the draft is kept, and one that says the same already is left alone. */
export const restoreText = (
  right: Authorized<'agent.write'>,
  { agentId, version, ref }: Restoring,
): Promise<Result<undefined, RestoreRefusal>> =>
  transact<undefined, RestoreRefusal>(async (tx) => {
    const { workspaceId, userId } = right
    // The agent's row first, as publishing takes it, so that neither waits for the other in a circle.
    if (!(await lockLivingAgent(tx, { workspaceId, agentId }))) return err('no-agent')
    const wanted = await findText(right, agentId, ref, tx)
    if (!wanted.ok) return wanted
    const current = await findText(right, agentId, { kind: 'draft' }, tx)
    if (current.ok && isDeepStrictEqual(current.value, wanted.value)) return ok(undefined)
    await keepDraftCopy(tx, { workspaceId, agentId, version })
    const { count } = await tx.draft.updateMany({
      where: { workspaceId, agentId, version },
      data: {
        document: wanted.value,
        version: { increment: 1 },
        updatedAt: new Date(),
        updatedBy: userId,
      },
    })
    if (count === 0) return err('changed')
    await renewCard(tx, { workspaceId, agentId })
    await recordAudit(tx, {
      workspaceId,
      userId,
      action: 'agent.restore-text',
      subject: { kind: 'agent', id: agentId },
      detail: { from: formatRef(ref), version: version + 1 },
    })
    return ok(undefined)
  })
