import { ASIDE, beside, COLUMN, lineOf, paragraph, span, WHOLE } from '@/lib/press/blocks'
import { drawSeverity } from '@/lib/press/figures'
import type { Slice } from '@/lib/press/flow'
import { breakLines } from '@/lib/press/lines'
import type { Element, Sheet } from '@/lib/press/sheet'
import { baselineIn, PAGE, STYLES } from '@/lib/press/style'
import type { ReportDetail } from '@/lib/report/report-detail'
import type { ReportView } from '@/lib/report/report-view'
import { kickerOf, sharedWords } from '@/lib/report/wording'
import { LIGHT } from '@/lib/theme/palette'

export const masthead = (sheet: Sheet, view: ReportView): readonly Slice[] => {
  const { root } = sheet
  return [
    ...(view.readers === 'link'
      ? paragraph(sheet, root, 'P', sharedWords(view), STYLES.tiny, WHOLE, { glued: true })
      : []),
    ...paragraph(sheet, root, 'P', kickerOf(view), STYLES.kicker, WHOLE, { gap: 7, glued: true }),
    ...paragraph(sheet, root, 'H1', view.name, STYLES.title, WHOLE, { gap: 2, glued: true }),
    ...paragraph(
      sheet,
      root,
      'P',
      `${view.byline} · ${view.day} · Revision ${view.number}`,
      STYLES.byline,
      WHOLE,
      {
        gap: 3,
        glued: true,
      },
    ),
    result(sheet, view),
    ...beside([], paragraph(sheet, root, 'P', view.summary, STYLES.summary, COLUMN), { gap: 9 }),
  ]
}

const HEIGHT = 43

/** The number with its word, and beside it the figures it comes from. */
function result(sheet: Sheet, view: ReportView): Slice {
  const score = sheet.element(sheet.root, 'P')
  const figures = view.detail && sheet.element(sheet.root, 'P')
  return {
    gap: 11,
    height: HEIGHT,
    glued: true,
    draw: (y) => {
      sheet.artifact(() => {
        sheet.stroke(PAGE.left, y, PAGE.right, y, LIGHT.lineStrong)
        sheet.stroke(PAGE.left, y + HEIGHT, PAGE.right, y + HEIGHT, LIGHT.lineStrong)
      })
      drawScore(sheet, score, view, y)
      if (figures) drawFigures(sheet, figures, view.detail.header, y)
    },
  }
}

function drawScore(sheet: Sheet, element: Element, { score, severity }: ReportView, y: number): void {
  const { mark, text } = LIGHT.severity[severity]
  const number = lineOf(score, { ...STYLES.score, colour: mark })
  const word = breakLines([span(` ${severity}`, STYLES.severity, { colour: text })], PAGE.width)
  const chip = ASIDE.x + number.width + 7
  const wordLine = word[0] ?? number
  drawSeverity(sheet, chip, y + 13.5, severity, wordLine.width + 27)
  sheet.line(element, number, ASIDE.x, y + 31.5)
  sheet.line(element, wordLine, chip + 20, y + 25)
  element.end()
}

function drawFigures(sheet: Sheet, element: Element, header: ReportDetail['header'], y: number): void {
  const set = header.map(({ name, value }) => ({
    name: lineOf(`${name} `, STYLES.figureName),
    value: lineOf(`${value} `, STYLES.figure),
  }))
  const widths = set.map(({ name, value }) => Math.max(name.width, value.width))
  const rest = COLUMN.width - widths.reduce((sum, width) => sum + width, 0)
  const space = Math.min(24, rest / Math.max(1, set.length - 1))
  let x = COLUMN.x
  for (const [index, { name, value }] of set.entries()) {
    sheet.line(element, name, x, y + 8 + baselineIn(STYLES.figureName))
    sheet.line(element, value, x, y + 20 + baselineIn(STYLES.figure))
    x += (widths[index] ?? 0) + space
  }
  element.end()
}
