import { describe, expect, test } from 'vitest'
import { SEVERITIES } from '@/lib/aivss/severity'
import { AGENTS_MAX } from '@/lib/compare/compared-agent'
import { DARK, LIGHT, type Palette } from '@/lib/theme/palette'
import { contrast } from '@/lib/theme/testing/contrast'

const TEXT_CONTRAST_MIN = 4.5
const BOUNDARY_CONTRAST_MIN = 3

describe.each([
  ['light', LIGHT],
  ['dark', DARK],
] as const)('the %s theme', (_theme, palette: Palette) => {
  test.each(['canvas', 'paper', 'sunken'] as const)('every text colour is readable on %s', (ground) => {
    for (const ink of ['ink', 'inkSoft', 'inkFaint', 'accent'] as const)
      expect(contrast(palette[ink], palette[ground]), ink).toBeGreaterThanOrEqual(TEXT_CONTRAST_MIN)
  })

  test('text on an accent surface is readable', () => {
    expect(contrast(palette.accentInk, palette.accent)).toBeGreaterThanOrEqual(TEXT_CONTRAST_MIN)
    expect(contrast(palette.ink, palette.accentWash)).toBeGreaterThanOrEqual(TEXT_CONTRAST_MIN)
    expect(contrast(palette.accent, palette.accentWash)).toBeGreaterThanOrEqual(TEXT_CONTRAST_MIN)
  })

  test.each(['canvas', 'paper'] as const)('the edge of a control stands out from %s', (ground) => {
    expect(contrast(palette.lineStrong, palette[ground])).toBeGreaterThanOrEqual(BOUNDARY_CONTRAST_MIN)
  })

  test('lines and bars of every agent stand out from the page, and no two have one colour', () => {
    expect(new Set(palette.series).size).toBe(AGENTS_MAX)
    for (const colour of palette.series)
      for (const ground of ['canvas', 'paper'] as const)
        expect(contrast(colour, palette[ground]), colour).toBeGreaterThanOrEqual(BOUNDARY_CONTRAST_MIN)
  })

  test.each(SEVERITIES)('$id is readable as a chip and as a word by itself', ({ id }) => {
    const colours = palette.severity[id]
    expect(contrast(colours.text, colours.fill)).toBeGreaterThanOrEqual(TEXT_CONTRAST_MIN)
    expect(contrast(colours.mark, palette.paper)).toBeGreaterThanOrEqual(TEXT_CONTRAST_MIN)
    expect(contrast(colours.mark, palette.canvas)).toBeGreaterThanOrEqual(TEXT_CONTRAST_MIN)
  })

  test('the severities are an even climb away from the paper in greyscale', () => {
    const climb = SEVERITIES.map(({ id }) => contrast(palette.severity[id].fill, palette.paper))
    for (const [index, step] of climb.entries()) expect(step).toBeGreaterThan(climb[index - 1] ?? 1)
  })
})
