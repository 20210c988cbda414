import type { Slice, Strip } from '@/lib/press/flow'
import { breakLines, type Line, type Span } from '@/lib/press/lines'
import type { Element, Sheet } from '@/lib/press/sheet'
import { baselineIn, type Measure, type Style } from '@/lib/press/style'

export const span = (text: string, style: Style, changes: Partial<Span> = {}): Span => ({
  text,
  face: style.face,
  size: style.size,
  colour: style.colour,
  ...changes,
})

type Setting = {
  readonly gap?: number
  readonly glued?: boolean
  readonly align?: 'left' | 'right'
  readonly spaces?: 'folded' | 'kept'
  readonly start?: (y: number) => void
}

/** A passage, line by line; neither its first line nor its last stands alone on a page. */
export function passage(
  sheet: Sheet,
  element: Element,
  spans: readonly Span[],
  style: Style,
  { x, width }: Measure,
  { gap = 0, glued = false, align = 'left', spaces, start }: Setting = {},
): readonly Slice[] {
  const lines = breakLines(spans, width, spaces)
  const last = lines.length - 1
  return lines.map((line, index) => ({
    height: style.leading,
    gap: index === 0 ? gap : 0,
    glued: index === last ? glued : index === 0 || index === last - 1,
    draw: (y) => {
      if (index === 0) start?.(y)
      const left = align === 'right' ? x + width - line.width : x
      sheet.line(element, line, left, y + baselineIn(style))
      if (index === last) element.end()
    },
  }))
}

/** A passage that is one element of its own. */
export const paragraph = (
  sheet: Sheet,
  parent: Element,
  type: string,
  text: string | readonly Span[],
  style: Style,
  measure: Measure,
  setting?: Setting,
): readonly Slice[] =>
  passage(
    sheet,
    sheet.element(parent, type),
    typeof text === 'string' ? [span(text, style)] : text,
    style,
    measure,
    setting,
  )

const heightOf = (slices: readonly Slice[]): number =>
  slices.reduce((sum, { height, gap }, index) => sum + height + (index === 0 ? 0 : (gap ?? 0)), 0)

function drawAll(slices: readonly Slice[], top: number): void {
  let y = top
  for (const [index, slice] of slices.entries()) {
    y += index === 0 ? 0 : (slice.gap ?? 0)
    slice.draw(y)
    y += slice.height
  }
}

/** Higher than this part of a page, a row may be broken: it would leave too much of the one before empty. */
export const ROW_MAX = 0.6

/** Passages beside each other, as one strip if that is not too high. */
export function row(
  { grid: { page } }: Sheet,
  cells: readonly (readonly Slice[])[],
  { gap = 0, below = 0, head, rule, end }: RowSetting = {},
): readonly Slice[] {
  const common = { gap, ...(head && { head }) }
  const height = Math.max(...cells.map(heightOf))
  if (height <= (page.bottom - page.top) * ROW_MAX) {
    const draw = (y: number) => {
      for (const cell of cells) drawAll(cell, y)
      rule?.(y + height + below)
      end?.()
    }
    return [{ ...common, height: height + below, draw }]
  }
  const count = Math.max(...cells.map(({ length }) => length))
  return Array.from({ length: count }, (_, index) => {
    const beside = cells.flatMap((cell) => cell[index] ?? [])
    const highest = Math.max(...beside.map((slice) => slice.height + (index === 0 ? 0 : (slice.gap ?? 0))))
    const isLast = index === count - 1
    return {
      ...common,
      gap: index === 0 ? gap : 0,
      height: highest + (isLast ? below : 0),
      glued: beside.some(({ glued }) => glued) && !isLast,
      draw: (y: number) => {
        for (const slice of beside) slice.draw(y + highest - slice.height)
        if (!isLast) return
        rule?.(y + highest + below)
        end?.()
      },
    }
  })
}

type RowSetting = {
  readonly gap?: number
  readonly below?: number
  readonly head?: Strip
  /** Draws the line under it. */
  readonly rule?: (y: number) => void
  readonly end?: () => void
}

export type Rail = { readonly colour: string; readonly weight: number; readonly dash?: number }

/** Between a rule and the passage on its right. */
export const RAIL_GAP = 8

/** A passage with a rule on its left, from its top to its bottom on each page. */
export function* ruled(
  sheet: Sheet,
  slices: Iterable<Slice>,
  x: number,
  { colour, weight, dash }: Rail,
): Generator<Slice> {
  let isFirst = true
  for (const slice of slices) {
    const above = isFirst ? 0 : (slice.gap ?? 0)
    yield {
      ...slice,
      draw: (y) => {
        const top = Math.max(sheet.grid.page.top, y - above)
        sheet.artifact(() => sheet.stroke(x, top, x, y + slice.height, colour, weight, dash))
        slice.draw(y)
      },
    }
    isFirst = false
  }
}

/** What a passage is about on the left, the passage beside it; the left one is never torn from the first lines. */
export function* beside(
  sheet: Sheet,
  left: readonly Slice[],
  right: Iterable<Slice>,
  { gap = 0, rail }: { readonly gap?: number; readonly rail?: Rail } = {},
): Generator<Slice> {
  const needed = heightOf(left)
  let reached = 0
  let held: { readonly made: Slice; readonly glued: boolean } | undefined
  for (const slice of rail ? ruled(sheet, right, sheet.grid.column.x - RAIL_GAP, rail) : right) {
    const isFirst = held === undefined
    if (held) yield { ...held.made, glued: held.glued || reached < needed }
    reached += slice.height + (isFirst ? 0 : (slice.gap ?? 0))
    const made = {
      ...slice,
      gap: isFirst ? gap : (slice.gap ?? 0),
      draw: (y: number) => {
        if (isFirst) drawAll(left, y)
        slice.draw(y)
      },
    }
    held = { made, glued: slice.glued === true }
  }
  if (held)
    yield { ...held.made, glued: held.glued, height: held.made.height + Math.max(0, needed - reached) }
}

/** Strips that stay on one page if one is high enough for them. */
export function kept({ grid: { page } }: Sheet, slices: Iterable<Slice>): readonly Slice[] {
  const all = [...slices]
  if (heightOf(all) >= page.bottom - page.top) return all
  return all.map((slice, index) => ({ ...slice, glued: index < all.length - 1 }))
}

/** One line that is known to fit, such as a figure. */
export const lineOf = (text: string, style: Style): Line =>
  breakLines([span(text, style)], Number.POSITIVE_INFINITY)[0] ?? { pieces: [], width: 0 }
