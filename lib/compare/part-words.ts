import { formatHundredths, formatTenths } from '@/lib/aivss/decimal'
import type { ScorePart } from '@/lib/aivss/difference'
import { FACTORS } from '@/lib/aivss/factors'

export const FIGURE_NAMES = {
  cvss: 'CVSS base',
  threatMultiplier: 'Threat multiplier',
  mitigationFactor: 'Mitigation factor',
} as const

export const partName = (part: ScorePart): string =>
  part === 'cvss' || part === 'threatMultiplier' || part === 'mitigationFactor'
    ? FIGURE_NAMES[part]
    : FACTORS[part].name

export type PartValue = { readonly value: number; readonly text: string }

/** C is counted in tenths, everything else in hundredths. */
export const partFigure = (part: ScorePart, counted: number): PartValue => ({
  value: counted / (part === 'cvss' ? 10 : 100),
  text: partValue(part, counted),
})

export const partValue = (part: ScorePart, value: number): string =>
  part === 'cvss' ? formatTenths(value) : formatHundredths(value)
