import type { AgentHead } from '@/lib/compare/agent-head'
import type { ComparisonView } from '@/lib/compare/comparison-view'
import type { LayerCell, LayerRow } from '@/lib/compare/layer-rows'
import { COMPARISON_HEADINGS, NO_NARRATIVE } from '@/lib/compare/wording'
import { kept, lineOf, paragraph, RAIL_GAP, ruled, span } from '@/lib/press/blocks'
import { hairline } from '@/lib/press/figures'
import type { Columns, Slice, Strip } from '@/lib/press/flow'
import type { Span } from '@/lib/press/lines'
import { fitted, lengthOf } from '@/lib/press/outlines'
import { agentColumns, agentTitle, split } from '@/lib/press/parts/comparison/agent-columns'
import { certaintySpans, RAILS } from '@/lib/press/parts/layers'
import { type Section, section } from '@/lib/press/parts/section'
import { proseSlices } from '@/lib/press/prose'
import type { Element, Sheet } from '@/lib/press/sheet'
import { sideBySide } from '@/lib/press/side-by-side'
import { baselineIn, type Measure, STYLES, type Style } from '@/lib/press/style'
import { table, textCell } from '@/lib/press/table'
import { LIGHT } from '@/lib/theme/palette'

/** How certain each layer of each agent is, and then what is written about it. */
export function* comparedLayers(
  sheet: Sheet,
  { agents, layers }: ComparisonView,
): Generator<Slice | Columns> {
  const part = section(sheet, COMPARISON_HEADINGS.layers)
  yield* kept(sheet, certainties(part, agents, layers))
  for (const layer of layers) yield* narratives(part, agents, layer)
}

function* certainties(
  { sheet, element, heading }: Section,
  agents: readonly AgentHead[],
  layers: readonly LayerRow[],
): Generator<Slice> {
  yield* heading
  yield* table(
    sheet,
    element,
    agentColumns(sheet.grid, agents, ['Layer', 'Certainty']),
    layers.map(({ id, name, cells, certaintyDiffers }) => [
      textCell(sheet, layerTitle(id, name, STYLES.heading), STYLES.heading),
      ...cells.map((cell) => textCell(sheet, certaintyOf(cell), STYLES.small)),
      textCell(
        sheet,
        certaintyDiffers
          ? [
              span('≠ ', STYLES.small, { colour: LIGHT.ink }),
              span('differs', STYLES.small, { face: 'sans-600' }),
            ]
          : 'the same',
        STYLES.small,
      ),
    ]),
    { gap: 5, above: 3, below: 3, head: STYLES.heading },
  )
}

const layerTitle = (id: string, name: string, style: Style): readonly Span[] => [
  span(`${id} `, style, { colour: LIGHT.inkFaint }),
  span(name, style),
]

const certaintyOf = ({ certainty, text }: LayerCell): readonly Span[] =>
  certainty === null ? [span(text, STYLES.small)] : certaintySpans(certainty)

/** Two beside each other, or three where that leaves nobody alone: lines are as long as people like to read. */
const perRow = (count: number): number => (count % 3 === 0 || count > 4 ? 3 : 2)

const GAP = 24

function* narratives(
  { sheet, element, bookmark }: Section,
  agents: readonly AgentHead[],
  { id, name, cells }: LayerRow,
): Generator<Slice | Columns> {
  const { whole } = sheet.grid
  const inside = sheet.element(element, 'Sect')
  yield { gap: 10, height: 5, glued: true, draw: hairline(sheet) }
  yield* paragraph(sheet, inside, 'H3', layerTitle(id, name, STYLES.layer), STYLES.layer, whole, {
    glued: true,
    start: (y) => bookmark(`${id} ${name}`, y),
  })
  const inner = { x: whole.x + RAIL_GAP, width: whole.width - RAIL_GAP }
  const measures = split(inner, perRow(agents.length), GAP)
  const texts = agents.flatMap((agent, place) => {
    const [cell, measure] = [cells[place], measures[place % measures.length]]
    return cell && measure ? [{ agent, cell, measure }] : []
  })
  for (let from = 0; from < texts.length; from += measures.length) {
    const beside = texts.slice(from, from + measures.length)
    yield* sideBySide(
      sheet,
      beside.map((text) => narrative(sheet, inside, text)),
      { gap: from === 0 ? 4 : 9, head: (goesOn) => continued(sheet, `${id} ${name}`, beside, goesOn) },
    )
  }
}

type Text = { readonly agent: AgentHead; readonly cell: LayerCell; readonly measure: Measure }

function narrative(sheet: Sheet, parent: Element, { agent, cell, measure }: Text): Iterable<Slice> {
  const inside = sheet.element(parent, 'Sect')
  const { certainty, narrative } = cell
  function* slices(): Generator<Slice> {
    yield* paragraph(sheet, inside, 'H4', agentTitle(agent), STYLES.heading, measure, { glued: true })
    yield* paragraph(sheet, inside, 'P', certaintyOf(cell), STYLES.small, measure, { glued: true })
    if (narrative === null)
      yield* paragraph(sheet, inside, 'P', NO_NARRATIVE, STYLES.small, measure, { gap: 3 })
    else yield* below(3, proseSlices(sheet, inside, narrative, measure))
  }
  return ruled(sheet, slices(), measure.x - RAIL_GAP, RAILS[certainty ?? 'uncertain'])
}

function* below(gap: number, slices: Iterable<Slice>): Generator<Slice> {
  let isFirst = true
  for (const slice of slices) {
    yield isFirst ? { ...slice, gap } : slice
    isFirst = false
  }
}

const DRAFT = ' · draft, not published'

/** Whose text about what goes on here. */
function continued(sheet: Sheet, layer: string, texts: readonly Text[], goesOn: readonly boolean[]): Strip {
  const [heading, small] = [STYLES.heading, STYLES.tiny]
  const title = lineOf(`${layer}, continued`, heading)
  const names = texts.map(({ agent: { name, source }, measure }) => {
    const mark = source.isDraft ? DRAFT : ''
    const [short = ''] = fitted(name, small, measure.width - lengthOf(mark, small), 1)
    return { x: measure.x, line: lineOf(`${short}${mark}`, small) }
  })
  return {
    height: heading.leading + (goesOn.includes(true) ? small.leading : 0) + 5,
    draw: (y) => {
      sheet.looseLine(title, sheet.grid.whole.x, y + baselineIn(heading))
      for (const [place, { x, line }] of names.entries())
        if (goesOn[place]) sheet.looseLine(line, x, y + heading.leading + 2 + baselineIn(small))
    },
  }
}
