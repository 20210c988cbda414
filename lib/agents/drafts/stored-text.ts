import { z } from 'zod'
import type { Authorized } from '@/lib/access/authorize'
import type { Draft } from '@/lib/assessment/document'
import { readDraft } from '@/lib/assessment/read-stored'
import { err, ok, type Result } from '@/lib/base/result'
import { database, type Queryable } from '@/lib/db/client'

/** One stored state of what is said about an agent. */
export type TextRef =
  | { readonly kind: 'draft' }
  | { readonly kind: 'revision'; readonly number: number }
  | { readonly kind: 'copy'; readonly version: number }

export const DRAFT: TextRef = { kind: 'draft' }

/** As it stands in an address and in a form: `draft`, `3` for a revision, `copy-12` for a replaced draft. */
export const textRefSchema = z
  .string()
  .regex(
    /^(draft|(copy-)?[1-9]\d{0,8})$/,
    'Write draft, the number of a revision, or copy- and a version of the draft.',
  )
  .transform(readRef)

function readRef(text: string): TextRef {
  if (text === 'draft') return DRAFT
  return text.startsWith('copy-')
    ? { kind: 'copy', version: Number(text.slice('copy-'.length)) }
    : { kind: 'revision', number: Number(text) }
}

export function formatRef(ref: TextRef): string {
  if (ref.kind === 'draft') return 'draft'
  return ref.kind === 'revision' ? String(ref.number) : `copy-${ref.version}`
}

/** What a state is called in a sentence. */
export function nameOfRef(ref: TextRef): string {
  if (ref.kind === 'draft') return 'the draft'
  return ref.kind === 'revision' ? `revision ${ref.number}` : `the draft as it was at save ${ref.version}`
}

/** `withdrawn`: it is there, and its text stays closed, because it may be a secret that leaked. */
export type ClosedText = 'none' | 'withdrawn'

export async function findText(
  { workspaceId }: Authorized<'agent.read'> | Authorized<'agent.write'>,
  agentId: string,
  ref: TextRef,
  db: Queryable = database(),
): Promise<Result<Draft, ClosedText>> {
  const where = { workspaceId, agentId, agent: { is: { deletedAt: null } } }
  const select = { document: true }
  if (ref.kind === 'revision') {
    const row = await db.revision.findFirst({
      where: { ...where, number: ref.number },
      select: { ...select, withdrawnAt: true },
    })
    if (row && row.withdrawnAt !== null) return err('withdrawn')
    return row ? ok(readDraft(row.document)) : err('none')
  }
  const row =
    ref.kind === 'draft'
      ? await db.draft.findFirst({ where, select })
      : await db.draftCopy.findFirst({ where: { ...where, version: ref.version }, select })
  return row ? ok(readDraft(row.document)) : err('none')
}
