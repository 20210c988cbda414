import { setImmediate } from 'node:timers/promises'
import type { Sheet } from '@/lib/press/sheet'
import { COLUMN, PAGE } from '@/lib/press/style'

/** A strip of a page that is never broken, drawn from its top. */
export type Slice = {
  readonly height: number
  readonly draw: (y: number) => void
  /** The space above it, which falls away at the top of a page. */
  readonly gap?: number
  /** Never the last on its page: what follows comes along. */
  readonly glued?: boolean
  /** A rule between the columns, beside this strip and the space above it. */
  readonly rail?: Rail
  /** Drawn above it where a page begins with it: the head of a table. */
  readonly head?: Strip
}

export type Strip = { readonly height: number; readonly draw: (y: number) => void }
export type Rail = {
  readonly colour: string
  readonly weight: number
  readonly dash?: number
  /** Goes on from the strip above. */
  readonly joins?: boolean
}

const RAIL_X = COLUMN.x - 8

/** So long may a stretch of work keep the process from everything else, before others are answered in between. */
const STRETCH_MS = 12

/** Strips from the top of a page to its bottom, page after page. */
export class Flow {
  readonly #sheet: Sheet
  readonly #isEnough: () => boolean
  #y: number = PAGE.top
  #waiting: Slice[] = []
  #stretchBegan = performance.now()

  /** `isEnough` is asked now and then whether to stop. */
  constructor(sheet: Sheet, isEnough: () => boolean) {
    this.#sheet = sheet
    this.#isEnough = isEnough
  }

  /** Whether all of them were placed; false when it was stopped. */
  async add(slices: Iterable<Slice>): Promise<boolean> {
    for (const slice of slices) {
      this.#waiting.push(slice)
      if (!slice.glued) this.#place()
      if (performance.now() - this.#stretchBegan < STRETCH_MS) continue
      if (this.#isEnough()) return false
      await setImmediate()
      this.#stretchBegan = performance.now()
    }
    return true
  }

  end(): void {
    this.#place()
  }

  #place(): void {
    const together = this.#waiting
    this.#waiting = []
    const height = together.reduce((sum, slice) => sum + slice.height + (slice.gap ?? 0), 0)
    if (this.#y + height > PAGE.bottom && this.#y > PAGE.top && height < PAGE.bottom - PAGE.top)
      this.#turn(together[0])
    for (const slice of together) this.#draw(slice)
  }

  #draw(slice: Slice): void {
    if (this.#y > PAGE.top && this.#y + (slice.gap ?? 0) + slice.height > PAGE.bottom) this.#turn(slice)
    const gap = this.#y > PAGE.top ? (slice.gap ?? 0) : 0
    const { rail } = slice
    if (rail) {
      const top = this.#y + (rail.joins ? 0 : gap)
      const bottom = this.#y + gap + slice.height
      this.#sheet.artifact(() =>
        this.#sheet.stroke(RAIL_X, top, RAIL_X, bottom, rail.colour, rail.weight, rail.dash),
      )
    }
    slice.draw(this.#y + gap)
    this.#y += gap + slice.height
  }

  #turn(next: Slice | undefined): void {
    this.#sheet.document.addPage()
    this.#y = PAGE.top
    const head = next?.head
    if (!head) return
    this.#sheet.artifact(() => head.draw(this.#y), 'Pagination')
    this.#y += head.height
  }
}
