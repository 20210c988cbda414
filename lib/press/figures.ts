import type { Severity } from '@/lib/aivss/severity'
import { lineOf } from '@/lib/press/blocks'
import type { Element, Sheet } from '@/lib/press/sheet'
import { baselineIn, type Measure, STYLES, type Style } from '@/lib/press/style'
import type { LayerView } from '@/lib/report/report-detail'
import { LIGHT, type SeverityColours } from '@/lib/theme/palette'
import { SEVERITY_STEPS } from '@/lib/theme/severity-mark'

/** Between the rows of a table. */
export const hairline = (sheet: Sheet) => (y: number) => sheet.artifact(() => strokeHairline(sheet, y))

/** The same inside what is an artifact already. */
export function strokeHairline(sheet: Sheet, y: number): void {
  const { left, right } = sheet.grid.page
  sheet.stroke(left, y, right, y, LIGHT.line)
}

/** A rating as a length, with a tick at the middle of the rubric. */
export function drawBar(
  sheet: Sheet,
  { x, width }: Measure,
  y: number,
  hundredths: number,
  fill: string = LIGHT.accent,
): void {
  const height = BAR
  sheet.artifact(() => {
    sheet.rectangle({ x, y, width, height }, { fill: LIGHT.line })
    if (hundredths > 0) sheet.rectangle({ x, y, width: (width * hundredths) / 100, height }, { fill })
    sheet.rectangle({ x: x + width / 2 - 0.4, y, width: 0.8, height }, { fill: LIGHT.paper })
  })
}

const BAR = 3.6

/** What bars of both signs are measured by: the greatest that is taken away and the greatest that is added. */
export type Extent = { readonly least: number; readonly most: number }

/** A part of a difference: to the right and solid what adds, to the left and hollow what takes away. */
export function drawSignedBar(
  sheet: Sheet,
  { x, width }: Measure,
  y: number,
  amount: number,
  { least, most }: Extent,
): void {
  const unit = width / Math.max(1, most - least)
  const zero = x - least * unit
  const box = { x: zero + Math.min(0, amount) * unit, y, width: Math.abs(amount) * unit, height: 2 * BAR }
  sheet.artifact(() => {
    if (amount > 0) sheet.rectangle(box, { fill: LIGHT.accent })
    if (amount < 0) sheet.rectangle(box, { fill: LIGHT.paper, stroke: LIGHT.accent, weight: 0.8 })
    sheet.stroke(zero, y - 2, zero, y + 2 * BAR + 2, LIGHT.lineStrong, 0.6)
  })
}

/** Four rising bars, as many of them solid as the severity has steps, and its word, on the colour of the severity. */
export function drawSeverity(sheet: Sheet, element: Element, x: number, y: number, severity: Severity): void {
  const { fill, text }: SeverityColours = LIGHT.severity[severity]
  const word = lineOf(` ${severity}`, { ...STYLES.severity, colour: text })
  sheet.artifact(() => {
    sheet.rectangle({ x, y, width: word.width + 27, height: SEVERITY_HEIGHT }, { fill }, 2.5)
    for (const [index, bar] of SEVERITY_STEPS.bars.entries()) {
      const isSolid = index < SEVERITY_STEPS.filled[severity]
      sheet.document.save().fillOpacity(isSolid ? 1 : 0.28)
      const box = { x: x + 6 + bar.x * 0.62, y: y + 4.2 + bar.y * 0.62 }
      sheet.rectangle({ ...box, width: bar.width * 0.62, height: bar.height * 0.62 }, { fill: text })
      sheet.document.restore()
    }
  })
  sheet.line(element, word, x + 20, y + 11.5)
}

export const SEVERITY_HEIGHT = 16

const ROW = 15.4
const ROW_GAP = 2.4
const UPRIGHT = 46

export const STACK_HEIGHT = 6 * ROW + 5 * ROW_GAP

/** Where each layer stands in the stack, from the top; the sixth is upright beside all of them. */
const PLACES: Readonly<Record<LayerView['id'], number | null>> = {
  L7: 0,
  L6: null,
  L5: 1,
  L4: 2,
  L3: 3,
  L2: 4,
  L1: 5,
}

export const stackText = (layers: readonly LayerView[]): string =>
  `The layers as they stand on each other, the first at the bottom and the sixth upright beside all: ${layers.map(({ id, name, certaintyLabel }) => `${id} ${name}, ${certaintyLabel.toLowerCase()}`).join('; ')}.`

export function drawStack(
  sheet: Sheet,
  figure: Element,
  layers: readonly LayerView[],
  { x, width }: { readonly x: number; readonly width: number },
  top: number,
): void {
  sheet.content(figure, 'Figure', () => {
    for (const layer of layers) {
      const place = PLACES[layer.id]
      if (place === null) drawUpright(sheet, layer, x + width - UPRIGHT, top)
      else drawFloor(sheet, layer, x, top + place * (ROW + ROW_GAP), width - UPRIGHT - ROW_GAP)
    }
  })
}

const styleOf = ({ certainty }: LayerView) =>
  certainty === 'mapped'
    ? { fill: LIGHT.accentWash, stroke: LIGHT.accent, weight: 0.8 }
    : { fill: LIGHT.paper, stroke: LIGHT.lineStrong, weight: 0.8, dash: 2.2 }

const ID: Style = { ...STYLES.small, face: 'sans-600', colour: LIGHT.inkFaint }
const NAME: Style = { ...STYLES.small, colour: LIGHT.ink }
const UPRIGHT_NAME: Style = { ...NAME, size: 7.6 }
const MARK: Style = { ...STYLES.tiny, colour: LIGHT.inkSoft }

function drawFloor(sheet: Sheet, layer: LayerView, x: number, y: number, width: number): void {
  sheet.rectangle({ x, y, width, height: ROW }, styleOf(layer), 2)
  const baseline = y + (ROW - NAME.leading) / 2 + baselineIn(NAME)
  const id = lineOf(`${layer.id} `, ID)
  const mark = lineOf(layer.certaintyLabel, MARK)
  sheet.looseLine(id, x + 7, baseline)
  sheet.looseLine(lineOf(`${layer.name} `, NAME), x + 24, baseline)
  sheet.looseLine(mark, x + width - 7 - mark.width, baseline)
}

/** Written from top to bottom, as a spine of a book is. */
function drawUpright(sheet: Sheet, layer: LayerView, x: number, y: number): void {
  sheet.rectangle({ x, y, width: UPRIGHT, height: STACK_HEIGHT }, styleOf(layer), 2)
  const id = lineOf(`${layer.id} `, ID)
  sheet.looseLine(id, x + (UPRIGHT - id.width) / 2, y + 13)
  const { document } = sheet
  document.save()
  document.rotate(90, { origin: [x + UPRIGHT / 2, y] })
  const left = x + UPRIGHT / 2 + 17
  sheet.looseLine(lineOf(`${layer.name} `, UPRIGHT_NAME), left, y - 3)
  sheet.looseLine(lineOf(layer.certaintyLabel, MARK), left, y + 8)
  document.restore()
}
