import type { Face } from '@/lib/press/fonts'
import { LIGHT } from '@/lib/theme/palette'

/** Millimetres as points. */
const mm = (length: number): number => (length * 72) / 25.4

/** An A4 page with the margins that the page has when a browser prints it. */
export const PAGE = {
  width: mm(210),
  height: mm(297),
  left: mm(16),
  right: mm(210 - 16),
  top: mm(13),
  bottom: mm(297 - 16),
  foot: mm(297 - 8),
} as const

/** One grid for the whole report: what a passage is about stands on the left, the passage beside it. */
export const ASIDE_WIDTH = 114
export const COLUMN = {
  x: PAGE.left + ASIDE_WIDTH + 15,
  width: PAGE.right - PAGE.left - ASIDE_WIDTH - 15,
} as const

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
