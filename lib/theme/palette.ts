import type { Severity } from '@/lib/aivss/severity'

/**
 * Every colour of the product, once: the app, the report document, the badge and later the picture and the PDF read
 * it from here. Severities darken with danger in the light theme and brighten in the dark one, so that the scale
 * also reads in greyscale.
 */
export type Palette = {
  readonly canvas: string
  readonly paper: string
  readonly sunken: string
  readonly ink: string
  readonly inkSoft: string
  readonly inkFaint: string
  readonly line: string
  readonly lineStrong: string
  readonly accent: string
  readonly accentInk: string
  readonly accentWash: string
  readonly severity: Readonly<Record<Severity, SeverityColours>>
  /** What lines and bars of several agents are drawn in, in the order of the agents. None is told by its colour alone. */
  readonly series: readonly string[]
}

/** `fill` carries `text`; `mark` stands on paper or canvas by itself. */
export type SeverityColours = { readonly fill: string; readonly text: string; readonly mark: string }

export const LIGHT: Palette = {
  canvas: '#f7f7f5',
  paper: '#ffffff',
  sunken: '#eeeeeb',
  ink: '#15181c',
  inkSoft: '#434a53',
  inkFaint: '#5f6873',
  line: '#dddedb',
  lineStrong: '#868d95',
  accent: '#1c4f8f',
  accentInk: '#ffffff',
  accentWash: '#e7eef7',
  severity: {
    None: { fill: '#e9ebec', text: '#3b424a', mark: '#6a727c' },
    Low: { fill: '#d5e7f2', text: '#174763', mark: '#2b6c93' },
    Medium: { fill: '#f4dfa2', text: '#523b00', mark: '#8a6300' },
    High: { fill: '#b5480f', text: '#ffffff', mark: '#b5480f' },
    Critical: { fill: '#86102f', text: '#ffffff', mark: '#86102f' },
  },
  series: ['#1c4f8f', '#b5480f', '#15181c', '#1f7a5c', '#6b3fa0', '#8a6300'],
}

export const DARK: Palette = {
  canvas: '#121519',
  paper: '#191d22',
  sunken: '#22272d',
  ink: '#e9ebed',
  inkSoft: '#bac1c9',
  inkFaint: '#98a1ac',
  line: '#30363d',
  lineStrong: '#6c7680',
  accent: '#93bbf0',
  accentInk: '#0c1a2c',
  accentWash: '#1d2b3e',
  severity: {
    None: { fill: '#2c3238', text: '#c5ccd3', mark: '#98a1ac' },
    Low: { fill: '#18394e', text: '#b9dcf1', mark: '#74b6db' },
    Medium: { fill: '#5a4508', text: '#fae19a', mark: '#e3b643' },
    High: { fill: '#e8884c', text: '#221002', mark: '#f0955c' },
    Critical: { fill: '#ff93a5', text: '#350612', mark: '#ff93a5' },
  },
  series: ['#93bbf0', '#f0955c', '#e9ebed', '#6fcfa3', '#c9a5f5', '#e3b643'],
}
