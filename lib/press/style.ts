import type { Face } from '@/lib/press/fonts'
import { LIGHT } from '@/lib/theme/palette'

/** Millimetres as points. */
const mm = (length: number): number => (length * 72) / 25.4

/** Where text stands: its left end and how far it may go. */
export type Measure = { readonly x: number; readonly width: number }

/** One grid for a whole document: what a passage is about stands on the left, the passage beside it. */
export type Grid = {
  readonly layout: 'portrait' | 'landscape'
  readonly page: {
    readonly width: number
    readonly left: number
    readonly right: number
    readonly top: number
    readonly bottom: number
    readonly foot: number
  }
  readonly whole: Measure
  readonly aside: Measure
  /** Beside the aside, and no wider than people like to read. */
  readonly column: Measure
}

const ASIDE_WIDTH = 114
const COLUMN_MAX = 440

/** An A4 page with the margins that the page has when a browser prints it. */
function gridOf(layout: Grid['layout'], width: number, height: number): Grid {
  const [left, right] = [mm(16), mm(width - 16)]
  const beside = left + ASIDE_WIDTH + 15
  return {
    layout,
    page: {
      width: mm(width),
      left,
      right,
      top: mm(13),
      bottom: mm(height - 16),
      foot: mm(height - 8),
    },
    whole: { x: left, width: right - left },
    aside: { x: left, width: ASIDE_WIDTH },
    column: { x: beside, width: Math.min(right - beside, COLUMN_MAX) },
  }
}

export const PORTRAIT = gridOf('portrait', 210, 297)
export const LANDSCAPE = gridOf('landscape', 297, 210)

/** How text of one kind looks; `leading` is from one baseline to the next. */
export type Style = {
  readonly face: Face
  readonly size: number
  readonly leading: number
  readonly colour: string
}

const style = (size: number, leading: number, face: Face = 'sans', colour: string = LIGHT.ink): Style => ({
  face,
  size,
  leading,
  colour,
})

export const STYLES = {
  kicker: style(8.6, 12, 'sans', LIGHT.inkSoft),
  title: style(22, 26, 'sans-600'),
  byline: style(8.6, 12, 'sans', LIGHT.inkSoft),
  score: style(28, 30, 'sans-600'),
  severity: style(9.4, 12, 'sans-600'),
  figureName: style(7.4, 10, 'sans', LIGHT.inkFaint),
  figure: style(10.6, 13.5, 'sans-600'),
  summary: style(9.8, 13.8),
  section: style(12.2, 15, 'sans-600'),
  layer: style(10, 13, 'sans-600'),
  heading: style(8.6, 11.4, 'sans-600'),
  body: style(8.5, 11.4),
  small: style(7.7, 10.3, 'sans', LIGHT.inkSoft),
  tiny: style(7.3, 9.6, 'sans', LIGHT.inkFaint),
  equation: style(8.8, 13, 'mono'),
  arithmetic: style(8, 11.4, 'mono'),
  rating: style(8.6, 11.4, 'mono-600'),
  code: style(7.8, 10.8, 'mono'),
} as const

/** Where the baseline of a line lies below its top: the text is centred in its leading. */
export const baselineIn = ({ size, leading }: Pick<Style, 'size' | 'leading'>): number =>
  (leading - size) / 2 + size * 0.86

export const withFace = (face: Face, emphasis: 'strong' | 'emphasis'): Face => {
  if (face.startsWith('mono')) return emphasis === 'strong' ? 'mono-600' : face
  const isStrong = emphasis === 'strong' || face.includes('600')
  const isItalic = emphasis === 'emphasis' || face.includes('italic')
  if (isStrong) return isItalic ? 'sans-600-italic' : 'sans-600'
  return isItalic ? 'sans-italic' : 'sans'
}
