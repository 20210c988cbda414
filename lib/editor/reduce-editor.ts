import type { Conflict, EditorState, Kept, Stored, Trouble } from '@/lib/editor/editor-state'
import type { FieldId, Fields } from '@/lib/editor/fields'
import { changedFields } from '@/lib/editor/merge'
import { comeBack, overtake } from '@/lib/editor/overtake'
import { NO_TIME, record, redo, type Taken, undo } from '@/lib/editor/undo'

export type EditorEvent =
  | { readonly type: 'typed'; readonly field: FieldId; readonly value: string; readonly atMs: number }
  | { readonly type: 'undone' }
  | { readonly type: 'redone' }
  | { readonly type: 'save-began'; readonly sent: Fields }
  | { readonly type: 'saved'; readonly sent: Fields; readonly stored: Omit<Stored, 'fields'> }
  | { readonly type: 'outrun'; readonly stored: Stored }
  /** The same before anybody has seen the older text: nobody needs to be told. */
  | { readonly type: 'renewed'; readonly stored: Stored }
  | { readonly type: 'failed'; readonly trouble: Trouble }
  | { readonly type: 'came-back'; readonly kept: Kept }
  | { readonly type: 'chosen'; readonly conflict: Conflict; readonly value: string }

type Choice = Extract<EditorEvent, { type: 'chosen' }>

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
        unanswered: remember(state.unanswered, event.sent),
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
    case 'renewed':
      return { ...overtake(state, event.stored), taken: state.taken }
    case 'failed':
      return { ...state, isSaving: false, trouble: event.trouble }
    case 'came-back':
      return comeBack(state, event.kept)
    case 'chosen':
      return choose(state, event)
  }
}

const UNANSWERED_MAX = 20

/**
 * All of them are based on one version, so at most one has arrived, most likely the first: the network went while its
 * answer was on the way. Trying the same again adds nothing, and the later ones make room for each other.
 */
const remember = (unanswered: readonly Fields[], sent: Fields): readonly Fields[] =>
  unanswered.some((one) => changedFields(one, sent).length === 0)
    ? unanswered
    : [...unanswered.slice(0, UNANSWERED_MAX - 1), sent]

type Change = { readonly field: FieldId; readonly value: string; readonly atMs: number }

function typed(state: EditorState, { field, value, atMs }: Change): EditorState {
  const before = state.fields[field]
  if (before === value) return state
  return {
    ...withText(state, field, value),
    undoLog: record(state.undoLog, { field, before, after: value, atMs }),
  }
}

/** Where the other text is written here too, there is nothing left to choose. */
const withText = (state: EditorState, field: FieldId, value: string): EditorState => ({
  ...state,
  fields: { ...state.fields, [field]: value },
  conflicts: state.conflicts.filter((one) => one.field !== field || one.theirs !== value),
})

function choose(state: EditorState, { conflict: { field, theirs }, value }: Choice): EditorState {
  const conflicts = state.conflicts.filter((one) => one.field !== field || one.theirs !== theirs)
  return typed({ ...state, conflicts }, { field, value, atMs: NO_TIME })
}

function revisit(state: EditorState, step: Taken | undefined): EditorState {
  if (!step) return state
  const count = (state.revisited?.count ?? 0) + 1
  return {
    ...withText(state, step.field, step.value),
    undoLog: step.log,
    revisited: { field: step.field, count },
  }
}
