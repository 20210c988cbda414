import { passage, row, span } from '@/lib/press/blocks'
import { hairline, strokeHairline } from '@/lib/press/figures'
import type { Slice, Strip } from '@/lib/press/flow'
import { breakLines, type Span } from '@/lib/press/lines'
import type { Element, Sheet } from '@/lib/press/sheet'
import { baselineIn, type Measure, STYLES, type Style } from '@/lib/press/style'

export type Column = {
  readonly title: string | readonly Span[]
  readonly measure: Measure
  readonly align?: 'left' | 'right'
}

/** What stands in a cell, once its element is there. */
export type Cell = (element: Element, column: Column) => readonly Slice[]

type Setting = {
  /** Above the head. */
  readonly gap: number
  /** Above and below what stands in a row. */
  readonly above: number
  readonly below: number
  /** How the titles of the columns look; `leading` counts for all that stands in them. */
  readonly head?: Style
}

/** Rows between hairlines, each made when it is its turn; the head is repeated on every page that the table goes on to. */
export function* table(
  sheet: Sheet,
  parent: Element,
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  { gap, above, below, head = STYLES.tiny }: Setting,
): Generator<Slice> {
  const element = sheet.element(parent, 'Table')
  const titles = columns.map(({ title, ...column }) => ({
    ...column,
    title: typeof title === 'string' ? [span(title, head)] : title,
  }))
  yield* headLine(sheet, element, titles, head, gap)
  const repeated = repeatedHead(sheet, titles, head)
  for (const [index, cells] of rows.entries()) {
    const line = sheet.element(element, 'TR')
    const end = () => {
      line.end()
      if (index === rows.length - 1) element.end()
    }
    const made = cells.map((cell, place) => inCell(sheet, line, cell, place, columns[place]))
    const strips = row(sheet, made, { gap: above, below, head: repeated, rule: hairline(sheet), end })
    const isSecondLastOrFirst = index === 0 || index === rows.length - 2
    yield* strips.map((strip) =>
      isSecondLastOrFirst && rows.length > 1 && strip.height <= LOW ? { ...strip, glued: true } : strip,
    )
  }
}

/** A row no higher than this is a line that is lost alone on a page, at the head of a table as at its end. */
const LOW = 2.5 * STYLES.body.leading

type Titled = Column & { readonly title: readonly Span[] }

function headLine(
  sheet: Sheet,
  table: Element,
  columns: readonly Titled[],
  style: Style,
  gap: number,
): readonly Slice[] {
  const line = sheet.element(table, 'TR')
  const cells = columns.map(({ title, measure, align = 'left' }) =>
    passage(sheet, sheet.element(line, 'TH', { scope: 'Column' }), title, style, measure, { align }),
  )
  return row(sheet, cells, { gap, below: BELOW_HEAD, rule: hairline(sheet), end: () => line.end() }).map(
    (slice) => ({ ...slice, glued: true }),
  )
}

const BELOW_HEAD = 1.5

/** The same once more, where the table goes on; it was told already and is not told again. */
function repeatedHead(sheet: Sheet, columns: readonly Titled[], style: Style): Strip {
  const titles = columns.map((column) => ({
    ...column,
    lines: breakLines(column.title, column.measure.width),
  }))
  const height = Math.max(...titles.map(({ lines }) => lines.length)) * style.leading
  return {
    height: height + 2 * BELOW_HEAD,
    draw: (y) => {
      for (const { lines, measure, align } of titles)
        for (const [index, line] of lines.entries()) {
          const x = align === 'right' ? measure.x + measure.width - line.width : measure.x
          sheet.looseLine(line, x, y + index * style.leading + baselineIn(style))
        }
      strokeHairline(sheet, y + height + BELOW_HEAD)
    },
  }
}

/** The first cell names its row. */
function inCell(
  sheet: Sheet,
  line: Element,
  cell: Cell,
  place: number,
  column: Column | undefined,
): readonly Slice[] {
  if (!column) return []
  const element = place === 0 ? sheet.element(line, 'TH', { scope: 'Row' }) : sheet.element(line, 'TD')
  return cell(element, column)
}

/** A cell of one passage. */
export const textCell =
  (sheet: Sheet, text: string | readonly Span[], style: Style, start?: (y: number) => void): Cell =>
  (element, { measure, align = 'left' }) =>
    passage(sheet, element, typeof text === 'string' ? [span(text, style)] : text, style, measure, {
      align,
      ...(start && { start }),
    })
