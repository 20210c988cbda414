import { beside, paragraph, passage, span } from '@/lib/press/blocks'
import type { Slice } from '@/lib/press/flow'
import { type Section, section, subsection } from '@/lib/press/parts/section'
import { bulleted } from '@/lib/press/prose'
import type { Sheet } from '@/lib/press/sheet'
import { STYLES } from '@/lib/press/style'
import { type Column, table, textCell } from '@/lib/press/table'
import type { InputView, ReportDetail } from '@/lib/report/report-detail'
import { HEADINGS } from '@/lib/report/wording'
import { LIGHT } from '@/lib/theme/palette'

/** From the ratings to the score, one line of arithmetic after the other. */
export function derivation(sheet: Sheet, detail: ReportDetail, score: string): readonly Slice[] {
  const part = section(sheet, HEADINGS.derivation)
  const { column } = sheet.grid
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
        column,
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
            column,
          ),
        )),
  ]
}

const PADDING = 6

function equation({ sheet, element }: Section, detail: ReportDetail, score: string): readonly Slice[] {
  const style = STYLES.equation
  const { whole: measure } = sheet.grid
  const { formula, numbers, exact } = detail.equation
  // Each step of the line stays whole where there is room for it.
  const whole = (text: string) => text.replace(/ /g, '\u{A0}')
  const spans = [
    span(`${whole(formula)} ${whole(`= ${numbers}`)} ${whole(`= ${exact} → `)}`, style),
    span(score, style, { face: 'mono-600', size: style.size * 1.15 }),
  ]
  const inner = { x: measure.x + 9, width: measure.width - 18 }
  const slices = passage(sheet, sheet.element(element, 'P'), spans, style, inner)
  const height = slices.reduce((sum, slice) => sum + slice.height, 0) + 2 * PADDING
  return [
    {
      gap: 5,
      height,
      draw: (y) => {
        const box = { x: measure.x, y, width: measure.width, height }
        sheet.artifact(() => sheet.rectangle(box, { stroke: LIGHT.line, fill: LIGHT.canvas }, 2))
        for (const [index, slice] of slices.entries()) slice.draw(y + PADDING + index * style.leading)
      },
    },
  ]
}

const RESULT = 52

function steps({ sheet, element }: Section, steps: ReportDetail['steps']): Iterable<Slice> {
  const { page, aside, column } = sheet.grid
  const columns: readonly Column[] = [
    { title: 'Step', measure: aside },
    { title: 'Arithmetic', measure: { x: column.x, width: column.width - RESULT - 8 } },
    { title: 'Result', measure: { x: page.right - RESULT, width: RESULT }, align: 'right' },
  ]
  const rows = steps.map(({ label, expression, value }) => [
    textCell(sheet, label, STYLES.body),
    textCell(sheet, expression, STYLES.arithmetic),
    textCell(sheet, String(value), { ...STYLES.arithmetic, face: 'mono-600' }),
  ])
  return table(sheet, element, columns, rows, { gap: 9, above: 2.5, below: 2.5 })
}

function* inputs({ sheet, element }: Section, inputs: readonly InputView[]): Generator<Slice> {
  const { aside, column } = sheet.grid
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
      sheet,
      passage(sheet, sheet.element(item, 'Lbl'), label, style, aside),
      paragraph(sheet, item, 'LBody', reason, style, column),
      { gap: index === 0 ? 9 : 4 },
    )
  }
}
