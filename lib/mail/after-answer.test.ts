import { AsyncLocalStorage } from 'node:async_hooks'
import { beforeEach, expect, test } from 'vitest'
import { afterAnswer } from '@/lib/mail/after-answer'
import { runClosers, setRegistry } from '@/lib/registry'

beforeEach(() => {
  setRegistry({
    databaseUrl: '',
    publicUrl: '',
    secret: '',
    dataFolder: '',
    requests: new AsyncLocalStorage(),
    closers: new Set(),
  })
})

test('work begins after whatever the one who asked does at once, and a stop waits for all of it', async () => {
  const done: string[] = []
  for (const name of ['one', 'two'])
    afterAnswer(async () => {
      done.push(`${name} begins`)
      await Promise.resolve()
      done.push(`${name} ends`)
    })
  await Promise.resolve()
  expect(done).toEqual([])
  await runClosers()
  expect(done).toEqual(['one begins', 'one ends', 'two begins', 'two ends'])
})

test('work that fails is one line of the log and nobody else’s trouble', async () => {
  const lines: unknown[] = []
  Reflect.set(globalThis, Symbol.for('fullscore.logger'), { error: (line: unknown) => lines.push(line) })
  afterAnswer(() => Promise.reject(new Error('planned')))
  await runClosers()
  expect(lines).toEqual([{ err: new Error('planned') }])
})
