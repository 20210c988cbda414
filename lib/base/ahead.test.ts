import { expect, test } from 'vitest'
import { ahead } from '@/lib/base/ahead'

test('the next one is begun while the last is worked on, and none after that', async () => {
  const begun: number[] = []
  async function* counted() {
    for (let number = 1; number <= 4; number += 1) {
      begun.push(number)
      yield number
    }
  }
  const seen: unknown[] = []
  for await (const number of ahead(counted())) {
    await Promise.resolve()
    seen.push([number, begun.length])
  }
  expect(seen).toEqual([
    [1, 2],
    [2, 3],
    [3, 4],
    [4, 4],
  ])
})

test('a failure is told to whoever asked, after all that came before it', async () => {
  async function* failing() {
    yield 1
    throw new Error('no more')
  }
  const seen: number[] = []
  const read = async () => {
    for await (const number of ahead(failing())) seen.push(number)
  }
  await expect(read()).rejects.toThrow('no more')
  expect(seen).toEqual([1])
})

test('whoever stops waits for what was begun', async () => {
  let isOver = false
  async function* slow() {
    yield 1
    await new Promise(setImmediate)
    isOver = true
    yield 2
  }
  for await (const _ of ahead(slow())) break
  expect(isOver).toBe(true)
})
