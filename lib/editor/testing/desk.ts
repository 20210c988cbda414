import type { Draft } from '@/lib/assessment/document'
import { fieldsOfDraft } from '@/lib/editor/document-fields'
import { type EditorState, readState, type Stored, sentFields, startEditing } from '@/lib/editor/editor-state'
import type { FieldId } from '@/lib/editor/fields'
import { type EditorEvent, reduceEditor } from '@/lib/editor/reduce-editor'

export const EMPTY: Draft = { schemaVersion: 1, formula: 'aivss-0.8', factorSet: 'goal-planning' }

export const storedWith = (draft: Partial<Draft>, version = 1, savedBy = 'Ada'): Stored => ({
  version,
  fields: fieldsOfDraft({ ...EMPTY, ...draft }),
  savedAt: '2026-11-20T10:00:00Z',
  savedBy,
  score: null,
})

export const following = (state: EditorState, ...events: readonly EditorEvent[]): EditorState =>
  events.reduce(reduceEditor, state)

let clock = 0
/** Long after whatever was typed before. */
export const type = (field: FieldId, value: string): EditorEvent => {
  clock += 10_000
  return { type: 'typed', field, value, atMs: clock }
}
export const send = (state: EditorState): EditorEvent => ({
  type: 'save-began',
  sent: sentFields(state, readState(state)),
})
export const outrunBy = (draft: Partial<Draft>, by = 'Ben', version = 2): EditorEvent => ({
  type: 'outrun',
  stored: storedWith(draft, version, by),
})

/** Sent, and never answered. */
export const sendInVain = (state: EditorState): EditorState =>
  following(state, send(state), { type: 'failed', trouble: { kind: 'offline' } })

/** The server takes what is sent, and answers. */
export function save(state: EditorState): EditorState {
  const read = readState(state)
  const sent = sentFields(state, read)
  const stored = storedWith(read.document, state.stored.version + 1)
  return following(state, send(state), { type: 'saved', sent, stored })
}

export const started = startEditing(storedWith({ name: 'Mailer', summary: 'Sends mail.' }))
