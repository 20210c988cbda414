import { passage, ruled, span } from '@/lib/press/blocks'
import type { Slice } from '@/lib/press/flow'
import type { Span } from '@/lib/press/lines'
import type { Element, Sheet } from '@/lib/press/sheet'
import { type Measure, STYLES, type Style } from '@/lib/press/style'
import { spansOf } from '@/lib/press/words'
import { type Block, parseProse } from '@/lib/report/prose'
import { LIGHT } from '@/lib/theme/palette'

const GAP = 4.8
const QUOTE_RULE = { colour: LIGHT.lineStrong, weight: 1 }
const INDENT = 12

/** Deeper, a passage would have no width left; it stays where it is. */
const NARROWEST = 120

/** Markdown that people wrote, as the page shows it; set as far as it is asked for, because it may be long. */
export function* proseSlices(
  sheet: Sheet,
  parent: Element,
  markdown: string,
  measure: Measure,
): Generator<Slice> {
  yield* blocksOf(sheet, parent, parseProse(markdown), measure, 0)
}

function* blocksOf(
  sheet: Sheet,
  parent: Element,
  blocks: readonly Block[],
  measure: Measure,
  gap: number,
): Generator<Slice> {
  for (const [index, block] of blocks.entries())
    yield* blockOf(sheet, parent, block, measure, index === 0 ? gap : GAP)
}

function blockOf(
  sheet: Sheet,
  parent: Element,
  block: Block,
  measure: Measure,
  gap: number,
): Iterable<Slice> {
  const style = STYLES.body
  switch (block.type) {
    case 'paragraph':
      return passage(sheet, sheet.element(parent, 'P'), spansOf(block.content, style), style, measure, {
        gap,
      })
    case 'list':
      return listOf(sheet, sheet.element(parent, 'L'), block, measure, gap)
    case 'quote': {
      const quote = sheet.element(parent, 'BlockQuote')
      const blocks = blocksOf(sheet, quote, block.blocks, indented(measure), gap)
      return ruled(sheet, blocks, measure.x + 2, QUOTE_RULE)
    }
    case 'code':
      return codeOf(sheet, sheet.element(parent, 'P'), block.text, measure, gap)
  }
}

function* listOf(
  sheet: Sheet,
  list: Element,
  { ordered, items }: Extract<Block, { readonly type: 'list' }>,
  measure: Measure,
  gap: number,
): Generator<Slice> {
  for (const [index, item] of items.entries())
    yield* listItem(
      sheet,
      list,
      ordered ? `${index + 1}.` : '•',
      STYLES.body,
      measure,
      (body, inner) => blocksOf(sheet, body, item.length > 0 ? item : [EMPTY], inner, 0),
      index === 0 ? gap : 1.6,
    )
}

/** Lines with a mark before each. */
export function bulleted(
  sheet: Sheet,
  parent: Element,
  items: readonly (readonly Span[])[],
  style: Style,
  measure: Measure,
): readonly Slice[] {
  const list = sheet.element(parent, 'L')
  return items.flatMap((spans, index) => [
    ...listItem(
      sheet,
      list,
      '•',
      style,
      measure,
      (body, inner) => passage(sheet, body, spans, style, inner),
      index === 0 ? 0 : 1.6,
    ),
  ])
}

/** A mark, and what it stands before. */
function* listItem(
  sheet: Sheet,
  list: Element,
  mark: string,
  style: Style,
  measure: Measure,
  content: (body: Element, inner: Measure) => Iterable<Slice>,
  gap: number,
): Generator<Slice> {
  const element = sheet.element(list, 'LI')
  const label = sheet.element(element, 'Lbl')
  const body = sheet.element(element, 'LBody')
  const width = Math.max(INDENT, (mark.length + 1) * style.size * 0.6)
  const inner = indented(measure, width)
  // Left of the passage, also where that could not go in any further.
  const marks = passage(sheet, label, [span(`${mark} `, style, { colour: LIGHT.inkFaint })], style, {
    x: inner.x - width,
    width,
  })
  let isFirst = true
  for (const slice of content(body, inner)) {
    const mine = isFirst ? marks[0] : undefined
    yield {
      ...slice,
      gap: isFirst ? gap : (slice.gap ?? 0),
      draw: (y) => {
        mine?.draw(y)
        slice.draw(y)
      },
    }
    isFirst = false
  }
}

const EMPTY: Block = { type: 'paragraph', content: [] }

const indented = ({ x, width }: Measure, by = INDENT): Measure =>
  width - by < NARROWEST ? { x, width } : { x: x + by, width: width - by }

/** On a ground of its own, with its spaces kept; a line that is too long goes on below. */
function codeOf(
  sheet: Sheet,
  element: Element,
  text: string,
  measure: Measure,
  gap: number,
): readonly Slice[] {
  const style = STYLES.code
  const inner = { x: measure.x + 6, width: measure.width - 12 }
  const slices = passage(sheet, element, [span(text, style)], style, inner, { gap, spaces: 'kept' })
  return slices.map((slice, index) => {
    const above = index === 0 ? 4 : 0
    const below = index === slices.length - 1 ? 4 : 0
    const height = slice.height + above + below
    return {
      ...slice,
      height,
      draw: (y) => {
        const ground = { x: measure.x, y, width: measure.width, height: height + (below === 0 ? 0.2 : 0) }
        sheet.artifact(() => sheet.rectangle(ground, { fill: LIGHT.sunken }))
        slice.draw(y + above)
      },
    }
  })
}
