import { z } from 'zod'
import type { Authorized } from '@/lib/access/authorize'
import { lockLivingAgent } from '@/lib/agents/lock'
import { openToLinks } from '@/lib/agents/publishing/show'
import { recordAudit } from '@/lib/audit/record'
import { err, ok, type Result } from '@/lib/base/result'
import type { Queryable } from '@/lib/db/client'
import { transact } from '@/lib/db/transact'
import { revisionNumberSchema } from '@/lib/library/names'
import type { Sections } from '@/lib/report/sections'
import { hashShareToken, newShareToken, shareUrl } from '@/lib/shares/token'
import { lockWorkspace } from '@/lib/workspaces/members'

export type NewShare = {
  readonly agentId: string
  /** The pinned revision; without one always the latest. */
  readonly number: number | undefined
  readonly label: string
  readonly sections: Sections
  /** Hashed before, because that takes longer than a transaction should last. */
  readonly passwordHash: string | undefined
  readonly expiresAt: Date | undefined
}

/** `url` opens what is shared, and is told this once. */
export type MadeShare = { readonly id: string; readonly url: string }

/** `unpublished`: there is no such revision that a reader could be shown. */
export type ShareRefusal = 'not-found' | 'unpublished' | 'too-many'

/** Links of a workspace that are neither revoked nor expired. */
export const OPEN_SHARES_MAX = 1_000

export const createShare = (
  right: Authorized<'agent.share'>,
  share: NewShare,
): Promise<Result<MadeShare, ShareRefusal>> => transact((tx) => insertShare(tx, right, share))

/** A private agent can be read by link from here on, with every other link to it that is still open. */
export async function insertShare(
  tx: Queryable,
  right: Authorized<'agent.share'>,
  { agentId, number, sections, ...terms }: NewShare,
): Promise<Result<MadeShare, ShareRefusal>> {
  const { workspaceId, userId } = right
  // First, as whoever changes members does: a workspace's links are made one after the other, so that the limit holds.
  await lockWorkspace(tx, workspaceId)
  const id = { workspaceId, agentId }
  const agent = await lockLivingAgent(tx, id)
  if (!agent) return err('not-found')
  if (!(await isReadable(tx, { ...id, number }))) return err('unpublished')
  if ((await countOpen(tx, workspaceId)) >= OPEN_SHARES_MAX) return err('too-many')
  if (agent.visibility === 'private') await openToLinks(tx, { ...id, userId })
  return ok(await storeShare(tx, right, { kind: 'report', agentId, number: number ?? null, sections }, terms))
}

/** What every link is made with, whatever it opens. */
export type ShareTerms = Pick<NewShare, 'label' | 'passwordHash' | 'expiresAt'>

export type ShareSubject =
  | {
      readonly kind: 'report'
      readonly agentId: string
      readonly number: number | null
      readonly sections: Sections
    }
  | { readonly kind: 'comparison'; readonly comparisonId: string }

/** Behind the lock of the workspace, and after all that could refuse it. */
export async function storeShare(
  tx: Queryable,
  { workspaceId, userId }: Authorized<'agent.share'>,
  subject: ShareSubject,
  { label, passwordHash, expiresAt }: ShareTerms,
): Promise<MadeShare> {
  const token = newShareToken()
  const { id } = await tx.share.create({
    data: {
      ...subject,
      workspaceId,
      tokenHash: hashShareToken(token),
      label,
      passwordHash: passwordHash ?? null,
      expiresAt: expiresAt ?? null,
      createdBy: userId,
    },
    select: { id: true },
  })
  const shared =
    subject.kind === 'report'
      ? { agentId: subject.agentId, sections: subject.sections }
      : { comparisonId: subject.comparisonId }
  await recordAudit(tx, {
    workspaceId,
    userId,
    action: 'share.create',
    subject: { kind: 'share', id },
    detail: { ...shared, hasPassword: passwordHash !== undefined },
  })
  return { id, url: shareUrl(token) }
}

type Asked = { readonly workspaceId: string; readonly agentId: string; readonly number: number | undefined }

async function isReadable(tx: Queryable, { workspaceId, agentId, number }: Asked): Promise<boolean> {
  if (number !== undefined && !revisionNumberSchema.safeParse(number).success) return false
  const which = { workspaceId, agentId, withdrawnAt: null, ...(number !== undefined && { number }) }
  return (await tx.revision.findFirst({ where: which, select: { number: true } })) !== null
}

export async function countOpen(tx: Queryable, workspaceId: string): Promise<number> {
  const found = await tx.$queryRaw`
    SELECT count(*)::int AS open FROM shares
    WHERE workspace_id = ${workspaceId}::uuid AND revoked_at IS NULL
      AND (expires_at IS NULL OR expires_at > now())`
  return counted.parse(found)[0].open
}

const counted = z.tuple([z.object({ open: z.int() })])
