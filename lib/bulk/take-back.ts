import { z } from 'zod'
import type { Actor } from '@/lib/access/actor'
import { type Authorized, authorize, type Refusal, type Subject } from '@/lib/access/authorize'
import { withdrawRevisionIn } from '@/lib/agents/publishing/withdraw'
import { restoreAgentIn } from '@/lib/agents/trash'
import { err, type Result } from '@/lib/base/result'
import type { Deed } from '@/lib/bulk/deeds'
import type { UndoHand } from '@/lib/bulk/hand'
import { withRight } from '@/lib/bulk/perform'
import { takeTag } from '@/lib/bulk/tag'
import { revokeShareIn } from '@/lib/shares/revoke'

/** What takes back one agent of a run: what this run did to it, and nothing that came later. */
export async function undoHandOf(actor: Actor, at: Subject, deed: Deed): Promise<Result<UndoHand, Refusal>> {
  switch (deed.kind) {
    case 'tag':
      return withRight(await authorize(actor, 'agent.write', at), (right) => takeTag(right, deed.tag))
    case 'publish':
      return withRight(await authorize(actor, 'revision.withdraw', at), withdraw)
    case 'share':
      return withRight(await authorize(actor, 'agent.share', at), revoke)
    case 'delete':
      return withRight(await authorize(actor, 'agent.write', at), restore)
  }
}

const publishedTrace = z.object({ number: z.int() })

const withdraw =
  (right: Authorized<'revision.withdraw'>): UndoHand =>
  async (tx, { agentId, trace }) => {
    const withdrawn = await withdrawRevisionIn(tx, right, agentId, publishedTrace.parse(trace).number)
    return withdrawn.ok ? withdrawn : err('withdrawn')
  }

const sharedTrace = z.object({ share: z.uuid() })

const revoke =
  (right: Authorized<'agent.share'>): UndoHand =>
  async (tx, { trace }) => {
    const revoked = await revokeShareIn(tx, right, sharedTrace.parse(trace).share)
    return revoked.ok ? revoked : err('revoked')
  }

const deletedTrace = z.object({ deletedAt: z.iso.datetime() })

const restore =
  (right: Authorized<'agent.write'>): UndoHand =>
  async (tx, { agentId, trace }) => {
    const since = new Date(deletedTrace.parse(trace).deletedAt)
    const restored = await restoreAgentIn(tx, right, agentId, since)
    if (restored.ok) return restored
    return err(restored.error === 'listed' ? 'listed' : 'restored')
  }
