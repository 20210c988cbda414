import { beside, paragraph, span } from '@/lib/press/blocks'
import { drawBar } from '@/lib/press/figures'
import type { Slice } from '@/lib/press/flow'
import { type Section, section } from '@/lib/press/parts/section'
import { bulleted } from '@/lib/press/prose'
import type { Element, Sheet } from '@/lib/press/sheet'
import { type Measure, STYLES } from '@/lib/press/style'
import { type Cell, type Column, table, textCell } from '@/lib/press/table'
import type { FactorView, ReportDetail } from '@/lib/report/report-detail'
import { factorsLead, HEADINGS, hostOf } from '@/lib/report/wording'
import { LIGHT } from '@/lib/theme/palette'

const RATING = 34

/** The ten factors: the rating as a number and as a length, and why it is so. */
export function* factors(sheet: Sheet, detail: ReportDetail): Generator<Slice> {
  const part = section(sheet, HEADINGS.factors)
  const { aside, column } = sheet.grid
  const [before, sum, after] = factorsLead(detail.factorSum)
  const lead = [
    span(before, STYLES.small),
    span(sum, STYLES.small, { face: 'sans-600' }),
    span(after, STYLES.small),
  ]
  const leadLines = paragraph(sheet, part.element, 'P', lead, STYLES.small, column, { glued: true })
  const columns: readonly Column[] = [
    { title: 'Factor', measure: { x: aside.x, width: aside.width - RATING - 4 } },
    { title: 'Rating', measure: { x: aside.x + aside.width - RATING, width: RATING }, align: 'right' },
    { title: 'Why', measure: column },
  ]
  yield* part.heading
  yield* beside(sheet, [], leadLines, { gap: 4 })
  yield* table(
    sheet,
    part.element,
    columns,
    detail.factors.map((factor) => cellsOf(part, factor)),
    { gap: 5, above: 3.6, below: 4 },
  )
}

function cellsOf({ sheet, bookmark }: Section, factor: FactorView): readonly Cell[] {
  const { name, value, hundredths, rationale, evidence } = factor
  const { aside } = sheet.grid
  const bar: Slice = {
    height: 5,
    gap: 3,
    draw: (y) => drawBar(sheet, aside, y, hundredths),
  }
  const label = textCell(sheet, name, STYLES.heading, (y) => bookmark(`${name} ${value}`, y))
  return [
    (element, column) => [...label(element, column), bar],
    textCell(sheet, value, STYLES.rating),
    (why, { measure }) => [
      ...(rationale === null ? [] : paragraph(sheet, why, 'P', rationale, STYLES.body, measure)),
      ...evidenceOf(sheet, why, evidence, measure).map((slice, index) =>
        index === 0 ? { ...slice, gap: 2.4 } : slice,
      ),
    ],
  ]
}

const evidenceOf = (
  sheet: Sheet,
  why: Element,
  evidence: FactorView['evidence'],
  measure: Measure,
): readonly Slice[] =>
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
        measure,
      )
