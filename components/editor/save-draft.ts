import type { Draft } from '@/lib/assessment/document'
import type { Stored, Trouble } from '@/lib/editor/editor-state'
import { savedSchema, storedOf, storedSchema } from '@/lib/editor/protocol'

export type Connection = { readonly url: string; readonly account: string }

export type SaveOutcome =
  | { readonly kind: 'saved'; readonly stored: Omit<Stored, 'fields'> }
  | { readonly kind: 'outrun'; readonly stored: Stored }
  | { readonly kind: 'failed'; readonly trouble: Trouble; readonly waitMs?: number }

const GIVE_UP_MS = 10_000
const OFFLINE: SaveOutcome = { kind: 'failed', trouble: { kind: 'offline' } }

/** One attempt; every way in which it can end is an outcome. */
export async function sendDraft(
  { url, account }: Connection,
  version: number,
  document: Draft,
): Promise<SaveOutcome> {
  try {
    const response = await fetch(url, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ account, version, document }),
      // The way to the sign-in is not followed: it is how the server says that nobody is signed in.
      redirect: 'manual',
      signal: AbortSignal.timeout(GIVE_UP_MS),
    })
    return await outcomeOf(response)
  } catch {
    return OFFLINE
  }
}

/** The draft as it is now, or nothing where it cannot be read at the moment. */
export async function fetchDraft({ url }: Connection): Promise<Stored | undefined> {
  try {
    const response = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(GIVE_UP_MS) })
    return response.ok ? storedOf(storedSchema.parse(await response.json())) : undefined
  } catch {
    return undefined
  }
}

async function outcomeOf(response: Response): Promise<SaveOutcome> {
  if (response.type === 'opaqueredirect') return { kind: 'failed', trouble: { kind: 'signed-out' } }
  if (response.ok) return { kind: 'saved', stored: savedSchema.parse(await response.json()) }
  if (response.status === 409)
    return { kind: 'outrun', stored: storedOf(storedSchema.parse(await response.json())) }
  if (response.status === 429)
    return {
      kind: 'failed',
      trouble: { kind: 'offline' },
      ...waitOf(response.headers.get('retry-after')),
    }
  if (response.status >= 500) return OFFLINE
  return { kind: 'failed', trouble: { kind: 'refused', message: REFUSALS[response.status] ?? REFUSED } }
}

const WAIT_MAX_SECONDS = 60

/** A proxy may name a time of day or an hour to come; then it is tried as after any other failure. */
const waitOf = (seconds: string | null): { waitMs?: number } =>
  seconds !== null && /^\d+$/.test(seconds) && Number(seconds) <= WAIT_MAX_SECONDS
    ? { waitMs: 1_000 * Number(seconds) }
    : {}

const REFUSED = 'The server does not accept this. Copy what you typed, and load the page again.'

const REFUSALS: Readonly<Record<number, string>> = {
  404: 'You may not write here any more, or the agent is in the trash. What you typed stays in this browser; ask an owner.',
  413: 'All texts together are longer than one megabyte. Shorten one of them.',
}
