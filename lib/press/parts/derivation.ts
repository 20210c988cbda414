import { ASIDE, beside, COLUMN, paragraph, passage, row, span, WHOLE } from '@/lib/press/blocks'
import type { Slice } from '@/lib/press/flow'
import { type Section, section, subsection } from '@/lib/press/parts/section'
import { bulleted } from '@/lib/press/prose'
import type { Element, Sheet } from '@/lib/press/sheet'
import { PAGE, STYLES } from '@/lib/press/style'
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
const hairline = (sheet: Sheet) => (y: number) =>
  sheet.artifact(() => sheet.stroke(PAGE.left, y, PAGE.right, y, LIGHT.line, 0.5))

function steps({ sheet, element }: Section, steps: ReportDetail['steps']): readonly Slice[] {
  const table = sheet.element(element, 'Table')
  const arithmetic = { x: COLUMN.x, width: COLUMN.width - RESULT - 8 }
  const result = { x: PAGE.right - RESULT, width: RESULT }
  const cells = (line: Element, types: readonly [string, 'Row' | 'Column' | undefined], texts: StepTexts) => {
    const [type, scope] = types
    const first = sheet.element(line, 'TH', { scope: scope ?? 'Row' })
    const isHead = type === 'TH'
    const other = () => sheet.element(line, type, isHead ? { scope: 'Column' } : {})
    const [label, figures, number] = isHead
      ? ([STYLES.tiny, STYLES.tiny, STYLES.tiny] as const)
      : ([STYLES.body, STYLES.arithmetic, { ...STYLES.arithmetic, face: 'mono-600' as const }] as const)
    return [
      passage(sheet, first, [span(texts[0], label)], label, ASIDE),
      passage(sheet, other(), [span(texts[1], figures)], figures, arithmetic),
      passage(sheet, other(), [span(texts[2], number)], number, result, { align: 'right' }),
    ]
  }
  const head = sheet.element(table, 'TR')
  return [
    ...row(cells(head, ['TH', 'Column'], ['Step', 'Arithmetic', 'Result']), {
      gap: 9,
      below: 1.5,
      rule: hairline(sheet),
      end: () => head.end(),
    }).map((slice) => ({ ...slice, glued: true })),
    ...steps.flatMap(({ label, expression, value }, index) => {
      const line = sheet.element(table, 'TR')
      const end = () => {
        line.end()
        if (index === steps.length - 1) table.end()
      }
      return row(cells(line, ['TD', 'Row'], [label, expression, String(value)]), {
        gap: 2.5,
        below: 2.5,
        rule: hairline(sheet),
        end,
      })
    }),
  ]
}

type StepTexts = readonly [string, string, string]

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
