import type { Severity } from '@/lib/aivss/severity'

/** The shape of a severity, in a box of 14 by 12: the same bars on a page, in a report, in a badge. */
export const SEVERITY_STEPS: {
  readonly bars: readonly { x: number; y: number; width: number; height: number }[]
  readonly filled: Readonly<Record<Severity, number>>
} = {
  bars: [
    { x: 0, y: 9, width: 2.6, height: 3 },
    { x: 3.8, y: 6, width: 2.6, height: 6 },
    { x: 7.6, y: 3, width: 2.6, height: 9 },
    { x: 11.4, y: 0, width: 2.6, height: 12 },
  ],
  filled: { None: 0, Low: 1, Medium: 2, High: 3, Critical: 4 },
}
