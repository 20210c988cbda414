import { CERTAINTY_TEXTS, type Certainty } from '@/lib/maestro/certainty'
import { beside, paragraph, passage, type Rail, span } from '@/lib/press/blocks'
import { drawStack, STACK_HEIGHT, stackText } from '@/lib/press/figures'
import type { Slice } from '@/lib/press/flow'
import type { Span } from '@/lib/press/lines'
import { type Section, section } from '@/lib/press/parts/section'
import { proseSlices } from '@/lib/press/prose'
import type { Sheet } from '@/lib/press/sheet'
import { STYLES } from '@/lib/press/style'
import type { LayerView } from '@/lib/report/report-detail'
import { certaintyMeaning, HEADINGS } from '@/lib/report/wording'
import { LIGHT } from '@/lib/theme/palette'

export function* layers(sheet: Sheet, views: readonly LayerView[]): Generator<Slice> {
  const part = section(sheet, HEADINGS.layers)
  yield* part.heading
  yield stack(part, views)
  for (const [index, view] of views.entries()) yield* layer(part, view, index === 0 ? 11 : 8)
}

/** The picture, and on its left what its marks mean. */
function stack({ sheet, element }: Section, views: readonly LayerView[]): Slice {
  const figure = sheet.element(element, 'Figure', { alt: stackText(views) })
  const style = STYLES.small
  const meaning = (['mapped', 'uncertain'] as const).flatMap((certainty) => [
    span(`${CERTAINTY_TEXTS[certainty].label}`, style, { face: 'sans-600' }),
    span(`: ${certaintyMeaning(certainty)} `, style),
  ])
  const lead = passage(sheet, sheet.element(element, 'P'), meaning, style, sheet.grid.aside)
  const height = Math.max(STACK_HEIGHT, lead.length * style.leading)
  return {
    gap: 6,
    height,
    glued: true,
    draw: (y) => {
      drawStack(sheet, figure, views, sheet.grid.column, y)
      figure.end()
      for (const [index, slice] of lead.entries()) slice.draw(y - 2 + index * style.leading)
    },
  }
}

export const RAILS: Readonly<Record<Certainty, Rail>> = {
  mapped: { colour: LIGHT.accent, weight: 2 },
  uncertain: { colour: LIGHT.lineStrong, weight: 1.4, dash: 2.6 },
}

const SIGNS: Readonly<Record<Certainty, string>> = { mapped: '■', uncertain: '◇' }

/** The sign of a certainty and its word. */
export const certaintySpans = (certainty: Certainty): readonly Span[] => [
  span(`${SIGNS[certainty]} `, STYLES.small, {
    colour: certainty === 'mapped' ? LIGHT.accent : LIGHT.inkFaint,
    size: STYLES.small.size * 0.8,
  }),
  span(CERTAINTY_TEXTS[certainty].label, STYLES.small),
]

function layer(
  { sheet, element, bookmark }: Section,
  { id, name, certainty, narrative }: LayerView,
  gap: number,
): Iterable<Slice> {
  const inside = sheet.element(element, 'Sect')
  const { aside, column } = sheet.grid
  const title = [span(`${id} `, STYLES.heading, { colour: LIGHT.inkFaint }), span(name, STYLES.heading)]
  const heading = paragraph(sheet, inside, 'H3', title, STYLES.heading, aside, {
    start: (y) => bookmark(`${id} ${name}`, y),
  })
  const certain = paragraph(sheet, inside, 'P', certaintySpans(certainty), STYLES.small, aside, { gap: 1.5 })
  return beside(sheet, [...heading, ...certain], proseSlices(sheet, inside, narrative, column), {
    gap,
    rail: RAILS[certainty],
  })
}
