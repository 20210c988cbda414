import { describe, expect, test } from 'vitest'
import { Lane } from '@/lib/http/lane'

const limits = { atOnce: 2, waitingMax: 3, waitMs: 60_000 }

/** A job that ends when it is told to, and says when it began. */
function job(began: string[], name: string) {
  const end = new EventTarget()
  const promise = new Promise<string>((resolve, reject) => {
    end.addEventListener('end', () => resolve(name))
    end.addEventListener('fail', () => reject(new Error(name)))
  })
  promise.catch(() => {})
  return {
    run: () => {
      began.push(name)
      return promise
    },
    end: () => end.dispatchEvent(new Event('end')),
    fail: () => end.dispatchEvent(new Event('fail')),
  }
}

/** Everything that can go on without waiting for anything has gone on. */
const settled = () => new Promise((resolve) => setImmediate(resolve))

function started(lane: Lane, names: string, signal?: AbortSignal) {
  const began: string[] = []
  const jobs = [...names].map((name) => {
    const one = job(began, name)
    const answer = lane.run(one.run, signal)
    answer.catch(() => {})
    return { ...one, answer }
  })
  return { began, jobs }
}

describe('a lane for two', () => {
  test('runs two at once and the rest in their order', async () => {
    const { began, jobs } = started(new Lane(limits), 'abcde')
    await settled()
    expect(began.join('')).toBe('ab')
    jobs[1]?.end()
    await settled()
    expect(began.join('')).toBe('abc')
    jobs[2]?.end()
    jobs[0]?.end()
    await settled()
    expect(began.join('')).toBe('abcde')
    jobs[3]?.end()
    jobs[4]?.end()
    const answers = await Promise.all(jobs.map(({ answer }) => answer))
    expect(answers.map((answer) => answer.ok && answer.value).join('')).toBe('abcde')
  })

  test('refuses who comes beyond those who may wait, and says when to come again', async () => {
    const { began, jobs } = started(new Lane(limits), 'abcdef')
    expect(await jobs[5]?.answer).toEqual({ ok: false, error: { retryAfterSeconds: 3 } })
    for (const one of jobs) one.end()
    await settled()
    expect(began.join('')).toBe('abcde')
  })

  test('gives the place of a job that fails to the next, and the failure to whoever asked', async () => {
    const { began, jobs } = started(new Lane(limits), 'abc')
    jobs[0]?.fail()
    await expect(jobs[0]?.answer).rejects.toThrow('a')
    await settled()
    expect(began.join('')).toBe('abc')
  })

  test('is as free as before once all have gone', async () => {
    const lane = new Lane(limits)
    for (const names of ['ab', 'cd']) {
      const { began, jobs } = started(lane, names)
      await settled()
      expect(began.join('')).toBe(names)
      jobs[0]?.end()
      jobs[1]?.fail()
      await Promise.allSettled(jobs.map(({ answer }) => answer))
    }
  })

  test('lets nobody wait longer than they may', async () => {
    const { began, jobs } = started(new Lane({ ...limits, waitMs: 0 }), 'abc')
    expect((await jobs[2]?.answer)?.ok).toBe(false)
    jobs[0]?.end()
    await settled()
    expect(began.join('')).toBe('ab')
  })

  test('gives the place of a reader who went away while waiting to the next', async () => {
    const lane = new Lane({ ...limits, waitingMax: 1 })
    const first = started(lane, 'ab')
    const gone = new AbortController()
    const second = started(lane, 'c', gone.signal)
    gone.abort()
    expect((await second.jobs[0]?.answer)?.ok).toBe(false)
    const third = started(lane, 'd')
    first.jobs[0]?.end()
    await settled()
    expect([second.began, third.began]).toEqual([[], ['d']])
  })
})
