import type { Severity } from '@/lib/aivss/severity'
import { LIGHT } from '@/lib/theme/palette'
import { SEVERITY_STEPS } from '@/lib/theme/severity-mark'

/** All that a badge says. Whether something of the agent is still unpublished is not among it. */
export type BadgeFace = {
  /** Absent where the badge names nobody. */
  readonly name?: string
  readonly score: number
  readonly severity: Severity
  readonly isOutdated: boolean
}

/** The badge for a README: the usual two halves, the severity with its score in the severity's own colours. */
export function badgeSvg({ name, score, severity, isOutdated }: BadgeFace): string {
  const result = `${score.toFixed(1)} ${severity}`
  const message = isOutdated ? `outdated · ${result}` : result
  const title = escapeXml(titleOf(name, result, isOutdated))
  const left = PADDING * 2 + widthOf(LABEL)
  const right = PADDING * 2 + MARK_WIDTH + widthOf(message)
  const width = left + right
  const { fill, text } = isOutdated ? OUTDATED : LIGHT.severity[severity]
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="20" viewBox="0 0 ${width} 20" role="img" aria-label="${title}">`,
    `<title>${title}</title>`,
    `<clipPath id="r"><rect width="${width}" height="20" rx="3"/></clipPath>`,
    `<g clip-path="url(#r)"><rect width="${left}" height="20" fill="${LIGHT.inkSoft}"/>`,
    `<rect x="${left}" width="${right}" height="20" fill="${fill}"/>`,
    // Some severities are as dark as the other half, which in greyscale would be one with them.
    `<rect x="${left}" width="1" height="20" fill="white" opacity=".4"/></g>`,
    markSvg(severity, left + PADDING, text),
    '<g font-family="Verdana,Geneva,DejaVu Sans,sans-serif" font-size="11">',
    textSvg(LABEL, PADDING, '#fff'),
    textSvg(message, left + PADDING + MARK_WIDTH, text),
    '</g></svg>',
  ].join('')
}

const LABEL = 'agentic risk'
const PADDING = 7
/** The bars and the space behind them. */
const MARK_WIDTH = 16

const OUTDATED = { fill: LIGHT.inkFaint, text: '#ffffff' }

const titleOf = (name: string | undefined, result: string, isOutdated: boolean): string =>
  `${name === undefined ? 'Agentic' : `${name}: agentic`} risk ${result} (AIVSS)${isOutdated ? ', outdated' : ''}`

/** The shape of the severity, which a reader knows from the page. */
const markSvg = (severity: Severity, x: number, colour: string): string =>
  [
    `<g transform="translate(${x} 5) scale(.8)" fill="${colour}">`,
    ...SEVERITY_STEPS.bars.map(
      (bar, index) =>
        `<rect x="${bar.x}" y="${bar.y}" width="${bar.width}" height="${bar.height}"${index < SEVERITY_STEPS.filled[severity] ? '' : ' opacity=".35"'}/>`,
    ),
    '</g>',
  ].join('')

/** `textLength` makes the text fit where another font is used. */
const textSvg = (text: string, x: number, colour: string): string =>
  `<text x="${x}" y="14" fill="${colour}" textLength="${widthOf(text)}">${text}</text>`

/** What Verdana at 11 pixels takes for these letters; all others are as wide as most small ones. */
const WIDTHS: Readonly<Record<string, number>> = {
  ...Object.fromEntries([...'il'].map((letter) => [letter, 3])),
  ...Object.fromEntries([...' .·'].map((letter) => [letter, 4])),
  ...Object.fromEntries([...'trf'].map((letter) => [letter, 4.5])),
  ...Object.fromEntries([...'cskz'].map((letter) => [letter, 5.9])),
  ...Object.fromEntries([...'NHC'].map((letter) => [letter, 8])),
  M: 9.3,
  w: 9,
  m: 10.7,
}

const widthOf = (text: string): number =>
  Math.ceil([...text].reduce((sum, letter) => sum + (WIDTHS[letter] ?? 6.8), 0))

const escapeXml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
