import { describe, expect, test } from 'vitest'
import { exported, inTurn, type Table } from '@/lib/http/exported'
import { Lane } from '@/lib/http/lane'

const laneFor = (limits: Partial<ConstructorParameters<typeof Lane>[0]> = {}) =>
  new Lane({ atOnce: 2, waitingMax: 3, waitMs: 60_000, ...limits })

/** A table of so many pieces, which says what was read of it and whether it was let go. */
function table(pieces: number, name = 'table') {
  const told = { read: 0, isClosed: false }
  async function* rows() {
    try {
      for (let piece = 0; piece < pieces; piece++) {
        told.read += 1
        yield `${name} ${piece}\n`
      }
    } finally {
      told.isClosed = true
    }
  }
  return { told, table: { name, head: 'head\n', rows: rows(), isAllowed: async () => true } satisfies Table }
}

/** Everything that can go on without waiting for anything has gone on. */
const settled = () => new Promise((resolve) => setImmediate(resolve))

async function open(lane: Lane, asked: Table, reader = new AbortController().signal) {
  const answer = await exported(asked, reader, lane)
  if (!(answer instanceof Response)) throw new Error('it was refused')
  const body = answer.body?.pipeThrough(new TextDecoderStream()).getReader()
  if (!body) throw new Error('an answer without a body')
  return body
}

async function rest(body: ReadableStreamDefaultReader<string>): Promise<string> {
  for (let text = ''; ; ) {
    const { done, value } = await body.read()
    if (done) return text
    text += value
  }
}

describe('tables that are read for two at once', () => {
  test('the third waits with its head under way until one of them is through', async () => {
    const lane = laneFor()
    const [first, second, third] = [table(9), table(9), table(2, 'third')]
    const [one, two, three] = [
      await open(lane, first.table),
      await open(lane, second.table),
      await open(lane, third.table),
    ]
    expect((await three.read()).value).toBe('head\n')
    await settled()
    expect([first.told.read > 0, second.told.read > 0, third.told.read]).toEqual([true, true, 0])
    expect(await rest(one)).toMatch(/^head\n(table \d\n){9}$/)
    expect(await rest(three)).toBe('third 0\nthird 1\n')
    expect(await rest(two)).toMatch(/8\n$/)
  })

  test('who loses the right meanwhile is given nothing more, and the file is broken off', async () => {
    const asked = table(9)
    let left = 3
    const isAllowed = async () => left-- > 0
    const body = await open(laneFor(), { ...asked.table, isAllowed })
    await expect(rest(body)).rejects.toThrow('the right')
    expect(asked.told).toEqual({ read: 3, isClosed: true })
  })

  test('whoever goes away gives the place to the next, and nothing more is read for them', async () => {
    const lane = laneFor({ atOnce: 1 })
    const [gone, next] = [table(9), table(1, 'next')]
    const body = await open(lane, gone.table)
    await body.read()
    await body.read()
    const waiting = await open(lane, next.table)
    await body.cancel()
    expect(await rest(waiting)).toBe('head\nnext 0\n')
    expect(gone.told).toEqual({ read: gone.told.read, isClosed: true })
    expect(gone.told.read).toBeLessThan(9)
  })

  test('whoever goes away while waiting leaves the queue', async () => {
    const lane = laneFor({ atOnce: 1, waitingMax: 1 })
    const held = await open(lane, table(9).table)
    await held.read()
    await held.read()
    const gone = new AbortController()
    const waiting = await open(lane, table(1).table, gone.signal)
    await settled()
    expect(await exported(table(1).table, gone.signal, lane)).toMatchObject({ status: 503 })
    gone.abort()
    await expect(rest(waiting)).rejects.toThrow('went away')
    expect(await exported(table(1).table, new AbortController().signal, lane)).toBeInstanceOf(Response)
  })

  test('who is slow to take a piece lets others by, and goes on behind them', async () => {
    const lane = laneFor({ atOnce: 1 })
    const [slow, quick] = [table(3, 'slow'), table(1, 'quick')]
    const turn = { lane, reader: new AbortController().signal, patienceMs: 1 }
    const pieces = inTurn(slow.table, turn)
    expect([(await pieces.next()).value, (await pieces.next()).value]).toEqual(['head\n', 'slow 0\n'])
    const others: string[] = []
    for await (const piece of inTurn(quick.table, turn)) others.push(piece)
    expect(others).toEqual(['head\n', 'quick 0\n'])
    expect([(await pieces.next()).value, (await pieces.next()).value]).toEqual(['slow 1\n', 'slow 2\n'])
    expect((await pieces.next()).done).toBe(true)
    expect(lane.isFull).toBe(false)
  })

  test('a table that breaks gives its place back', async () => {
    const lane = laneFor({ atOnce: 1 })
    // biome-ignore lint/correctness/useYield: it breaks before its first piece.
    async function* broken(): AsyncGenerator<string> {
      throw new Error('broken')
    }
    await expect(
      rest(await open(lane, { name: 'a', head: 'head\n', isAllowed: async () => true, rows: broken() })),
    ).rejects.toThrow('broken')
    expect(await rest(await open(lane, table(1).table))).toBe('head\ntable 0\n')
  })
})
