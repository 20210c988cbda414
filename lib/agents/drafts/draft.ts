import type { Authorized } from '@/lib/access/authorize'
import { namesOf } from '@/lib/accounts/names'
import { renewCard } from '@/lib/agents/cards/card'
import type { BriefScore } from '@/lib/aivss/score'
import type { Draft } from '@/lib/assessment/document'
import { readDraft } from '@/lib/assessment/read-stored'
import { scoreDraft } from '@/lib/assessment/score-draft'
import { recordAudit } from '@/lib/audit/record'
import { err, ok, type Result } from '@/lib/base/result'
import { database, type Queryable } from '@/lib/db/client'
import { transact } from '@/lib/db/transact'

/** A draft as the database has it: what a save has to be based on. */
export type StoredDraft = {
  readonly version: number
  readonly document: Draft
  readonly savedAt: Date
  readonly savedBy: string
  /** As computed here: what a browser shows beside its own until both agree. */
  readonly score: BriefScore | null
  readonly isPublished: boolean
}

export async function getDraft(
  { workspaceId }: Authorized<'agent.read'> | Authorized<'agent.write'>,
  agentId: string,
  db: Queryable = database(),
): Promise<StoredDraft | undefined> {
  const row = await db.draft.findFirst({ where: ofLivingAgent(workspaceId, agentId), select: COLUMNS })
  if (!row) return undefined
  const nameOf = await namesOf([row.updatedBy], db)
  const document = readDraft(row.document)
  return {
    version: row.version,
    document,
    savedAt: row.updatedAt,
    savedBy: nameOf(row.updatedBy),
    score: briefly(document),
    isPublished: row.publishedVersion === row.version,
  }
}

const COLUMNS = {
  version: true,
  document: true,
  updatedAt: true,
  updatedBy: true,
  publishedVersion: true,
} as const

const ofLivingAgent = (workspaceId: string, agentId: string) => ({
  workspaceId,
  agentId,
  agent: { is: { deletedAt: null } },
})

export type DraftSave = {
  readonly agentId: string
  readonly version: number
  readonly document: Draft
  /** The text is that of the published revision again. */
  readonly isAsPublished?: boolean
}
export type SavedDraft = Omit<StoredDraft, 'document' | 'isPublished'>
/** Either there is no such agent for this person, or somebody saved first: this is what they saved. */
export type SaveRefusal = 'not-found' | StoredDraft

/** Of any number of saves based on one version, one is taken; the others are handed what it wrote. */
export const saveDraft = (
  right: Authorized<'agent.write'>,
  save: DraftSave,
): Promise<Result<SavedDraft, SaveRefusal>> => transact((tx) => saveDraftIn(tx, right, save))

/** The same as a part of a transaction. */
export async function saveDraftIn(
  tx: Queryable,
  right: Authorized<'agent.write'>,
  { agentId, version, document, isAsPublished }: DraftSave,
): Promise<Result<SavedDraft, SaveRefusal>> {
  const { workspaceId, userId } = right
  const before = await tx.draft.findFirst({
    where: ofLivingAgent(workspaceId, agentId),
    select: { version: true, updatedAt: true, updatedBy: true },
  })
  if (!before) return err('not-found')
  const savedAt = new Date()
  const { count } = await tx.draft.updateMany({
    where: { ...ofLivingAgent(workspaceId, agentId), version },
    data: {
      ...{ document, version: { increment: 1 }, updatedAt: savedAt, updatedBy: userId },
      ...(isAsPublished && { publishedVersion: version + 1 }),
    },
  })
  if (count === 0) return err((await getDraft(right, agentId, tx)) ?? 'not-found')
  await renewCard(tx, { workspaceId, agentId })
  if (beginsStretch(before, userId, savedAt))
    await recordAudit(tx, {
      workspaceId,
      userId,
      action: 'agent.write',
      subject: { kind: 'agent', id: agentId },
      detail: { version: version + 1 },
    })
  const savedBy = (await namesOf([userId], tx))(userId)
  return ok({ version: version + 1, savedAt, savedBy, score: briefly(document) })
}

const STRETCH_MS = 10 * 60_000

/** The log has one row for a stretch of writing by one person, and not one for each second of it. */
const beginsStretch = (
  before: { readonly updatedAt: Date; readonly updatedBy: string | null; readonly version: number },
  userId: string,
  now: Date,
): boolean =>
  before.version === 1 ||
  before.updatedBy !== userId ||
  now.getTime() - before.updatedAt.getTime() > STRETCH_MS

const briefly = (document: Draft): BriefScore | null => {
  const scored = scoreDraft(document)
  return scored && { score: scored.score, severity: scored.severity }
}
