import { dropCopies, findCopies, keepCopy, type Place } from '@/components/editor/local-copies'
import { type Connection, fetchDraft, sendDraft } from '@/components/editor/save-draft'
import type { EditorStore } from '@/components/editor/store'
import { isDirty, isOnlyHere, keptOf, readState, sentFields } from '@/lib/editor/editor-state'
import { changedFields } from '@/lib/editor/merge'

/** After the last keystroke, and at the latest while somebody goes on typing. */
const PAUSE_MS = 700
const PATIENCE_MS = 4_000
const RETRY_FIRST_MS = 1_000
const RETRY_LAST_MS = 10_000
const COPY_AFTER_MS = 150

export type Autosave = {
  /** Saves what is waiting; true once the server has all of it that it can take. */
  readonly saveNow: () => Promise<boolean>
  readonly stop: () => void
}

/**
 * Keeps everything that is typed, first in the browser and then on the server, for as long as the editor is open.
 * `onCopyFailed` hears of a browser that keeps nothing.
 */
export function startAutosave(
  store: EditorStore,
  connection: Connection,
  place: Place,
  onCopyFailed: () => void,
): Autosave {
  const copies = startCopies(store, place, onCopyFailed)
  const saves = startSaves(store, connection)
  const awaken = () => {
    if (document.visibilityState === 'visible') saves.awaken()
  }
  const targets = [
    [window, 'online', awaken],
    [window, 'focus', awaken],
    [document, 'visibilitychange', awaken],
    [window, 'pagehide', copies.flush],
    [document, 'visibilitychange', copies.flush],
  ] as const
  for (const [target, type, listener] of targets) target.addEventListener(type, listener)
  return {
    saveNow: saves.saveNow,
    stop: () => {
      for (const [target, type, listener] of targets) target.removeEventListener(type, listener)
      copies.flush()
      // Its answer still finds the store, and takes the copy away.
      saves.stop()
    },
  }
}

/** What is not on the server yet lies in the browser, under the name of this tab; what others left there is taken over. */
function startCopies(store: EditorStore, place: Place, onFailed: () => void) {
  const tab = crypto.randomUUID?.() ?? String(Math.random()).slice(2)
  const found = findCopies(place)
  for (const { kept } of found) store.dispatch({ type: 'came-back', kept })
  let adopted = found.map((copy) => copy.tab)
  let timer: ReturnType<typeof setTimeout> | undefined
  const flush = () => {
    clearTimeout(timer)
    timer = undefined
    const state = store.get()
    if (!isOnlyHere(state)) dropCopies(place, [tab, ...adopted])
    else if (!keepCopy(place, tab, keptOf(state))) return onFailed()
    // What waits for a choice between two tabs is nowhere else.
    else if (state.conflicts.some(({ by }) => by === null)) return
    else dropCopies(place, adopted)
    adopted = []
  }
  flush()
  store.subscribe(() => {
    timer ??= setTimeout(flush, COPY_AFTER_MS)
  })
  return { flush }
}

/** One save at a time; each is based on what the one before has left. */
function startSaves(store: EditorStore, connection: Connection) {
  let timer: ReturnType<typeof setTimeout> | undefined
  let waitingSince: number | undefined
  let retryMs = RETRY_FIRST_MS
  let running: Promise<void> | undefined
  let { fields, conflicts } = store.get()

  const plan = (ms: number) => {
    clearTimeout(timer)
    timer = setTimeout(start, ms)
  }
  const start = (): Promise<void> => {
    clearTimeout(timer)
    timer = undefined
    waitingSince = undefined
    running ??= saveOnce(store, connection).then((waitMs) => {
      running = undefined
      const { trouble } = store.get()
      if (!trouble) retryMs = RETRY_FIRST_MS
      if (trouble) plan(waitMs ?? retryMs)
      else if (hasUnsent(store)) plan(PAUSE_MS)
      if (trouble) retryMs = Math.min(retryMs * 2, RETRY_LAST_MS)
    })
    return running
  }
  store.subscribe(() => {
    const state = store.get()
    // A choice can leave the text as it is: what changes is that it may be sent.
    if (state.fields === fields && state.conflicts === conflicts) return
    ;({ fields, conflicts } = state)
    if (state.trouble) return
    waitingSince ??= Date.now()
    plan(Math.max(0, Math.min(PAUSE_MS, waitingSince + PATIENCE_MS - Date.now())))
  })
  if (hasUnsent(store)) plan(0)
  return {
    saveNow: async () => {
      await running
      if (hasUnsent(store)) await start()
      return !hasUnsent(store)
    },
    /** Somebody looks at the page again: what failed is tried at once, and what others saved is fetched. */
    awaken: async () => {
      if (store.get().trouble) return start()
      if (running || timer !== undefined) return
      const current = await fetchDraft(connection)
      if (current && !running && current.version > store.get().stored.version)
        store.dispatch({ type: 'outrun', stored: current })
    },
    stop: () => {
      if (timer !== undefined) start()
    },
  }
}

/** Whether there is anything that the server could take now. */
function hasUnsent(store: EditorStore): boolean {
  const state = store.get()
  return isDirty(state) && changedFields(sentFields(state, readState(state)), state.stored.fields).length > 0
}

/** Sends what can be stored; answers with how long the server asks to wait, if it does. */
async function saveOnce(store: EditorStore, connection: Connection): Promise<number | undefined> {
  const state = store.get()
  const read = readState(state)
  const sent = sentFields(state, read)
  if (changedFields(sent, state.stored.fields).length === 0) return undefined
  store.dispatch({ type: 'save-began', sent })
  const outcome = await sendDraft(connection, state.stored.version, read.document)
  switch (outcome.kind) {
    case 'saved':
      store.dispatch({ type: 'saved', sent, stored: outcome.stored })
      return undefined
    case 'outrun':
      store.dispatch({ type: 'outrun', stored: outcome.stored })
      return undefined
    case 'failed':
      store.dispatch({ type: 'failed', trouble: outcome.trouble })
      return outcome.waitMs
  }
}
