import { useSyncExternalStore } from 'react'

/** An agent that was ticked in a list: its name in addresses, and the one that people read. */
export type Ticked = { readonly key: string; readonly name: string }

/** The form that the boxes of a list belong to, wherever they stand, and what it sends. */
export const TRAY_FORM = 'tray'
export const TRAY_FIELD = 'agents'

/** What the browser keeps begins with this; behind it stands the address of the page that compares. */
const TRAY_PREFIX = 'fullscore.compare.'

const NOTHING: readonly Ticked[] = []
const listeners = new Set<() => void>()
let read: { readonly text: string | null; readonly ticked: readonly Ticked[] } = {
  text: null,
  ticked: NOTHING,
}

type Change = (ticked: readonly Ticked[]) => readonly Ticked[]

/** One tray for each place that compares, kept while people walk about and open further tabs. */
export function useTray(place: string): {
  readonly ticked: readonly Ticked[]
  readonly change: (how: Change) => void
} {
  const storageKey = `${TRAY_PREFIX}${place}`
  const ticked = useSyncExternalStore(
    subscribe,
    () => parse(load(storageKey)),
    () => NOTHING,
  )
  return { ticked, change: (how) => save(storageKey, how(parse(load(storageKey)))) }
}

/** An agent is one, whether its report or its draft is meant: what comes before the colon of a key. */
export const isSameAgent = (one: string, other: string): boolean => one.split(':')[0] === other.split(':')[0]

/** What is there already keeps its place, and no more than `max` are taken. */
export const withAgents =
  (agents: readonly Ticked[], max: number): Change =>
  (ticked) =>
    [...ticked, ...agents.filter(({ key }) => ticked.every((one) => !isSameAgent(one.key, key)))].slice(
      0,
      Math.max(max, ticked.length),
    )

export const withoutAgents =
  (keys: readonly string[]): Change =>
  (ticked) =>
    ticked.filter(({ key }) => keys.every((one) => !isSameAgent(one, key)))

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  // A page that is shown again has missed what other tabs and later pages did.
  for (const event of ['storage', 'pageshow']) window.addEventListener(event, listener)
  return () => {
    listeners.delete(listener)
    for (const event of ['storage', 'pageshow']) window.removeEventListener(event, listener)
  }
}

/** The same list for the same text, because a new one each time would render for ever. */
function parse(text: string | null): readonly Ticked[] {
  if (read.text !== text) read = { text, ticked: text === null ? NOTHING : listOf(text) }
  return read.ticked
}

function listOf(text: string): readonly Ticked[] {
  try {
    const value: unknown = JSON.parse(text)
    return Array.isArray(value) ? value.filter(isTicked) : NOTHING
  } catch {
    return NOTHING
  }
}

const isTicked = (value: unknown): value is Ticked =>
  typeof value === 'object' &&
  value !== null &&
  'key' in value &&
  typeof value.key === 'string' &&
  'name' in value &&
  typeof value.name === 'string'

/** Where the browser keeps nothing, ticks hold for this page. */
const unkept = new Map<string, string>()

function load(key: string): string | null {
  try {
    return localStorage.getItem(key) ?? unkept.get(key) ?? null
  } catch {
    return unkept.get(key) ?? null
  }
}

/** Names of a workspace's agents go with whoever signs out; what is listed is everybody's, and stays. */
export function dropWorkspaceTrays(): void {
  const isOfWorkspace = (key: string) => key.startsWith(`${TRAY_PREFIX}/w/`)
  for (const key of unkept.keys()) if (isOfWorkspace(key)) unkept.delete(key)
  try {
    for (const key of Object.keys(localStorage)) if (isOfWorkspace(key)) localStorage.removeItem(key)
  } catch {
    // Where nothing can be kept there is nothing to drop.
  }
}

function save(key: string, ticked: readonly Ticked[]): void {
  const text = JSON.stringify(ticked)
  try {
    localStorage.setItem(key, text)
  } catch {
    unkept.set(key, text)
  }
  for (const listener of listeners) listener()
}
