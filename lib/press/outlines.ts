import { type Face, runsOf, widthOf } from '@/lib/press/fonts'
import { breakLines } from '@/lib/press/lines'
import { drawingOf } from '@/lib/press/symbols'

/** Text as the shapes of its letters, so that whatever shows it needs no font. */
export type Look = { readonly face: Face; readonly size: number; readonly colour: string }

export const lengthOf = (text: string, { face, size }: Look): number => (widthOf(text, face) * size) / 1000

export function outlined(text: string, look: Look, x: number, baseline: number): string {
  const scale = look.size / 1000
  let at = 0
  const shapes = runsOf(text, look.face).flatMap((run) => {
    const from = at
    at += run.width
    if (run.cut === null) {
      const shape = drawingOf(run.text).polygons.map(
        (points) => `M${points.map(([px, py]) => `${px + from} ${py}`).join('L')}Z`,
      )
      return [`<path fill-rule="evenodd" d="${shape.join('')}"/>`]
    }
    const { glyphs, positions } = run.cut.font.layout(run.text)
    let pen = from
    return glyphs.flatMap((glyph, index) => {
      const position = positions[index]
      const d = glyph.path.toSVG()
      const left = pen + (position?.xOffset ?? 0)
      pen += position?.xAdvance ?? 0
      return d === '' ? [] : [`<path transform="translate(${left} ${position?.yOffset ?? 0})" d="${d}"/>`]
    })
  })
  return `<g fill="${look.colour}" transform="translate(${x} ${baseline}) scale(${scale} ${-scale})">${shapes.join('')}</g>`
}

/** As many lines as there is room for; what is left out is told by an ellipsis. */
export function fitted(text: string, look: Look, width: number, linesMax: number): readonly string[] {
  // No more than could be shown is looked at, however long the text is.
  const shown = text.slice(0, linesMax * Math.ceil(width / look.size) * 8)
  const lines = breakLines([{ ...look, text: shown }], width).map(({ pieces }) =>
    pieces.flatMap(({ runs }) => runs.map((run) => run.text)).join(''),
  )
  if (lines.length <= linesMax && shown === text) return lines
  const kept = lines.slice(0, linesMax)
  return [...kept.slice(0, -1), shortened(kept.at(-1) ?? '', look, width)]
}

function shortened(line: string, look: Look, width: number): string {
  const clusters = [...line.trimEnd()]
  while (clusters.length > 0 && lengthOf(`${clusters.join('')}…`, look) > width) clusters.pop()
  return `${clusters.join('').trimEnd()}…`
}
