import type { Actor } from '@/lib/access/actor'
import { type Authorized, authorize, type Refusal, type Subject } from '@/lib/access/authorize'
import { getDraft, saveDraftIn } from '@/lib/agents/draft'
import { publishDraftIn } from '@/lib/agents/publish-draft'
import { deleteAgentIn } from '@/lib/agents/trash'
import { LIMITS } from '@/lib/assessment/limits'
import { err, ok, type Result } from '@/lib/base/result'
import type { Deed } from '@/lib/bulk/deeds'
import type { RefusalReason } from '@/lib/bulk/reasons'
import type { Queryable } from '@/lib/db/client'
import { insertShare } from '@/lib/shares/create'

export type Item = { readonly position: number; readonly agentId: string; readonly version: number }
/** What taking it back needs to know, and a link that is told this once. */
export type Done = { readonly trace: Readonly<Record<string, string | number>>; readonly url?: string }
export type Hand = (tx: Queryable, item: Item) => Promise<Result<Done, RefusalReason>>

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

/** Into the text as it is at that moment, behind whatever somebody saves meanwhile. */
const addTag =
  (right: Authorized<'agent.write'>, tag: string): Hand =>
  async (tx, { agentId }) => {
    const changed = await changeTags(tx, right, agentId, (tags): Result<readonly string[], RefusalReason> => {
      if (tags.includes(tag)) return err('tagged')
      return tags.length >= LIMITS.tags ? err('tags-full') : ok([...tags, tag])
    })
    return changed.ok ? ok({ trace: {} }) : changed
  }

export async function changeTags<E>(
  tx: Queryable,
  right: Authorized<'agent.write'>,
  agentId: string,
  change: (tags: readonly string[]) => Result<readonly string[], E>,
): Promise<Result<undefined, E | 'not-found'>> {
  for (let stored = await getDraft(right, agentId, tx); stored !== undefined; ) {
    const { version, document } = stored
    const tags = change(document.tags ?? [])
    if (!tags.ok) return tags
    const saved = await saveDraftIn(tx, right, {
      agentId,
      version,
      document: { ...document, tags: [...tags.value] },
    })
    if (saved.ok) return ok(undefined)
    if (saved.error === 'not-found') break
    stored = saved.error
  }
  return err('not-found')
}

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
