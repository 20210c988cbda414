import { err, ok, type Result } from '@/lib/base/result'

/** How long to leave the lane alone before it is worth asking again. */
export type Busy = { readonly retryAfterSeconds: number }

export type LaneLimits = {
  readonly atOnce: number
  readonly waitingMax: number
  readonly waitMs: number
}

type Waiting = { readonly start: () => void }

/**
 * Work that would slow down everything else if it came all at once: some of it runs, some waits for a short while, in its
 * order, and more is refused. A job that fails, and a reader who goes away while waiting, give their place back.
 */
export class Lane {
  readonly #limits: LaneLimits
  readonly #waiting = new Set<Waiting>()
  #running = 0

  constructor(limits: LaneLimits) {
    this.#limits = limits
  }

  /** Whether all places are taken, those to wait in too. */
  get isFull(): boolean {
    return this.#running >= this.#limits.atOnce && this.#waiting.size >= this.#limits.waitingMax
  }

  async run<T>(job: () => Promise<T>, reader?: AbortSignal): Promise<Result<T, Busy>> {
    const place = await this.enter(reader)
    if (!place.ok) return place
    try {
      return ok(await job())
    } finally {
      place.value()
    }
  }

  /** For work that comes in pieces: a place, which is given back by calling it, once or more often. */
  async enter(reader?: AbortSignal): Promise<Result<() => void, Busy>> {
    if (!(await this.#place(reader))) return err({ retryAfterSeconds: RETRY_AFTER_SECONDS })
    let isTaken = true
    return ok(() => {
      if (isTaken) this.#leave()
      isTaken = false
    })
  }

  /** True when the job may begin; a place is taken for it then. */
  async #place(reader: AbortSignal | undefined): Promise<boolean> {
    if (reader?.aborted) return false
    if (this.#running < this.#limits.atOnce) {
      this.#running += 1
      return true
    }
    if (this.#waiting.size >= this.#limits.waitingMax) return false
    return new Promise((resolve) => {
      const settle = (hasPlace: boolean) => {
        clearTimeout(timer)
        reader?.removeEventListener('abort', giveUp)
        this.#waiting.delete(waiting)
        resolve(hasPlace)
      }
      const waiting: Waiting = { start: () => settle(true) }
      const giveUp = () => settle(false)
      const timer = setTimeout(giveUp, this.#limits.waitMs)
      reader?.addEventListener('abort', giveUp)
      this.#waiting.add(waiting)
    })
  }

  /** The place goes to the one who has waited longest, so that nobody who comes meanwhile is before them. */
  #leave(): void {
    const [next] = this.#waiting
    if (next) next.start()
    else this.#running -= 1
  }
}

const RETRY_AFTER_SECONDS = 3
