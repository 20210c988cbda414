import type { Actor } from '@/lib/access/actor'
import { type Authorized, authorize, type Refusal, type Subject } from '@/lib/access/authorize'
import { publishDraftIn } from '@/lib/agents/publishing/publish-draft'
import { deleteAgentIn } from '@/lib/agents/trash'
import { err, ok, type Result } from '@/lib/base/result'
import type { Deed } from '@/lib/bulk/deeds'
import type { Hand } from '@/lib/bulk/hand'
import { addTag } from '@/lib/bulk/tag'
import { insertShare } from '@/lib/shares/create'

/** What is done to each agent of a run, with the right that it takes, asked for anew with each step. */
export async function handOf(actor: Actor, at: Subject, deed: Deed): Promise<Result<Hand, Refusal>> {
  switch (deed.kind) {
    case 'tag':
      return withRight(await authorize(actor, 'agent.write', at), (right) => addTag(right, deed.tag))
    case 'publish':
      return withRight(await authorize(actor, 'agent.publish', at), (right) => publish(right, deed))
    case 'share':
      return withRight(await authorize(actor, 'agent.share', at), (right) => share(right, deed))
    case 'delete':
      return withRight(await authorize(actor, 'agent.write', at), remove)
  }
}

export const withRight = <R, H>(found: Result<R, Refusal>, hand: (right: R) => H): Result<H, Refusal> =>
  found.ok ? ok(hand(found.value)) : found

/** The text that there was when the run began, and none that somebody has saved since. */
const publish =
  (
    right: Authorized<'agent.publish'>,
    { note, byline }: { readonly note: string; readonly byline: string },
  ): Hand =>
  async (tx, { agentId, version }) => {
    const published = await publishDraftIn(tx, right, { agentId, version, note, byline })
    return published.ok ? ok({ trace: { number: published.value } }) : published
  }

const share =
  (
    right: Authorized<'agent.share'>,
    { label, sections, expiresAt }: Extract<Deed, { kind: 'share' }>,
  ): Hand =>
  async (tx, { agentId }) => {
    const made = await insertShare(tx, right, {
      agentId,
      number: undefined,
      label,
      sections,
      passwordHash: undefined,
      expiresAt: expiresAt === null ? undefined : new Date(expiresAt),
    })
    return made.ok ? ok({ trace: { share: made.value.id }, url: made.value.url }) : made
  }

const remove =
  (right: Authorized<'agent.write'>): Hand =>
  async (tx, { agentId }) => {
    const deleted = await deleteAgentIn(tx, right, agentId)
    if (deleted.ok) return ok({ trace: { deletedAt: deleted.value.toISOString() } })
    return err(deleted.error === 'listed' ? 'listed' : 'not-found')
  }
