import { Lane } from '@/lib/http/lane'
import { type ApiProblem, busy } from '@/lib/http/problems'
import { streamedFile } from '@/lib/http/respond'

/** Long tables are read for two at once; the next wait, with the head of theirs already under way. */
const LANE = new Lane({ atOnce: 2, waitingMax: 8, waitMs: 60_000 })
/** So long a place is kept for a reader who takes nothing. */
const PATIENCE_MS = 5_000

export type Table = {
  readonly name: string
  /** The first line, for which nothing has to be read. */
  readonly head: string
  readonly rows: AsyncGenerator<string>
  /** Asked before each piece: a long table is taken over minutes, in which somebody may lose the right to it. */
  readonly isAllowed: () => Promise<boolean>
}

/** A table to keep, however long it is. */
export async function exported(
  table: Table,
  reader: AbortSignal,
  lane = LANE,
): Promise<Response | ApiProblem> {
  if (lane.isFull) return busy('Two tables', 3)
  const pieces = inTurn(table, { lane, reader, patienceMs: PATIENCE_MS })
  return streamedFile(table.name, 'text/csv; charset=utf-8; header=present', pieces)
}

type Turn = { readonly lane: Lane; readonly reader: AbortSignal; readonly patienceMs: number }

/**
 * The rows, while there is a place for them. A reader who goes away gives the place back; one who is slow does too,
 * and waits for another when the next piece is asked for, so that nobody can hold up the others by reading slowly.
 */
export async function* inTurn(
  { head, rows, isAllowed }: Table,
  { lane, reader, patienceMs }: Turn,
): AsyncGenerator<string> {
  yield head
  let place: (() => void) | undefined
  const leave = () => {
    place?.()
    place = undefined
  }
  try {
    for (;;) {
      place ??= await enter(lane, reader)
      if (!(await isAllowed())) throw new Error('the right to an export ended while it was taken')
      const next = await rows.next()
      if (next.done) return
      const impatience = setTimeout(leave, patienceMs)
      try {
        yield next.value
      } finally {
        clearTimeout(impatience)
      }
    }
  } finally {
    leave()
    await rows.return(undefined)
  }
}

/** What was begun can only be broken off, which tells its reader that the file is not whole. */
async function enter(lane: Lane, reader: AbortSignal): Promise<() => void> {
  const place = await lane.enter(reader)
  if (place.ok) return place.value
  throw new Error('no place for an export came free in time, or its reader went away')
}
