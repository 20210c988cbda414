import type { ComparisonView } from '@/lib/compare/comparison-view'
import type { FactorCell, FactorRow } from '@/lib/compare/factor-rows'
import { COMPARISON_HEADINGS, FACTORS_LEAD, sameFactorsWords } from '@/lib/compare/wording'
import { paragraph, passage, span } from '@/lib/press/blocks'
import { drawBar } from '@/lib/press/figures'
import type { Slice } from '@/lib/press/flow'
import { agentColumns } from '@/lib/press/parts/comparison/agent-columns'
import { type Section, section } from '@/lib/press/parts/section'
import type { Sheet } from '@/lib/press/sheet'
import { STYLES } from '@/lib/press/style'
import { type Cell, table, textCell } from '@/lib/press/table'
import { LIGHT } from '@/lib/theme/palette'

/** More agents leave a column too narrow for reasons. */
const REASONS_MAX = 3

/** The factors aligned, the highest of each row marked; with the reasons where there is room for them. */
export function* comparedFactors(sheet: Sheet, view: ComparisonView): Generator<Slice> {
  const { agents, factors, sameFactors } = view
  const part = section(sheet, COMPARISON_HEADINGS.factors)
  const said = (text: string, gap: number) =>
    paragraph(sheet, part.element, 'P', text, STYLES.small, sheet.grid.whole, { gap })
  yield* part.heading
  yield* said(FACTORS_LEAD, 4).map((slice) => ({ ...slice, glued: true }))
  if (factors.length > 0)
    yield* table(
      sheet,
      part.element,
      agentColumns(sheet.grid, agents, ['Factor', 'Spread']),
      factors.map((factor) => cellsOf(part, factor, agents.length <= REASONS_MAX)),
      { gap: 5, above: 3, below: 3.4, head: STYLES.heading },
    )
  if (sameFactors > 0) yield* said(sameFactorsWords(sameFactors), 4)
}

const cellsOf = (
  { sheet, bookmark }: Section,
  { name, cells, spread }: FactorRow,
  hasReasons: boolean,
): readonly Cell[] => [
  textCell(sheet, name, STYLES.heading, (y) => bookmark(name, y)),
  ...cells.map((cell) => ratingCell(sheet, cell, hasReasons)),
  textCell(sheet, spread?.text ?? '', STYLES.rating),
]

const BAR_MAX = 130

const ratingCell =
  (sheet: Sheet, { hundredths, text, isHighest, rationale }: FactorCell, hasReasons: boolean): Cell =>
  (element, { measure }) => {
    if (hundredths === null) return passage(sheet, element, [span(text, STYLES.small)], STYLES.small, measure)
    const words = [
      span(text, STYLES.rating, isHighest ? {} : { face: 'mono' }),
      ...(isHighest
        ? [
            span(' ◆', STYLES.small, { colour: LIGHT.ink }),
            span(' highest', STYLES.small, { face: 'sans-600' }),
          ]
        : []),
    ]
    const colour = isHighest ? LIGHT.ink : LIGHT.lineStrong
    const length = { ...measure, width: Math.min(measure.width, BAR_MAX) }
    const bar: Slice = { height: 4, gap: 1, draw: (y) => drawBar(sheet, length, y, hundredths, colour) }
    const reason = hasReasons && rationale !== null ? rationale : null
    return [
      ...paragraph(sheet, element, 'P', words, STYLES.rating, measure),
      bar,
      ...(reason === null ? [] : paragraph(sheet, element, 'P', reason, STYLES.small, measure, { gap: 2.5 })),
    ]
  }
