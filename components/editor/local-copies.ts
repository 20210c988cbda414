import type { Kept } from '@/lib/editor/editor-state'
import { FIELDS, isFields } from '@/lib/editor/fields'

/** Every text that this browser keeps begins with this. */
const PREFIX = 'fullscore.draft.'

/** Whose text of which agent. Nobody else's key is ever read, so that it is shown to no other account. */
export type Place = { readonly account: string; readonly agentId: string }

const keyOf = ({ account, agentId }: Place, tab: string): string => `${PREFIX}${account}.${agentId}.${tab}`

/** False where the browser keeps nothing: it is full, or its user has forbidden it. */
export function keepCopy(place: Place, tab: string, kept: Kept): boolean {
  return write(keyOf(place, tab), kept) || write(keyOf(place, tab), { ...kept, unanswered: [] })
}

function write(key: string, kept: Kept): boolean {
  try {
    localStorage.setItem(key, JSON.stringify(kept))
    return true
  } catch {
    return false
  }
}

export function dropCopies(place: Place, tabs: readonly string[]): void {
  try {
    for (const tab of tabs) localStorage.removeItem(keyOf(place, tab))
  } catch {
    // Where nothing can be kept there is nothing to drop.
  }
}

/** Whatever earlier visits have left behind, each with the name of its tab. */
export function findCopies(place: Place): readonly { readonly tab: string; readonly kept: Kept }[] {
  try {
    const start = keyOf(place, '')
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(start))
      .flatMap((key) => {
        const kept = readCopy(localStorage.getItem(key) ?? '')
        return kept ? [{ tab: key.slice(start.length), kept }] : []
      })
  } catch {
    return []
  }
}

function readCopy(text: string): Kept | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return isKept(value) ? value : undefined
  } catch {
    return undefined
  }
}

const isKept = (value: unknown): value is Kept =>
  isRecord(value) &&
  isFieldsLike(value['base']) &&
  isFieldsLike(value['fields']) &&
  isListOf(value['unanswered'], isFieldsLike) &&
  isListOf(value['conflicts'], (id) => FIELDS.some((field) => field.id === id))

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

const isFieldsLike = (value: unknown): boolean => isRecord(value) && isFields(value)

const isListOf = (value: unknown, isItem: (item: unknown) => boolean): boolean =>
  Array.isArray(value) && value.every(isItem)

const LEFT = 'fullscore.left'

/**
 * Everything that this account has typed here, when its owner signs out or deletes it; what others have left stays theirs.
 * Other tabs hear of it, and put nothing back.
 */
export function dropCopiesOf(account: string): void {
  try {
    const start = `${PREFIX}${account}.`
    for (const key of Object.keys(localStorage)) if (key.startsWith(start)) localStorage.removeItem(key)
    localStorage.setItem(LEFT, `${account} ${new Date().toISOString()}`)
  } catch {
    // See above.
  }
}

/** Hears that the account has left in another tab; answers with how to stop. */
export function onLeaving(account: string, listener: () => void): () => void {
  const hear = ({ key, newValue }: StorageEvent) => {
    if (key === LEFT && newValue?.startsWith(`${account} `)) listener()
  }
  window.addEventListener('storage', hear)
  return () => window.removeEventListener('storage', hear)
}
