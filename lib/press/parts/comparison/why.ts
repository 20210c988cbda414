import type { WhyPart, WhyView } from '@/lib/compare/why'
import { COMPARISON_HEADINGS, WHY_METHOD, whyLead, whySame, whyTogether } from '@/lib/compare/wording'
import { paragraph } from '@/lib/press/blocks'
import { drawSignedBar, type Extent } from '@/lib/press/figures'
import type { Slice } from '@/lib/press/flow'
import { section } from '@/lib/press/parts/section'
import type { Sheet } from '@/lib/press/sheet'
import { STYLES } from '@/lib/press/style'
import { type Cell, type Column, table, textCell } from '@/lib/press/table'

/** The difference of two scores as parts that add up. */
export function* whyDifferent(sheet: Sheet, why: WhyView): Generator<Slice> {
  const part = section(sheet, COMPARISON_HEADINGS.why)
  const { whole, column } = sheet.grid
  const said = (text: string) =>
    paragraph(sheet, part.element, 'P', text, STYLES.small, { ...column, x: whole.x }, { gap: 4 })
  yield* part.heading
  yield* paragraph(sheet, part.element, 'H3', why.title, STYLES.heading, whole, {
    gap: 5,
    glued: true,
    start: (y) => part.bookmark(why.title, y),
  })
  yield* said(whyLead(why)).map((slice) => ({ ...slice, gap: 0, glued: true }))
  const amounts = why.parts.map(({ hundredths }) => hundredths)
  const extent = { least: Math.min(0, ...amounts), most: Math.max(0, ...amounts) }
  yield* table(
    sheet,
    part.element,
    columnsOf(sheet),
    [...why.parts.map((one) => cellsOf(sheet, one, extent)), totalOf(sheet, why)],
    { gap: 5, above: 2.5, below: 2.5 },
  )
  yield* [...(why.same.length > 0 ? [whySame(why)] : []), WHY_METHOD].flatMap(said)
}

const INPUT = 170
const VALUES = 210
const POINTS = 52
const SPACE = 14

function columnsOf({ grid: { page } }: Sheet): readonly Column[] {
  const values = page.left + INPUT + SPACE
  const points = values + VALUES + SPACE
  const bar = points + POINTS + 2 * SPACE
  return [
    { title: 'Input', measure: { x: page.left, width: INPUT } },
    { title: 'What they have', measure: { x: values, width: VALUES } },
    { title: 'Points', measure: { x: points, width: POINTS }, align: 'right' },
    { title: 'As a bar', measure: { x: bar, width: page.right - bar } },
  ]
}

const cellsOf = (
  sheet: Sheet,
  { name, values, text, hundredths }: WhyPart,
  extent: Extent,
): readonly Cell[] => [
  textCell(sheet, name, STYLES.heading),
  textCell(sheet, values, STYLES.body),
  textCell(sheet, text, STYLES.rating),
  (_, { measure }) => [
    { height: STYLES.body.leading, draw: (y) => drawSignedBar(sheet, measure, y + 2.5, hundredths, extent) },
  ],
]

const totalOf = (sheet: Sheet, why: WhyView): readonly Cell[] => [
  textCell(sheet, 'Together', STYLES.heading),
  textCell(sheet, whyTogether(why), { ...STYLES.body, face: 'sans-600' }),
  textCell(sheet, why.total.text, STYLES.rating),
  () => [],
]
