import { dropCopies, findCopies, keepCopy, onLeaving, type Place } from '@/components/editor/local-copies'
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
const SAVE_NOW_TRIES = 3

export type Autosave = {
  /** Saves what is waiting; true once the server has all that is on the screen. */
  readonly saveNow: () => Promise<boolean>
  /** Leaves nothing behind that goes on saving; done once the last save is answered. */
  readonly stop: () => Promise<void>
}

/**
 * Keeps everything that is typed, first in the browser and then on the server, for as long as the editor is open.
 * `onCopies` hears whether the browser keeps anything.
 */
export function startAutosave(
  store: EditorStore,
  connection: Connection,
  place: Place,
  onCopies: (areKept: boolean) => void,
): Autosave {
  const copies = startCopies(store, place, onCopies)
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
    stop: async () => {
      for (const [target, type, listener] of targets) target.removeEventListener(type, listener)
      copies.stop()
      await saves.stop()
      if (!isOnlyHere(store.get())) copies.drop()
    },
  }
}

/** What is not on the server yet lies in the browser, under the name of this tab; what others left there is taken over. */
function startCopies(store: EditorStore, place: Place, onCopies: (areKept: boolean) => void) {
  const tab = crypto.randomUUID?.() ?? String(Math.random()).slice(2)
  const found = findCopies(place)
  for (const { kept } of found) store.dispatch({ type: 'came-back', kept })
  let adopted = found.map((copy) => copy.tab)
  let timer: ReturnType<typeof setTimeout> | undefined
  let isSignedOut = false
  const flush = () => {
    clearTimeout(timer)
    timer = undefined
    const state = store.get()
    if (!isOnlyHere(state)) dropCopies(place, [tab, ...adopted])
    else if (isSignedOut || !keepCopy(place, tab, keptOf(state))) return onCopies(false)
    // What waits for a choice between two tabs is nowhere else.
    else if (state.conflicts.some(({ by }) => by === null)) return onCopies(true)
    else dropCopies(place, adopted)
    adopted = []
    onCopies(true)
  }
  flush()
  const unsubscribe = store.subscribe(() => {
    timer ??= setTimeout(flush, COPY_AFTER_MS)
  })
  const unhear = onLeaving(place.account, () => {
    isSignedOut = true
  })
  return {
    flush,
    drop: () => dropCopies(place, [tab]),
    /** The copy stays as it is now; whoever opens the editor next takes it over. */
    stop: () => {
      unsubscribe()
      unhear()
      flush()
    },
  }
}

/** One save at a time; each is based on what the one before has left. */
function startSaves(store: EditorStore, connection: Connection) {
  let timer: ReturnType<typeof setTimeout> | undefined
  let waitingSince: number | undefined
  let retryMs = RETRY_FIRST_MS
  let running: Promise<void> | undefined
  let isStopped = false
  let { fields, conflicts } = store.get()

  const plan = (ms: number) => {
    clearTimeout(timer)
    timer = isStopped ? undefined : setTimeout(start, ms)
  }
  const start = (): Promise<void> => {
    clearTimeout(timer)
    timer = undefined
    waitingSince = undefined
    const done = () => {
      running = undefined
    }
    running ??= saveOnce(store, connection)
      .finally(done)
      .then((waitMs) => {
        const { trouble } = store.get()
        if (!trouble) retryMs = RETRY_FIRST_MS
        if (trouble) plan(waitMs ?? retryMs)
        else if (hasUnsent(store)) plan(PAUSE_MS)
        if (trouble) retryMs = Math.min(retryMs * 2, RETRY_LAST_MS)
      })
    return running
  }
  const unsubscribe = store.subscribe(() => {
    const state = store.get()
    // A choice can leave the text as it is: what changes is that it may be sent.
    if (state.fields === fields && state.conflicts === conflicts) return
    ;({ fields, conflicts } = state)
    // What was refused may be accepted with the next letter; nothing else that stands in the way ends by typing.
    if (state.trouble && state.trouble.kind !== 'refused') return
    waitingSince ??= Date.now()
    plan(Math.max(0, Math.min(PAUSE_MS, waitingSince + PATIENCE_MS - Date.now())))
  })
  const look = async (type: 'outrun' | 'renewed') => {
    const current = await fetchDraft(connection)
    if (current && !running && current.version > store.get().stored.version)
      store.dispatch({ type, stored: current })
  }
  if (hasUnsent(store)) plan(0)
  // Whoever goes back in the browser is shown the page as it was when they first came to it.
  else look('renewed')
  return {
    saveNow: async () => {
      await running
      // Whoever was outrun has to send once more what was put together.
      for (let tries = 0; tries < SAVE_NOW_TRIES && hasUnsent(store); tries += 1) await start()
      const state = store.get()
      return !isDirty(state) && state.conflicts.length === 0
    },
    /** Somebody looks at the page again: what failed is tried at once, and what others saved is fetched. */
    awaken: async () => {
      if (store.get().trouble) return start()
      if (!running && timer === undefined) return look('outrun')
    },
    /** Whoever opens the editor next must not find this one still saving: it tries once more, and that is all. */
    stop: async () => {
      isStopped = true
      clearTimeout(timer)
      unsubscribe()
      await running
      if (hasUnsent(store)) await saveOnce(store, connection)
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
  if (changedFields(sent, state.stored.fields).length === 0) {
    // What could not be sent was taken back since: whether the server answers again, only asking can tell.
    const current = state.trouble ? await fetchDraft(connection) : undefined
    if (current) store.dispatch({ type: 'outrun', stored: current })
    return undefined
  }
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
