import type { ComparisonView } from '@/lib/compare/comparison-view'
import type { PriorityGroup } from '@/lib/compare/standing'
import { NO_BAND, priorityHeading, standingLead } from '@/lib/compare/wording'
import { beside, paragraph, span } from '@/lib/press/blocks'
import { drawSeverity, SEVERITY_HEIGHT } from '@/lib/press/figures'
import type { Slice } from '@/lib/press/flow'
import type { PrintedComparison } from '@/lib/press/parts/comparison/matters'
import { section, subsection } from '@/lib/press/parts/section'
import type { Element, Sheet } from '@/lib/press/sheet'
import { STYLES, type Style } from '@/lib/press/style'

/** Beyond this a title is a list of names, and no headline. */
const HEADLINE_MAX = 120

export const opening = (sheet: Sheet, { view, paper }: PrintedComparison): readonly Slice[] => {
  const { root, grid } = sheet
  const { title } = paper
  const look: Style = title.length > HEADLINE_MAX ? { ...STYLES.title, size: 15, leading: 19 } : STYLES.title
  const kicker = `Comparison of agentic threat models · ${view.agents.length} agents`
  return [
    ...paragraph(sheet, root, 'P', kicker, STYLES.kicker, grid.whole, { glued: true }),
    ...paragraph(sheet, root, 'H1', title, look, grid.whole, { gap: 2, glued: true }),
    ...paragraph(sheet, root, 'P', `${paper.source} · ${paper.day}`, STYLES.byline, grid.whole, { gap: 3 }),
  ]
}

/** Who comes first, by bands; how far apart those of one band are is said after that they are equal. */
export function* standing(sheet: Sheet, { standing, cautions, agents }: ComparisonView): Generator<Slice> {
  const part = section(sheet, priorityHeading(standing))
  const { column } = sheet.grid
  const said = (text: string) =>
    beside(sheet, [], paragraph(sheet, part.element, 'P', text, STYLES.small, column), { gap: 4 })
  yield* part.heading
  if (cautions.length > 0)
    yield* subsection(part, 'Not simply comparable', (element) =>
      cautions.flatMap((caution, index) =>
        paragraph(sheet, element, 'P', caution, STYLES.body, column, { gap: index === 0 ? 0 : 3 }),
      ),
    )
  yield* said(standingLead(standing))
  const list = sheet.element(part.element, 'L')
  for (const group of standing.groups) yield* groupSlices(sheet, list, group)
  if (agents.some(({ score }) => score === null)) yield* said(NO_BAND)
}

function groupSlices(
  sheet: Sheet,
  list: Element,
  { severity, priority, difference }: PriorityGroup,
): Iterable<Slice> {
  const { aside, column } = sheet.grid
  const item = sheet.element(list, 'LI')
  const label = sheet.element(item, 'Lbl')
  const chip: Slice = {
    height: SEVERITY_HEIGHT,
    draw: (y) => {
      drawSeverity(sheet, label, aside.x, y, severity)
      label.end()
    },
  }
  const words = [
    span(priority, STYLES.body, { face: 'sans-600' }),
    ...(difference === null ? [] : [span(` ${difference}`, STYLES.body)]),
  ]
  const body = paragraph(sheet, item, 'LBody', words, STYLES.body, column)
  return beside(
    sheet,
    [chip],
    body.map((slice, index) => (index === 0 ? lowered(slice, 2.3) : slice)),
    { gap: 7 },
  )
}

/** Text beside a chip stands on the line of its word. */
const lowered = (slice: Slice, by: number): Slice => ({
  ...slice,
  height: slice.height + by,
  draw: (y) => slice.draw(y + by),
})
