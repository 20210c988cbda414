import { asStored } from '@/lib/editor/document-fields'
import type { Conflict, EditorState, Kept, Stored } from '@/lib/editor/editor-state'
import { type Fields, fieldsOf } from '@/lib/editor/fields'
import { mergeFields } from '@/lib/editor/merge'
import { forget } from '@/lib/editor/undo'

/** What one side alone has touched goes together by itself; the rest waits for a choice and is not sent until then. */
export function overtake(state: EditorState, theirs: Stored): EditorState {
  const base = ownBase(state.stored.fields, state.unanswered, theirs.fields)
  const { fields, conflicts, agreed, taken } = mergeFields(base, state.fields, theirs.fields)
  const settled = new Set([...conflicts, ...agreed, ...taken])
  return {
    ...state,
    isSaving: false,
    unanswered: [],
    trouble: null,
    fields,
    stored: theirs,
    conflicts: [
      ...state.conflicts.filter(({ field, by }) => by === null || !settled.has(field)),
      ...conflicts.map((field) => ({ field, theirs: theirs.fields[field], by: theirs.savedBy })),
    ],
    // A step back over a text that was taken would silently take it away again.
    undoLog: forget(state.undoLog, taken),
    taken: taken.length === 0 ? state.taken : { by: theirs.savedBy, fields: taken },
  }
}

/**
 * A save whose answer was lost may have arrived. Where the server has what was sent from here, that is what the text on
 * the screen goes on from, and nobody is asked to choose between a sentence and its own beginning.
 */
function ownBase(base: Fields, unanswered: readonly Fields[], theirs: Fields): Fields {
  const there = asStored(theirs)
  const arrived = unanswered.map(asStored)
  return fieldsOf((id) => (arrived.some((sent) => sent[id] === there[id]) ? theirs[id] : base[id]))
}

/** What was kept is put over what is on the screen by now, which may hold another copy that came back before it. */
export function comeBack(state: EditorState, kept: Kept): EditorState {
  const { fields: shown, stored } = state
  const merged = mergeFields(ownBase(kept.base, kept.unanswered, shown), kept.fields, shown)
  const saved = (field: Conflict['field']) => ({ field, theirs: stored.fields[field], by: stored.savedBy })
  const found = [
    ...merged.conflicts.map((field) =>
      shown[field] === stored.fields[field] ? saved(field) : { field, theirs: shown[field], by: null },
    ),
    ...kept.conflicts.filter((field) => kept.fields[field] !== stored.fields[field]).map(saved),
  ]
  return { ...state, fields: merged.fields, conflicts: distinct([...state.conflicts, ...found]) }
}

const distinct = (conflicts: readonly Conflict[]): readonly Conflict[] =>
  conflicts.filter(
    ({ field, theirs }, at) =>
      conflicts.findIndex((one) => one.field === field && one.theirs === theirs) === at,
  )
