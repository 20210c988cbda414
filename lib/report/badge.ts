import type { Severity } from '@/lib/aivss/severity'
import { LIGHT } from '@/lib/theme/palette'

/** The badge for a README: the usual two halves, the severity with its score in the severity's own colours. */
export function badgeSvg(name: string, score: string, severity: Severity): string {
  const label = 'agentic risk'
  const message = `${score} ${severity}`
  const title = escapeXml(`${name}: agentic risk ${score} ${severity} (AIVSS)`)
  const left = widthOf(label)
  const right = widthOf(message)
  const { fill, text } = LIGHT.severity[severity]
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${left + right}" height="20" role="img" aria-label="${title}">`,
    `<title>${title}</title>`,
    `<clipPath id="r"><rect width="${left + right}" height="20" rx="3"/></clipPath>`,
    `<g clip-path="url(#r)"><rect width="${left}" height="20" fill="${LIGHT.inkSoft}"/>`,
    `<rect x="${left}" width="${right}" height="20" fill="${fill}"/></g>`,
    '<g font-family="Verdana,Geneva,DejaVu Sans,sans-serif" font-size="11" text-anchor="middle">',
    `<text x="${left / 2}" y="14" fill="#fff" textLength="${left - PADDING * 2}">${label}</text>`,
    `<text x="${left + right / 2}" y="14" fill="${text}" textLength="${right - PADDING * 2}">${message}</text>`,
    '</g></svg>',
  ].join('')
}

const PADDING = 7
/** Verdana at 11 pixels is this wide on average; `textLength` makes the text fit where another font is used. */
const CHARACTER_WIDTH = 6.6

const widthOf = (text: string): number => Math.ceil(text.length * CHARACTER_WIDTH) + PADDING * 2

const escapeXml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
