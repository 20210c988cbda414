import type { Authorized } from '@/lib/access/authorize'
import { namesOf } from '@/lib/accounts/names'
import { COPIES_KEPT } from '@/lib/agents/drafts/draft-copies'
import type { TextRef } from '@/lib/agents/drafts/stored-text'
import { type Severity, severityOf } from '@/lib/aivss/severity'
import { database } from '@/lib/db/client'

/** A state of the text with who made it and when; members alone see who. */
export type HistoryEntry = { readonly at: Date; readonly by: string }

export type RevisionEntry = HistoryEntry & {
  readonly ref: TextRef & { readonly kind: 'revision' }
  /** Empty for one that was withdrawn: what leaked may stand here too. */
  readonly note: string
  readonly byline: string
  readonly score: number
  readonly severity: Severity
  readonly withdrawnAt: Date | null
}
/** A draft that something took the place of, kept so that it can be had back. */
export type CopyEntry = HistoryEntry & {
  readonly ref: TextRef & { readonly kind: 'copy' }
  readonly replacedAt: Date
}
export type DraftEntry = HistoryEntry & { readonly version: number }

export type History = {
  readonly draft: DraftEntry
  /** Newest first, also those that were withdrawn. */
  readonly revisions: readonly RevisionEntry[]
  /** The number below which there are older ones; null at the end. */
  readonly olderThan: number | null
  readonly copies: readonly CopyEntry[]
}

export const HISTORY_ROWS_MAX = 100

/** All that is kept of what was written about an agent, and who wrote it; nothing for an agent in the trash. */
export async function getHistory(
  { workspaceId }: Authorized<'agent.read'>,
  agentId: string,
  before?: number,
): Promise<History | undefined> {
  const where = { workspaceId, agentId, agent: { is: { deletedAt: null } } }
  const [draft, found, copies] = await Promise.all([
    database().draft.findFirst({ where, select: { version: true, updatedAt: true, updatedBy: true } }),
    database().revision.findMany({
      where: { ...where, ...(before !== undefined && { number: { lt: before } }) },
      select: REVISION_COLUMNS,
      orderBy: { number: 'desc' },
      take: HISTORY_ROWS_MAX + 1,
    }),
    database().draftCopy.findMany({
      where,
      select: { version: true, savedAt: true, savedBy: true, replacedAt: true },
      orderBy: [{ replacedAt: 'desc' }, { version: 'desc' }],
      take: COPIES_KEPT,
    }),
  ])
  if (!draft) return undefined
  const revisions = found.slice(0, HISTORY_ROWS_MAX)
  const nameOf = await namesOf([
    draft.updatedBy,
    ...revisions.map((row) => row.publishedBy),
    ...copies.map((row) => row.savedBy),
  ])
  return {
    draft: { version: draft.version, at: draft.updatedAt, by: nameOf(draft.updatedBy) },
    revisions: revisions.map(({ number, note, scoreTenths, publishedAt, publishedBy, ...row }) => ({
      ...row,
      note: row.withdrawnAt === null ? note : '',
      ref: { kind: 'revision', number },
      at: publishedAt,
      by: nameOf(publishedBy),
      score: scoreTenths / 10,
      severity: severityOf(scoreTenths),
    })),
    olderThan: found.length > HISTORY_ROWS_MAX ? (revisions.at(-1)?.number ?? null) : null,
    copies: copies.map(({ version, savedAt, savedBy, replacedAt }) => ({
      ref: { kind: 'copy', version },
      at: savedAt,
      by: nameOf(savedBy),
      replacedAt,
    })),
  }
}

const REVISION_COLUMNS = {
  number: true,
  note: true,
  byline: true,
  scoreTenths: true,
  publishedAt: true,
  publishedBy: true,
  withdrawnAt: true,
} as const
