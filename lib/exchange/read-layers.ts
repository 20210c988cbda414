import type { Draft } from '@/lib/assessment/document'
import { LIMITS } from '@/lib/assessment/limits'
import type { Remark } from '@/lib/exchange/imported'
import { type Paragraph, paragraphOf } from '@/lib/exchange/layer-paragraph'
import { type Line, remarkOn } from '@/lib/exchange/report-lines'
import { isLegend, unhashed } from '@/lib/exchange/report-marks'
import { fittingText } from '@/lib/exchange/report-texts'
import { LAYER_IDS, LAYERS, type LayerId } from '@/lib/maestro/layers'

type Layers = NonNullable<Draft['layers']>
type Part = { readonly line: Line; readonly texts: string[]; isUncertain: boolean }

export type ReadLayers = { readonly layers: Layers; readonly remarks: readonly Remark[] }

/** The paragraphs of the layers: in order, or under the names that they begin with or that stand above them. */
export function readLayers(lines: readonly Line[]): ReadLayers {
  const remarks: Remark[] = []
  const parts = placed(paragraphsOf(withoutLegend(lines)), remarks)
  const layers: Layers = {}
  for (const id of LAYER_IDS) {
    const part = parts.get(id)
    const narrative = part && narrativeOf(id, part, remarks)
    if (part) layers[id] = { certainty: part.isUncertain ? 'uncertain' : 'mapped', ...narrative }
    else {
      const message = `No paragraph was left for ${titleOf(id)}; write its narrative.`
      remarks.push({ where: `layers.${id}.narrative`, message })
    }
  }
  return { layers, remarks }
}

const titleOf = (layer: LayerId): string =>
  `${layer} ${LAYERS.find(({ id }) => id === layer)?.name ?? ''}`.trim()

/** The explanation of the marks, which comes first where it comes at all. */
function withoutLegend(lines: readonly Line[]): readonly Line[] {
  const first = lines.findIndex(({ text }) => text !== '')
  return isLegend(lines[first]?.text ?? '') ? lines.slice(first + 1) : lines
}

/**
 * A line is a paragraph, as on the pages. Where that does not make seven and blank lines do, what stands between blank
 * lines is one.
 */
function paragraphsOf(lines: readonly Line[]): readonly Paragraph[] {
  const single = lines
    .filter(({ text }) => text !== '')
    .map(({ number, text }) => paragraphOf({ number, text: unhashed(text) }))
  if (single.length === LAYER_IDS.length || single.some(({ text, layer }) => layer && text === ''))
    return single
  const blocks: Line[] = []
  let isOpen = false
  for (const line of lines) {
    const last = blocks.at(-1)
    if (line.text !== '' && isOpen && last) {
      blocks.splice(-1, 1, { number: last.number, text: `${last.text}\n${line.text}` })
    } else if (line.text !== '') blocks.push(line)
    isOpen = line.text !== ''
  }
  return blocks.length === LAYER_IDS.length ? blocks.map(paragraphOf) : single
}

/** Gives each paragraph its layer: the one that it names, else the one whose heading it follows, else the next. */
function placed(paragraphs: readonly Paragraph[], remarks: Remark[]): ReadonlyMap<LayerId, Part> {
  const parts = new Map<LayerId, Part>()
  let next = 0
  let headed: LayerId | undefined
  let isMarked = false
  for (const { line, text, layer, isUncertain } of paragraphs) {
    if (layer !== undefined) {
      next = LAYER_IDS.indexOf(layer)
      headed = text === '' ? layer : undefined
    }
    isMarked ||= isUncertain
    if (text === '') continue
    const id = layer ?? headed ?? LAYER_IDS[next]
    const part = id && parts.get(id)
    if (id === undefined) {
      remarks.push(
        remarkOn(line, 'stands behind the seventh layer and was not read; add it where it belongs.'),
      )
    } else if (part === undefined) parts.set(id, { line, texts: [text], isUncertain: isMarked })
    else if (headed === id) part.texts.push(text)
    else {
      const message = `is a second paragraph for ${titleOf(id)} and was not read; add it where it belongs.`
      remarks.push(remarkOn(line, message))
    }
    isMarked = false
    if (headed === undefined) next += 1
  }
  return parts
}

function narrativeOf(id: LayerId, { line, texts }: Part, remarks: Remark[]): { readonly narrative?: string } {
  const label = `The narrative of ${titleOf(id)}`
  const narrative = fittingText(line, label, texts.join('\n\n'), LIMITS.narrative, remarks)
  return narrative === null ? {} : { narrative }
}
