import { z } from 'zod'
import type { Authorized } from '@/lib/access/authorize'
import { saveDraftIn } from '@/lib/agents/drafts/draft'
import type { Draft } from '@/lib/assessment/document'
import { LIMITS } from '@/lib/assessment/limits'
import { readDraft } from '@/lib/assessment/read-stored'
import { bug } from '@/lib/base/assert'
import { err, ok, type Result } from '@/lib/base/result'
import type { Hand, UndoHand } from '@/lib/bulk/hand'
import type { Queryable } from '@/lib/db/client'

type Right = Authorized<'agent.write'>

/** Which save set the tag, and which version was published as it stood when it did. */
const tagTrace = z.object({ version: z.int(), publishedVersion: z.int().optional() })

/** Into the text as it is at that moment, behind whatever somebody saves meanwhile. */
export const addTag =
  (right: Right, tag: string): Hand =>
  async (tx, { agentId }) => {
    const held = await holdDraft(tx, right, agentId)
    if (!held) return err('not-found')
    const { version, publishedVersion, document } = held
    const tags = document.tags ?? []
    if (tags.includes(tag)) return err('tagged')
    if (tags.length >= LIMITS.tags) return err('tags-full')
    const saved = await saveHeld(tx, right, {
      agentId,
      version,
      document: { ...document, tags: [...tags, tag] },
    })
    if (!saved.ok) return saved
    return ok({ trace: { version: saved.value, ...(publishedVersion === version && { publishedVersion }) } })
  }

/** Only what that save has set. A draft that says again what is published is published again. */
export const takeTag =
  (right: Right, tag: string): UndoHand =>
  async (tx, { agentId, trace }) => {
    const held = await holdDraft(tx, right, agentId)
    if (!held) return err('not-found')
    const done = tagTrace.parse(trace)
    if (held.tagVersions[tag] !== done.version) return err('untagged')
    const { version, document } = held
    const tags = (document.tags ?? []).filter((other) => other !== tag)
    const isAsPublished =
      version === done.version &&
      done.publishedVersion !== undefined &&
      done.publishedVersion === held.publishedVersion
    const saved = await saveHeld(tx, right, {
      ...{ agentId, version, isAsPublished },
      document: { ...document, tags },
    })
    return saved.ok ? ok(undefined) : saved
  }

const tagVersionsSchema = z.record(z.string(), z.int())

/** A draft that nobody else saves or publishes until the transaction is through. */
async function holdDraft(tx: Queryable, { workspaceId }: Right, agentId: string) {
  await tx.$queryRaw`
    SELECT 1 FROM drafts WHERE workspace_id = ${workspaceId}::uuid AND agent_id = ${agentId}::uuid FOR UPDATE`
  const row = await tx.draft.findFirst({
    where: { workspaceId, agentId, agent: { is: { deletedAt: null } } },
    select: { version: true, publishedVersion: true, document: true, tagVersions: true },
  })
  return (
    row && {
      ...row,
      document: readDraft(row.document),
      tagVersions: tagVersionsSchema.parse(row.tagVersions),
    }
  )
}

type HeldSave = {
  readonly agentId: string
  readonly version: number
  readonly document: Draft
  readonly isAsPublished?: boolean
}

async function saveHeld(tx: Queryable, right: Right, save: HeldSave): Promise<Result<number, 'not-found'>> {
  const saved = await saveDraftIn(tx, right, save)
  if (saved.ok) return ok(saved.value.version)
  return saved.error === 'not-found'
    ? err('not-found')
    : bug('a draft that is held was saved by somebody else')
}
