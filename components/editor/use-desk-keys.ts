'use client'

import { useEffect } from 'react'
import type { EditorStore } from '@/components/editor/store'
import { anchorOf } from '@/lib/editor/anchors'
import type { FieldId } from '@/lib/editor/fields'
import { LAYERS, type LayerId } from '@/lib/maestro/layers'

/** Undo and redo for all fields alike, and links that lead to a field also into what is folded away. */
export function useDeskKeys(store: EditorStore, openLayer: (id: LayerId) => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isUndo = (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'z'
      const isRedo = event.ctrlKey && event.key.toLowerCase() === 'y'
      if (!isUndo && !isRedo) return
      // The browser's own would know only the field that has the focus.
      event.preventDefault()
      store.dispatch({ type: isRedo || event.shiftKey ? 'redone' : 'undone' })
    }
    const onHash = () => {
      const anchor = window.location.hash.slice(1)
      const layer = LAYERS.find(({ id }) => anchor === `layer-${id}`)
      if (layer) openLayer(layer.id)
      if (anchor !== '') document.getElementById(anchor)?.focus()
    }
    onHash()
    document.addEventListener('keydown', onKey)
    window.addEventListener('hashchange', onHash)
    return () => {
      document.removeEventListener('keydown', onKey)
      window.removeEventListener('hashchange', onHash)
    }
  }, [store, openLayer])
  useEffect(() => followRevisits(store, openLayer), [store, openLayer])
}

/** After an undo the focus is where something has changed. */
function followRevisits(store: EditorStore, openLayer: (id: LayerId) => void): () => void {
  let count = store.get().revisited?.count
  return store.subscribe(() => {
    const { revisited } = store.get()
    if (!revisited || revisited.count === count) return
    count = revisited.count
    showField(revisited.field, openLayer)
  })
}

export function showField(field: FieldId, openLayer: (id: LayerId) => void): void {
  const layer = LAYERS.find(({ id }) => field.startsWith(`layers.${id}.`))
  if (layer) openLayer(layer.id)
  requestAnimationFrame(() => focusField(field))
}

/** To where a field is written, also behind what is folded; whoever is at one of its controls already stays there. */
function focusField(field: FieldId): void {
  const anchor = anchorOf(field)
  const parts = field.split('.')
  const last = parts.at(-1) ?? ''
  const own = [`${anchor}-${last}`, `${last}-${parts[1]}`]
  const ids = field === `factors.${last}` ? [anchor, `${anchor}-typed`] : [...own, anchor]
  const targets = ids.flatMap((id) => document.getElementById(id) ?? [])
  const target = targets.find((one) => one === document.activeElement) ?? targets[0]
  const folded = target?.closest('details')
  if (folded) folded.open = true
  target?.focus()
}
