'use client'

import { createContext, type ReactNode, useContext, useSyncExternalStore } from 'react'
import { bug } from '@/lib/base/assert'
import { type EditorState, type Stored, startEditing } from '@/lib/editor/editor-state'
import type { FieldId } from '@/lib/editor/fields'
import { type EditorEvent, reduceEditor } from '@/lib/editor/reduce-editor'

/** Outside of React, so that a keystroke renders the field it was typed into and not the whole desk. */
export type EditorStore = {
  readonly get: () => EditorState
  readonly dispatch: (event: EditorEvent) => void
  readonly subscribe: (listener: () => void) => () => void
}

export function createEditorStore(stored: Stored): EditorStore {
  let state = startEditing(stored)
  const listeners = new Set<() => void>()
  return {
    get: () => state,
    dispatch: (event) => {
      const next = reduceEditor(state, event)
      if (next === state) return
      state = next
      for (const listener of listeners) listener()
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

const Context = createContext<EditorStore | null>(null)

export const EditorStoreProvider = ({ store, children }: { store: EditorStore; children: ReactNode }) => (
  <Context value={store}>{children}</Context>
)

export const useEditorStore = (): EditorStore => useContext(Context) ?? bug('no editor around this component')

/** `select` answers with something that is the same as long as nothing changed: a text, a number, a part of the state. */
export function useEditor<T>(select: (state: EditorState) => T): T {
  const { subscribe, get } = useEditorStore()
  const read = () => select(get())
  return useSyncExternalStore(subscribe, read, read)
}

export const useField = (id: FieldId): string => useEditor(({ fields }) => fields[id])

/** What a control calls with what was typed. */
export function useChange(): (field: FieldId, value: string) => void {
  const { dispatch } = useEditorStore()
  return (field, value) => dispatch({ type: 'typed', field, value, atMs: Date.now() })
}
