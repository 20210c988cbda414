import { logger } from '@/lib/logger'
import { registry } from '@/lib/registry'

const under = new WeakMap<object, Set<Promise<void>>>()

/**
 * Does some work after the answer, so that its time tells nobody what it found. A graceful stop waits for it; what a
 * killed process had not sent is asked for again.
 */
export function afterAnswer(work: () => Promise<void>): void {
  const { closers } = registry()
  const running = under.get(closers) ?? begin(closers)
  // On a later turn: what runs before its first wait would otherwise run before the answer.
  const done = new Promise<void>((resolve) => setImmediate(resolve))
    .then(work)
    .catch((error: unknown) => logger().error({ err: error }, 'work after an answer failed'))
    .finally(() => running.delete(done))
  running.add(done)
}

function begin(closers: Set<() => Promise<void>>): Set<Promise<void>> {
  const running = new Set<Promise<void>>()
  under.set(closers, running)
  closers.add(async () => {
    under.delete(closers)
    await Promise.all(running)
  })
  return running
}
