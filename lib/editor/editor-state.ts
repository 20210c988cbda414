import type { BriefScore } from '@/lib/aivss/score'
import { type ReadFields, readFields, restingFields } from '@/lib/editor/document-fields'
import { type FieldId, type Fields, fieldsOf } from '@/lib/editor/fields'
import { changedFields } from '@/lib/editor/merge'
import { NOTHING_TO_UNDO, type UndoLog } from '@/lib/editor/undo'

/** What the server is known to have: every save says on which version it is based. */
export type Stored = {
  readonly version: number
  readonly fields: Fields
  readonly savedAt: string
  readonly savedBy: string
  readonly score: BriefScore | null
}

/**
 * Two texts of one field, of which a person has to choose; the one typed here stands in the field. The other is on the
 * server, saved by somebody, or it is what the same person typed in another tab, and then it is by nobody else.
 */
export type Conflict = { readonly field: FieldId; readonly theirs: string; readonly by: string | null }

/** Why nothing is being stored at the moment, in the order in which it was found out. */
export type Trouble =
  | { readonly kind: 'offline' }
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'refused'; readonly message: string }

export type EditorState = {
  readonly fields: Fields
  readonly stored: Stored
  readonly conflicts: readonly Conflict[]
  readonly undoLog: UndoLog
  readonly isSaving: boolean
  /** Sent, and never answered: the server may have it all the same, and then it is no other person's text. */
  readonly unanswered: readonly Fields[]
  readonly trouble: Trouble | null
  /** What somebody else changed, and was taken over, since this was last said. */
  readonly taken: { readonly by: string; readonly fields: readonly FieldId[] } | null
  /** The field that an undo or redo has just changed; the focus goes there. */
  readonly revisited: { readonly field: FieldId; readonly count: number } | null
}

export const startEditing = (stored: Stored): EditorState => ({
  fields: stored.fields,
  stored,
  conflicts: [],
  undoLog: NOTHING_TO_UNDO,
  isSaving: false,
  unanswered: [],
  trouble: null,
  taken: null,
  revisited: null,
})

/** What a browser keeps for a later visit: the text, what it is based on, what was sent of it, what waits for a choice. */
export type Kept = {
  readonly base: Fields
  readonly fields: Fields
  readonly unanswered: readonly Fields[]
  readonly conflicts: readonly FieldId[]
}

export const keptOf = ({ stored, fields, unanswered, conflicts }: EditorState): Kept => ({
  base: stored.fields,
  fields,
  unanswered,
  // The text of another tab is kept in its own copy, and meets this one again.
  conflicts: conflicts.filter(({ by }) => by !== null).map(({ field }) => field),
})

/** What to send, and what stays behind: fields that cannot be stored yet, and those that wait for a choice. */
export const readState = ({ fields, stored, conflicts }: EditorState): ReadFields =>
  readFields(
    fields,
    stored.fields,
    conflicts.map(({ field }) => field),
  )

/** The fields as the server has them once it has taken `read`: what was held stays as it was, what rests it has not. */
export function sentFields({ fields, stored, conflicts }: EditorState, { held }: ReadFields): Fields {
  const behind = new Set([...held, ...conflicts.map(({ field }) => field)])
  const sent = fieldsOf((id) => (behind.has(id) ? stored.fields[id] : fields[id]))
  const resting = restingFields(sent)
  return fieldsOf((id) => (resting.has(id) ? '' : sent[id]))
}

/** Whether anything that belongs into the document is not stored yet. */
export function isDirty({ fields, stored }: EditorState): boolean {
  const resting = restingFields(fields)
  return changedFields(fields, stored.fields).some((id) => !resting.has(id))
}

/** Whether anything would be gone with this page, also what rests until it is wanted again. */
export const isOnlyHere = ({ fields, stored }: EditorState): boolean =>
  changedFields(fields, stored.fields).length > 0
