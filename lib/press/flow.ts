import { setImmediate } from 'node:timers/promises'
import type { Sheet } from '@/lib/press/sheet'

/** A strip of a page that is never broken, drawn from its top. */
export type Slice = {
  readonly height: number
  readonly draw: (y: number) => void
  /** The space above it, which falls away at the top of a page. */
  readonly gap?: number
  /** Never the last on its page: what follows comes along. */
  readonly glued?: boolean
  /** Drawn above it where a page begins with it: the head of a table. */
  readonly head?: Strip
}

/** Passages that run down the page beside each other, each at its own pace, from one page to the next. */
export type Columns = {
  readonly columns: readonly Iterable<Slice>[]
  readonly gap: number
  /** Drawn above them where they go on; it is told which of them do, and none where all are new. */
  readonly head: (goesOn: readonly boolean[]) => Strip
}

export type Strip = { readonly height: number; readonly draw: (y: number) => void }

/** So long may a stretch of work keep the process from everything else, before others are answered in between. */
const STRETCH_MS = 12

/** Strips from the top of a page to its bottom, page after page. */
export class Flow {
  readonly #sheet: Sheet
  readonly #isEnough: () => boolean
  #y: number
  #waiting: Slice[] = []
  #stretchBegan = performance.now()

  /** `isEnough` is asked now and then whether to stop. */
  constructor(sheet: Sheet, isEnough: () => boolean) {
    this.#sheet = sheet
    this.#isEnough = isEnough
    this.#y = sheet.grid.page.top
  }

  /** Whether all of them were placed; false when it was stopped. */
  async add(parts: Iterable<Slice | Columns>): Promise<boolean> {
    for (const part of parts) {
      if ('columns' in part) {
        if (!(await this.#addColumns(part))) return false
        continue
      }
      this.#waiting.push(part)
      if (!part.glued) this.#place()
      if (!(await this.#mayGoOn())) return false
    }
    return true
  }

  end(): void {
    this.#place()
  }

  async #mayGoOn(): Promise<boolean> {
    if (performance.now() - this.#stretchBegan < STRETCH_MS) return true
    if (this.#isEnough()) return false
    await setImmediate()
    this.#stretchBegan = performance.now()
    return true
  }

  /** `beyond` is how much of what follows has to stand on the same page. */
  #place(beyond = 0): void {
    const together = this.#waiting
    this.#waiting = []
    const { top, bottom } = this.#sheet.grid.page
    const height = heightOf(together) + beyond
    if (this.#y + height > bottom && this.#y > top && height < bottom - top) this.#turn(together[0]?.head)
    for (const slice of together) {
      if (this.#y > top && this.#y + (slice.gap ?? 0) + slice.height > bottom) this.#turn(slice.head)
      this.#y = drawn(slice, this.#y, this.#y === top)
    }
  }

  /** Each column is filled to the bottom of the page before any of them goes on at the top of the next. */
  async #addColumns({ columns, gap, head }: Columns): Promise<boolean> {
    const runs = columns.map((slices) => new Run(slices))
    this.#place(gap + Math.max(0, ...runs.map(({ next }) => heightOf(next))))
    const { top, bottom } = this.#sheet.grid.page
    let start = this.#y === top ? top : this.#y + gap
    for (let isNew = this.#y === top; ; isNew = true) {
      let lowest = start
      for (const run of runs) {
        let y = start
        while (run.next.length > 0 && (y + heightOf(run.next) <= bottom || (isNew && y === start))) {
          for (const slice of run.take()) y = drawn(slice, y, y === start)
          if (!(await this.#mayGoOn())) return false
        }
        lowest = Math.max(lowest, y)
      }
      this.#y = lowest
      const goesOn = runs.map(({ next }) => next.length > 0)
      if (!goesOn.includes(true)) return true
      this.#turn(head(goesOn))
      start = this.#y
    }
  }

  #turn(head: Strip | undefined): void {
    this.#sheet.document.addPage()
    this.#y = this.#sheet.grid.page.top
    if (!head) return
    this.#sheet.artifact(() => head.draw(this.#y), 'Pagination')
    this.#y += head.height
  }
}

/** Draws it and tells where it ends; the space above it falls away for the first of its kind. */
function drawn(slice: Slice, y: number, isFirst: boolean): number {
  const top = y + (isFirst ? 0 : (slice.gap ?? 0))
  slice.draw(top)
  return top + slice.height
}

const heightOf = (slices: readonly Slice[]): number =>
  slices.reduce((sum, { height, gap = 0 }) => sum + height + gap, 0)

/** Strips one after the other, those that belong together at once, and none made before it is asked for. */
class Run {
  readonly #slices: Iterator<Slice>
  next: readonly Slice[]

  constructor(slices: Iterable<Slice>) {
    this.#slices = slices[Symbol.iterator]()
    this.next = this.#group()
  }

  take(): readonly Slice[] {
    const taken = this.next
    this.next = this.#group()
    return taken
  }

  #group(): readonly Slice[] {
    const group: Slice[] = []
    for (let made = this.#slices.next(); !made.done; made = this.#slices.next()) {
      group.push(made.value)
      if (!made.value.glued) break
    }
    return group
  }
}
