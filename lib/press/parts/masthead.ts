import { beside, lineOf, paragraph } from '@/lib/press/blocks'
import { drawSeverity } from '@/lib/press/figures'
import type { Slice } from '@/lib/press/flow'
import type { Element, Sheet } from '@/lib/press/sheet'
import { baselineIn, STYLES } from '@/lib/press/style'
import type { ReportDetail } from '@/lib/report/report-detail'
import type { ReportView } from '@/lib/report/report-view'
import { kickerOf, sharedWords } from '@/lib/report/wording'
import { LIGHT } from '@/lib/theme/palette'

export const masthead = (sheet: Sheet, view: ReportView): readonly Slice[] => {
  const { root } = sheet
  const { whole, column } = sheet.grid
  return [
    ...(view.readers === 'link'
      ? paragraph(sheet, root, 'P', sharedWords(view), STYLES.tiny, whole, { glued: true })
      : []),
    ...paragraph(sheet, root, 'P', kickerOf(view), STYLES.kicker, whole, { gap: 7, glued: true }),
    ...paragraph(sheet, root, 'H1', view.name, STYLES.title, whole, { gap: 2, glued: true }),
    ...paragraph(
      sheet,
      root,
      'P',
      `${view.byline} · ${view.day} · Revision ${view.number}`,
      STYLES.byline,
      whole,
      {
        gap: 3,
        glued: true,
      },
    ),
    result(sheet, view),
    ...beside(sheet, [], paragraph(sheet, root, 'P', view.summary, STYLES.summary, column), { gap: 9 }),
  ]
}

const HEIGHT = 43

/** The number with its word, and beside it the figures it comes from. */
function result(sheet: Sheet, view: ReportView): Slice {
  const score = sheet.element(sheet.root, 'P')
  const figures = view.detail && sheet.element(sheet.root, 'P')
  const { left, right } = sheet.grid.page
  return {
    gap: 11,
    height: HEIGHT,
    glued: true,
    draw: (y) => {
      sheet.artifact(() => {
        sheet.stroke(left, y, right, y, LIGHT.lineStrong)
        sheet.stroke(left, y + HEIGHT, right, y + HEIGHT, LIGHT.lineStrong)
      })
      drawScore(sheet, score, view, y)
      if (figures) drawFigures(sheet, figures, view.detail.header, y)
    },
  }
}

function drawScore(sheet: Sheet, element: Element, { score, severity }: ReportView, y: number): void {
  const { left } = sheet.grid.page
  const number = lineOf(score, { ...STYLES.score, colour: LIGHT.severity[severity].mark })
  sheet.line(element, number, left, y + 31.5)
  drawSeverity(sheet, element, left + number.width + 7, y + 13.5, severity)
  element.end()
}

function drawFigures(sheet: Sheet, element: Element, header: ReportDetail['header'], y: number): void {
  const { column } = sheet.grid
  const set = header.map(({ name, value }) => ({
    name: lineOf(`${name} `, STYLES.figureName),
    value: lineOf(`${value} `, STYLES.figure),
  }))
  const widths = set.map(({ name, value }) => Math.max(name.width, value.width))
  const rest = column.width - widths.reduce((sum, width) => sum + width, 0)
  const space = Math.min(24, rest / Math.max(1, set.length - 1))
  let x = column.x
  for (const [index, { name, value }] of set.entries()) {
    sheet.line(element, name, x, y + 8 + baselineIn(STYLES.figureName))
    sheet.line(element, value, x, y + 20 + baselineIn(STYLES.figure))
    x += (widths[index] ?? 0) + space
  }
  element.end()
}
