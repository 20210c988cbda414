/**
 * Decimals as integers of a known scale. Binary floating point cannot hold 0.1 and so gets rounding ties
 * wrong; every sum and product of the core is therefore an integer, and one division at the very end gives
 * the double that is nearest to the exact decimal.
 */
export const toNumber = (scaled: number, places: number): number => scaled / 10 ** places

/** Rounds a non-negative integer fraction half up, without leaving the integers. */
export const divideHalfUp = (numerator: number, divisor: number): number => {
  const doubled = 2 * numerator + divisor
  return (doubled - (doubled % (2 * divisor))) / (2 * divisor)
}

/** The integer behind a number that is written with at most `places` decimals, or null when it is not one. */
export const exactScaled = (value: number, places: number): number | null => {
  const scaled = Math.round(value * 10 ** places)
  // Adding zero turns a negative zero into a plain one.
  return Number.isSafeInteger(scaled) && scaled / 10 ** places === value ? scaled + 0 : null
}

/** All decimals written out: `formatFixed(80, 2)` is `0.80`. */
export const formatFixed = (scaled: number, places: number): string => {
  const digits = String(scaled).padStart(places + 1, '0')
  return `${digits.slice(0, digits.length - places)}.${digits.slice(digits.length - places)}`
}

/** Trailing zeros dropped, for equations: `formatCompact(110, 2)` is `1.1` and `formatCompact(100, 2)` is `1`. */
export const formatCompact = (scaled: number, places: number): string =>
  formatFixed(scaled, places).replace(/\.?0+$/, '')

/** With its sign, such as `+0.10` or `−0.20`; nothing before a zero. */
export const formatSigned = (scaled: number, places: number): string => {
  const sign = scaled > 0 ? '+' : scaled < 0 ? '−' : ''
  return `${sign}${formatFixed(Math.abs(scaled), places)}`
}

export const formatTenths = (tenths: number): string => formatFixed(tenths, 1)

export const formatHundredths = (hundredths: number): string => formatFixed(hundredths, 2)
