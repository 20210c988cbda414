import type { Page } from '@playwright/test'
import { bug } from '@/lib/base/assert'
import { armProbe, type Seen, type Watch } from '@/scripts/bench/probe'

/** What one key cost, in milliseconds. */
export type Cost = Seen & {
  /** What the page's main thread computed meanwhile; another program that takes the processor does not count. */
  readonly processor: number
}

/** Keys for the control of a page that has the focus, and what to watch at each of them. */
type Pressed = {
  readonly page: Page
  readonly keys: readonly string[]
  readonly watchOf: (index: number) => Watch
}

const ROUND = 20

/** Rounds of keys here and there, so that whatever else the machine does hits both. */
export async function pressInTurns(
  subject: Pressed,
  floor: Pressed,
): Promise<{ readonly costs: readonly Cost[]; readonly floor: readonly Cost[] }> {
  const [pressThese, pressBare] = [await presserOf(subject), await presserOf(floor)]
  const costs: Cost[] = []
  const bare: Cost[] = []
  for (let first = 0; first < subject.keys.length; first += ROUND) {
    bare.push(...(await pressBare(first)))
    costs.push(...(await pressThese(first)))
  }
  return { costs, floor: bare }
}

/** Presses a round of keys in the uneven rhythm of a hand; the pauses are the same each time. */
async function presserOf({ page, keys, watchOf }: Pressed): Promise<(first: number) => Promise<Cost[]>> {
  const readClock = await openThreadClock(page)
  return async (first) => {
    await page.bringToFront()
    const costs: Cost[] = []
    for (const [index, key] of [...keys.entries()].slice(first, first + ROUND)) {
      const probe = await page.evaluateHandle(armProbe, watchOf(index))
      const before = await readClock()
      await page.keyboard.press(key)
      const seen = await probe.evaluate((armed) => armed.seen)
      costs.push({ ...seen, processor: (await readClock()) - before })
      await probe.dispose()
      await page.evaluate((ms) => new Promise((resolve) => setTimeout(resolve, ms)), (index * 137) % 260)
    }
    return costs
  }
}

/** How long the main thread of a page has worked so far, in milliseconds of the processor. */
async function openThreadClock(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics')
    const tasks = metrics.find(({ name }) => name === 'TaskDuration') ?? bug('the browser counts no tasks')
    return tasks.value * 1_000
  }
}

/** One of the times of all keys, beside the same where nothing but the browser is at work. */
export const besides = (
  costs: readonly Cost[],
  floor: readonly Cost[],
  what: string,
  time: 'handled' | 'work' | 'processor',
) => ({
  times: costs.map((cost) => cost[time]),
  floor: { what, times: floor.map((cost) => cost[time]) },
})
