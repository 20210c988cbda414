import { z } from 'zod'
import { SECTIONS } from '@/lib/report/sections'
import type { NewShare } from '@/lib/shares/create'
import { SHARE_STATES, type ShareLine } from '@/lib/shares/list'

const common = {
  id: z.uuid(),
  label: z.string(),
  revision: z.int().min(1).nullable().describe('The pinned revision; null for always the latest.'),
  sections: z.enum(SECTIONS),
  hasPassword: z.boolean(),
  expiresAt: z.iso.datetime().nullable(),
}

/** A link as a list of the API gives it out: nothing that opens it. */
export const shareItemSchema = z.strictObject({
  ...common,
  state: z.enum(SHARE_STATES).describe('Whether it opens something now, and if not why.'),
  createdAt: z.iso.datetime(),
  views: z.int().min(0).describe('How often it was read; nothing of a reader is kept.'),
})

export const sharePageSchema = z.strictObject({
  items: z.array(shareItemSchema),
  nextCursor: z.string().nullable(),
})

export const madeShareSchema = z.strictObject({
  ...common,
  url: z.url().describe('The link. It is told this once: only a hash of it is kept.'),
})

export const serializeShare = (share: ShareLine): z.input<typeof shareItemSchema> => ({
  id: share.id,
  label: share.label,
  revision: share.number,
  sections: share.sections,
  hasPassword: share.hasPassword,
  expiresAt: share.expiresAt?.toISOString() ?? null,
  state: share.state,
  createdAt: share.createdAt.toISOString(),
  views: share.views.total,
})

export const serializeMadeShare = (
  made: { readonly id: string; readonly url: string },
  share: NewShare,
): z.input<typeof madeShareSchema> => ({
  id: made.id,
  url: made.url,
  label: share.label,
  revision: share.number ?? null,
  sections: share.sections,
  hasPassword: share.passwordHash !== undefined,
  expiresAt: share.expiresAt?.toISOString() ?? null,
})
