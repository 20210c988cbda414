import { divideHalfUp, formatHundredths } from '@/lib/aivss/decimal'

/** To two decimals, half up and exactly, as everywhere else; the derivation shows it in full. */
export const roundedAars = (aars: number): string =>
  formatHundredths(divideHalfUp(Math.round(aars * 1_000_000), 10_000))

/** One decimal at least, two where the second says something: 1.0, 1.1, 0.97. */
export const decimal = (value: number): string => value.toFixed(2).replace(/0$/, '')
