import { ASIDE, beside, COLUMN, type Measure, paragraph, passage, row, span, WHOLE } from '@/lib/press/blocks'
import { hairline } from '@/lib/press/figures'
import type { Slice } from '@/lib/press/flow'
import { type Section, section, subsection } from '@/lib/press/parts/section'
import { bulleted } from '@/lib/press/prose'
import type { Element, Sheet } from '@/lib/press/sheet'
import { PAGE, STYLES, type Style } from '@/lib/press/style'
import type { InputView, ReportDetail } from '@/lib/report/report-detail'
import { HEADINGS } from '@/lib/report/wording'
import { LIGHT } from '@/lib/theme/palette'

/** From the ratings to the score, one line of arithmetic after the other. */
export function derivation(sheet: Sheet, detail: ReportDetail, score: string): readonly Slice[] {
  const part = section(sheet, HEADINGS.derivation)
  return [
    ...part.heading,
    ...equation(part, detail, score),
    ...steps(part, detail.steps),
    ...inputs(part, detail.inputs),
    ...subsection(part, HEADINGS.others, (element) =>
      bulleted(
        sheet,
        element,
        detail.others.map(({ title, score, severity }) => [
          span(`${title}: `, STYLES.body),
          span(score, STYLES.body, { face: 'sans-600' }),
          span(` ${severity}`, STYLES.body),
        ]),
        STYLES.body,
        COLUMN,
      ),
    ),
    ...(detail.notices.length === 0
      ? []
      : subsection(part, HEADINGS.notices, (element) =>
          bulleted(
            sheet,
            element,
            detail.notices.map((message) => [span(message, STYLES.body)]),
            STYLES.body,
            COLUMN,
          ),
        )),
  ]
}

const PADDING = 6

function equation({ sheet, element }: Section, detail: ReportDetail, score: string): readonly Slice[] {
  const style = STYLES.equation
  const { formula, numbers, exact } = detail.equation
  // Each step of the line stays whole where there is room for it.
  const whole = (text: string) => text.replace(/ /g, '\u{A0}')
  const spans = [
    span(`${whole(formula)} ${whole(`= ${numbers}`)} ${whole(`= ${exact} → `)}`, style),
    span(score, style, { face: 'mono-600', size: style.size * 1.15 }),
  ]
  const inner = { x: WHOLE.x + 9, width: WHOLE.width - 18 }
  const slices = passage(sheet, sheet.element(element, 'P'), spans, style, inner)
  const height = slices.reduce((sum, slice) => sum + slice.height, 0) + 2 * PADDING
  return [
    {
      gap: 5,
      height,
      draw: (y) => {
        const box = { x: WHOLE.x, y, width: WHOLE.width, height }
        sheet.artifact(() => sheet.rectangle(box, { stroke: LIGHT.line, fill: LIGHT.canvas }, 2))
        for (const [index, slice] of slices.entries()) slice.draw(y + PADDING + index * style.leading)
      },
    },
  ]
}

const RESULT = 52
const COLUMNS = [
  { measure: ASIDE, align: 'left' },
  { measure: { x: COLUMN.x, width: COLUMN.width - RESULT - 8 }, align: 'left' },
  { measure: { x: PAGE.right - RESULT, width: RESULT }, align: 'right' },
] as const

const HEAD: readonly Cell[] = ['Step', 'Arithmetic', 'Result'].map((text) => ({
  text,
  type: 'TH',
  scope: 'Column',
  style: STYLES.tiny,
}))

type Cell = {
  readonly text: string
  readonly type: 'TH' | 'TD'
  readonly scope?: 'Row' | 'Column'
  readonly style: Style
}

const stepCells = ({ label, expression, value }: ReportDetail['steps'][number]): readonly Cell[] => [
  { text: label, type: 'TH', scope: 'Row', style: STYLES.body },
  { text: expression, type: 'TD', style: STYLES.arithmetic },
  { text: String(value), type: 'TD', style: { ...STYLES.arithmetic, face: 'mono-600' } },
]

function steps({ sheet, element }: Section, steps: ReportDetail['steps']): readonly Slice[] {
  const table = sheet.element(element, 'Table')
  const line = (cells: readonly Cell[], gap: number, below: number, isLast: boolean) => {
    const element = sheet.element(table, 'TR')
    const end = () => {
      element.end()
      if (isLast) table.end()
    }
    return row(
      COLUMNS.map(({ measure, align }, index) => cellOf(sheet, element, cells[index], measure, align)),
      { gap, below, rule: hairline(sheet), end },
    )
  }
  return [
    ...line(HEAD, 9, 1.5, false).map((slice) => ({ ...slice, glued: true })),
    ...steps.flatMap((step, index) => line(stepCells(step), 2.5, 2.5, index === steps.length - 1)),
  ]
}

const cellOf = (
  sheet: Sheet,
  line: Element,
  cell: Cell | undefined,
  measure: Measure,
  align: 'left' | 'right',
): readonly Slice[] => {
  if (!cell) return []
  const { text, type, scope, style } = cell
  const element = sheet.element(line, type, scope ? { scope } : {})
  return passage(sheet, element, [span(text, style)], style, measure, { align })
}

function* inputs({ sheet, element }: Section, inputs: readonly InputView[]): Generator<Slice> {
  const list = sheet.element(element, 'L')
  for (const [index, { symbol, name, value, origin, rationale }] of inputs.entries()) {
    const item = sheet.element(list, 'LI')
    const style = STYLES.body
    const label = [
      span(`${symbol} `, style, { face: 'sans-italic', colour: LIGHT.inkFaint }),
      span(`${name} `, style),
      span(value, style, { face: 'sans-600' }),
    ]
    const reason = [
      ...(origin === null ? [] : [span(`${origin} `, style, { colour: LIGHT.inkFaint })]),
      span(rationale ?? '', style),
    ]
    yield* beside(
      passage(sheet, sheet.element(item, 'Lbl'), label, style, ASIDE),
      paragraph(sheet, item, 'LBody', reason, style, COLUMN),
      { gap: index === 0 ? 9 : 4 },
    )
  }
}
