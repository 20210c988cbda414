import { ASIDE, beside, COLUMN, lineOf, paragraph, passage, row, span } from '@/lib/press/blocks'
import { drawBar, hairline } from '@/lib/press/figures'
import type { Slice, Strip } from '@/lib/press/flow'
import { type Section, section } from '@/lib/press/parts/section'
import { bulleted } from '@/lib/press/prose'
import type { Element, Sheet } from '@/lib/press/sheet'
import { baselineIn, PAGE, STYLES } from '@/lib/press/style'
import type { FactorView, ReportDetail } from '@/lib/report/report-detail'
import { factorsLead, HEADINGS, hostOf } from '@/lib/report/wording'
import { LIGHT } from '@/lib/theme/palette'

const RATING = 34
const NAME = { x: ASIDE.x, width: ASIDE.width - RATING - 4 }
const VALUE = { x: ASIDE.x + ASIDE.width - RATING, width: RATING }
const HEADS = [
  ['Factor', NAME, 'left'],
  ['Rating', VALUE, 'right'],
  ['Why', COLUMN, 'left'],
] as const

/** The ten factors: the rating as a number and as a length, and why it is so. */
export function* factors(sheet: Sheet, detail: ReportDetail): Generator<Slice> {
  const part = section(sheet, HEADINGS.factors)
  const [before, sum, after] = factorsLead(detail.factorSum)
  const lead = [
    span(before, STYLES.small),
    span(sum, STYLES.small, { face: 'sans-600' }),
    span(after, STYLES.small),
  ]
  const leadLines = paragraph(sheet, part.element, 'P', lead, STYLES.small, COLUMN, { glued: true })
  const table = sheet.element(part.element, 'Table')
  yield* part.heading
  yield* beside([], leadLines, { gap: 4 })
  yield* tableHead(sheet, table)
  for (const [index, factor] of detail.factors.entries())
    yield* factorRow(part, table, factor, () => {
      if (index === detail.factors.length - 1) table.end()
    })
}

function tableHead(sheet: Sheet, table: Element): readonly Slice[] {
  const line = sheet.element(table, 'TR')
  const cells = HEADS.map(([text, measure, align]) =>
    passage(
      sheet,
      sheet.element(line, 'TH', { scope: 'Column' }),
      [span(text, STYLES.tiny)],
      STYLES.tiny,
      measure,
      {
        align,
      },
    ),
  )
  const rule = hairline(sheet)
  return row(cells, { gap: 5, below: 1.5, rule, end: () => line.end() }).map((slice) => ({
    ...slice,
    glued: true,
  }))
}

/** The same once more, where the table goes on; it was told already and is not told again. */
const repeatedHead = (sheet: Sheet): Strip => ({
  height: STYLES.tiny.leading + 3,
  draw: (y) => {
    for (const [text, { x, width }, align] of HEADS) {
      const line = lineOf(text, STYLES.tiny)
      sheet.looseLine(line, align === 'right' ? x + width - line.width : x, y + baselineIn(STYLES.tiny))
    }
    const under = y + STYLES.tiny.leading + 1.5
    sheet.stroke(PAGE.left, under, PAGE.right, under, LIGHT.line, 0.5)
  },
})

function factorRow(
  { sheet, bookmark }: Section,
  table: Element,
  { name, value, hundredths, rationale, evidence }: FactorView,
  last: () => void,
): readonly Slice[] {
  const line = sheet.element(table, 'TR')
  const label = passage(
    sheet,
    sheet.element(line, 'TH', { scope: 'Row' }),
    [span(name, STYLES.heading)],
    STYLES.heading,
    NAME,
    { start: (y) => bookmark(`${name} ${value}`, y) },
  )
  const rating = passage(
    sheet,
    sheet.element(line, 'TD'),
    [span(value, STYLES.rating)],
    STYLES.rating,
    VALUE,
    { align: 'right' },
  )
  const bar: Slice = {
    height: 5,
    gap: 3,
    draw: (y) => drawBar(sheet, ASIDE.x, y, ASIDE.width, hundredths),
  }
  const why = sheet.element(line, 'TD')
  const reasons = [
    ...(rationale === null ? [] : paragraph(sheet, why, 'P', rationale, STYLES.body, COLUMN)),
    ...evidenceOf(sheet, why, evidence).map((slice, index) => (index === 0 ? { ...slice, gap: 2.4 } : slice)),
  ]
  const end = () => {
    line.end()
    last()
  }
  return row([[...label, bar], rating, reasons], {
    gap: 3.6,
    below: 4,
    head: repeatedHead(sheet),
    rule: hairline(sheet),
    end,
  })
}

const evidenceOf = (sheet: Sheet, why: Element, evidence: FactorView['evidence']): readonly Slice[] =>
  evidence.length === 0
    ? []
    : bulleted(
        sheet,
        why,
        evidence.map(({ text, url }) => [
          span(text, STYLES.small),
          ...(url === null
            ? []
            : [span(' ', STYLES.small), span(hostOf(url), STYLES.small, { url, colour: LIGHT.accent })]),
        ]),
        STYLES.small,
        COLUMN,
      )
