import { SEVERITIES } from '@/lib/aivss/severity'
import { DARK, LIGHT, type Palette } from '@/lib/theme/palette'

/** Custom properties for both themes: the system decides, and `data-theme` on the root element overrules it. */
export function themeCss(): string {
  return [
    rule(':root', `color-scheme: light; ${ofPages(LIGHT)}`),
    `@media (prefers-color-scheme: dark) { ${rule(':root', `color-scheme: dark; ${ofPages(DARK)}`)} }`,
    rule(":root[data-theme='light']", `color-scheme: light; ${ofPages(LIGHT)}`),
    rule(":root[data-theme='dark']", `color-scheme: dark; ${ofPages(DARK)}`),
  ].join('\n')
}

/** For a file that travels: it follows the reader's system, and paper is always light. */
export function documentThemeCss(): string {
  return [
    rule(':root', `color-scheme: light dark; ${declarations(LIGHT)}`),
    `@media screen and (prefers-color-scheme: dark) { ${rule(':root', declarations(DARK))} }`,
  ].join('\n')
}

const rule = (selector: string, body: string): string => `${selector} { ${body} }`

/** Charts are drawn on pages alone. */
const ofPages = (palette: Palette): string =>
  [declarations(palette), ...palette.series.map((colour, place) => `--series-${place + 1}: ${colour};`)].join(
    ' ',
  )

function declarations({ severity, series: _, ...plain }: Palette): string {
  const colours = Object.entries(plain).map(([name, value]) => [kebab(name), value] as const)
  const steps = SEVERITIES.flatMap(({ id }) =>
    Object.entries(severity[id]).map(([part, value]) => [`${id.toLowerCase()}-${part}`, value] as const),
  )
  return [...colours, ...steps].map(([name, value]) => `--${name}: ${value};`).join(' ')
}

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
