import type { BriefScore } from '@/lib/aivss/score'
import { type ReadFields, readFields } from '@/lib/editor/document-fields'
import { type FieldId, type Fields, fieldsOf } from '@/lib/editor/fields'
import { changedFields, mergeFields } from '@/lib/editor/merge'
import { NOTHING_TO_UNDO, record, redo, type Taken, type UndoLog, undo } from '@/lib/editor/undo'

/** What the server is known to have: every save says on which version it is based. */
export type Stored = {
  readonly version: number
  readonly fields: Fields
  readonly savedAt: string
  readonly savedBy: string
  readonly score: BriefScore | null
}

/** Two texts of one field, of which a person has to choose; the one typed here stands in the field. */
export type Conflict = { readonly field: FieldId; readonly theirs: string; readonly by: string }

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
  conflicts: conflicts.map(({ field }) => field),
})

export type EditorEvent =
  | { readonly type: 'typed'; readonly field: FieldId; readonly value: string; readonly atMs: number }
  | { readonly type: 'undone' }
  | { readonly type: 'redone' }
  | { readonly type: 'save-began'; readonly sent: Fields }
  | { readonly type: 'saved'; readonly sent: Fields; readonly stored: Omit<Stored, 'fields'> }
  | { readonly type: 'outrun'; readonly stored: Stored }
  | { readonly type: 'failed'; readonly trouble: Trouble }
  | { readonly type: 'came-back'; readonly kept: Kept }
  | { readonly type: 'chosen'; readonly field: FieldId; readonly value: string; readonly atMs: number }

export function reduceEditor(state: EditorState, event: EditorEvent): EditorState {
  switch (event.type) {
    case 'typed':
      return typed(state, event)
    case 'undone':
      return revisit(state, undo(state.undoLog))
    case 'redone':
      return revisit(state, redo(state.undoLog))
    case 'save-began':
      return {
        ...state,
        isSaving: true,
        unanswered: [...state.unanswered, event.sent].slice(-UNANSWERED_MAX),
      }
    case 'saved':
      return {
        ...state,
        isSaving: false,
        unanswered: [],
        trouble: null,
        stored: { ...event.stored, fields: event.sent },
      }
    case 'outrun':
      return overtake(state, event.stored)
    case 'failed':
      return { ...state, isSaving: false, trouble: event.trouble }
    case 'came-back':
      return comeBack(state, event.kept)
    case 'chosen':
      return typed(
        { ...state, conflicts: state.conflicts.filter(({ field }) => field !== event.field) },
        event,
      )
  }
}

function typed(
  state: EditorState,
  { field, value, atMs }: { readonly field: FieldId; readonly value: string; readonly atMs: number },
): EditorState {
  const before = state.fields[field]
  if (before === value) return state
  return {
    ...state,
    fields: { ...state.fields, [field]: value },
    conflicts: state.conflicts.filter((one) => one.field !== field || one.theirs !== value),
    undoLog: record(state.undoLog, { field, before, after: value, atMs }),
  }
}

function revisit(state: EditorState, step: Taken | undefined): EditorState {
  if (!step) return state
  const count = (state.revisited?.count ?? 0) + 1
  return {
    ...state,
    fields: { ...state.fields, [step.field]: step.value },
    undoLog: step.log,
    revisited: { field: step.field, count },
  }
}

const UNANSWERED_MAX = 20

/** What one side alone has touched goes together by itself; the rest waits for a choice and is not sent until then. */
function overtake(state: EditorState, theirs: Stored): EditorState {
  const base = ownBase(state.stored.fields, state.unanswered, theirs.fields)
  const merged = mergeFields(base, state.fields, theirs.fields)
  const settled = new Set([...merged.conflicts, ...merged.taken])
  const still = state.conflicts.filter(({ field }) => !settled.has(field))
  const found = merged.conflicts.map((field) => ({ field, theirs: theirs.fields[field], by: theirs.savedBy }))
  return {
    ...state,
    isSaving: false,
    unanswered: [],
    trouble: null,
    fields: merged.fields,
    stored: theirs,
    conflicts: [...still, ...found],
    taken: merged.taken.length === 0 ? state.taken : { by: theirs.savedBy, fields: merged.taken },
  }
}

/**
 * A save whose answer was lost may have arrived. Where the server has what was sent from here, that is what the text on
 * the screen goes on from, and nobody is asked to choose between a sentence and its own beginning.
 */
const ownBase = (base: Fields, unanswered: readonly Fields[], theirs: Fields): Fields =>
  fieldsOf((id) => (unanswered.some((sent) => sent[id] === theirs[id]) ? theirs[id] : base[id]))

/** What was kept is put over what is on the screen by now, which may hold another copy that came back before it. */
function comeBack(state: EditorState, { base, fields, unanswered, conflicts }: Kept): EditorState {
  const merged = mergeFields(ownBase(base, unanswered, state.fields), fields, state.fields)
  const by = state.stored.savedBy
  const open = conflicts.filter((field) => fields[field] !== state.fields[field])
  const found = [...new Set([...merged.conflicts, ...open])].map((field) => ({
    field,
    theirs: state.fields[field],
    by,
  }))
  return { ...state, fields: merged.fields, conflicts: [...state.conflicts, ...found] }
}

/** What to send, and what stays behind: fields that cannot be stored yet, and those that wait for a choice. */
export const readState = ({ fields, stored, conflicts }: EditorState): ReadFields =>
  readFields(
    fields,
    stored.fields,
    conflicts.map(({ field }) => field),
  )

/** The fields as the server has them once it has taken `read`: what was held stays as it was. */
export function sentFields({ fields, stored, conflicts }: EditorState, { held }: ReadFields): Fields {
  const behind = new Set([...held, ...conflicts.map(({ field }) => field)])
  return fieldsOf((id) => (behind.has(id) ? stored.fields[id] : fields[id]))
}

export const isDirty = ({ fields, stored }: EditorState): boolean =>
  changedFields(fields, stored.fields).length > 0
