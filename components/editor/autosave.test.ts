import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type Autosave, startAutosave } from '@/components/editor/autosave'
import { dropCopiesOf } from '@/components/editor/local-copies'
import { createEditorStore, type EditorStore } from '@/components/editor/store'
import type { Draft } from '@/lib/assessment/document'
import { fieldsOfDraft } from '@/lib/editor/document-fields'
import { saveSchema } from '@/lib/editor/protocol'
import { EMPTY, storedWith, type } from '@/lib/editor/testing/desk'

const ACCOUNT = '4be0643f-1d98-473b-97cd-ca98a65347dd'
const PLACE = { account: ACCOUNT, agentId: 'agent' }

/** A server that speaks as ours does, and can be away. */
let server: { version: number; document: Draft; isAway: boolean; puts: number }
let storage: Map<string, string>

async function answer(_url: string, init?: RequestInit): Promise<Response> {
  if (init?.method === 'PUT') server.puts += 1
  if (server.isAway) throw new TypeError('fetch failed')
  const state = () => ({
    version: server.version,
    savedAt: '2026-11-20T10:00:00Z',
    savedBy: 'Ada',
    score: null,
  })
  const current = () => ({ ...state(), document: server.document })
  if (init?.method !== 'PUT') return Response.json(current())
  const { version, document } = saveSchema.parse(JSON.parse(String(init.body)))
  if (version !== server.version) return Response.json(current(), { status: 409 })
  Object.assign(server, { version: version + 1, document })
  return Response.json(state())
}

beforeEach(() => {
  vi.useFakeTimers()
  server = { version: 1, document: EMPTY, isAway: false, puts: 0 }
  storage = new Map()
  vi.stubGlobal('fetch', answer)
  vi.stubGlobal('window', new EventTarget())
  vi.stubGlobal('document', Object.assign(new EventTarget(), { visibilityState: 'visible' }))
  vi.stubGlobal('localStorage', localStorageOver(storage))
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** Keys are properties of the real one, too. */
const localStorageOver = (entries: Map<string, string>) =>
  new Proxy(
    {
      getItem: (key: string) => entries.get(key) ?? null,
      setItem: (key: string, value: string) => void entries.set(key, value),
      removeItem: (key: string) => void entries.delete(key),
    },
    {
      ownKeys: () => [...entries.keys()],
      getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
    },
  )

const copies = () => [...storage.keys()].filter((key) => key.startsWith('fullscore.draft.'))

function open(
  version = server.version,
  document = server.document,
): { store: EditorStore; autosave: Autosave } {
  const store = createEditorStore({ ...storedWith({}, version), fields: fieldsOfDraft(document) })
  const autosave = startAutosave(store, { url: '/drafts', account: ACCOUNT }, PLACE, () => undefined)
  return { store, autosave }
}

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)

test('what is typed is on the server within two seconds, and the browser keeps no copy of it then', async () => {
  const { store } = open()
  await pass(10)
  store.dispatch(type('summary', 'Sends mail.'))
  await pass(200)
  expect(copies()).toHaveLength(1)
  await pass(1_800)
  expect(server.document.summary).toBe('Sends mail.')
  expect(copies()).toEqual([])
})

test('who goes back to a page as it was hours ago is shown what is on the server, and told of nobody', async () => {
  Object.assign(server, { version: 7, document: { ...EMPTY, summary: 'Sends mail.' } })
  const { store } = open(1, EMPTY)
  await pass(10)
  expect(store.get().fields.summary).toBe('Sends mail.')
  expect(store.get()).toMatchObject({ taken: null, conflicts: [] })
})

test('what could not be sent and was taken back leaves no trouble behind', async () => {
  const { store } = open()
  server.isAway = true
  store.dispatch(type('summary', 'x'))
  await pass(2_000)
  expect(store.get().trouble).toEqual({ kind: 'offline' })
  store.dispatch(type('summary', ''))
  server.isAway = false
  await pass(10_000)
  expect(store.get().trouble).toBeNull()
})

describe('an editor that was left', () => {
  test('has sent what was typed in the instant before, also while a save was on its way', async () => {
    const { store, autosave } = open()
    store.dispatch(type('summary', 'Sends mail'))
    await pass(700)
    store.dispatch(type('summary', 'Sends mail.'))
    await autosave.stop()
    expect(server.document.summary).toBe('Sends mail.')
    expect(copies()).toEqual([])
  })

  test('saves nothing any more, and keeps what it could not send for the next visit', async () => {
    const first = open()
    server.isAway = true
    first.store.dispatch(type('summary', 'Typed.'))
    await first.autosave.stop()
    const { puts } = server
    await pass(60_000)
    expect(server.puts).toBe(puts)
    expect(copies()).toHaveLength(1)
    server.isAway = false
    const next = open()
    await pass(2_000)
    next.store.dispatch(type('summary', 'Typed on.'))
    await pass(60_000)
    expect(server.document.summary).toBe('Typed on.')
    expect(copies()).toEqual([])
  })
})

test('what waits for a choice between two tabs is kept until it is made', async () => {
  server.isAway = true
  const tabs = [open(), open()]
  for (const [index, { store }] of tabs.entries()) store.dispatch(type('summary', `Tab ${index}.`))
  await pass(1_000)
  for (const { autosave } of tabs) await autosave.stop()
  for (let visit = 0; visit < 3; visit += 1) {
    const { store, autosave } = open()
    await pass(1_000)
    const texts = [store.get().fields.summary, ...store.get().conflicts.map(({ theirs }) => theirs)]
    expect(texts.toSorted()).toEqual(['Tab 0.', 'Tab 1.'])
    await autosave.stop()
  }
})

test('after a sign-out in another tab nothing is put back into the browser', async () => {
  const { store } = open()
  server.isAway = true
  store.dispatch(type('summary', 'Typed.'))
  await pass(1_000)
  dropCopiesOf(ACCOUNT)
  const told = [...storage].map(([key, newValue]) => Object.assign(new Event('storage'), { key, newValue }))
  for (const event of told) window.dispatchEvent(event)
  window.dispatchEvent(new Event('pagehide'))
  await pass(20_000)
  expect(copies()).toEqual([])
})

test('publishing waits until all that is on the screen is stored', async () => {
  const { store, autosave } = open()
  store.dispatch(type('links.homepage', 'https:/'))
  expect(await autosave.saveNow()).toBe(false)
  store.dispatch(type('links.homepage', 'https://example.org'))
  Object.assign(server, { version: 5, document: { ...EMPTY, vendor: 'Acme' } })
  expect(await autosave.saveNow()).toBe(true)
  expect(server.document).toMatchObject({ vendor: 'Acme', links: { homepage: 'https://example.org' } })
})
