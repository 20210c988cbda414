import type { ChartKind } from '@/lib/compare/address'
import type { FactorRow } from '@/lib/compare/factor-rows'

export type ChartedFactors = {
  readonly rows: readonly FactorRow[]
  /** The names of those that the chart cannot show. */
  readonly leftOut: readonly string[]
}

/** Bars show nothing where nothing is rated; the line of a radar would go through the middle there, as if it were 0.00. */
export function chartedFactors(rows: readonly FactorRow[], kind: ChartKind): ChartedFactors {
  if (kind === 'bars') return { rows, leftOut: [] }
  const isRated = ({ cells }: FactorRow) => cells.every(({ hundredths }) => hundredths !== null)
  return {
    rows: rows.filter(isRated),
    leftOut: rows.filter((row) => !isRated(row)).map(({ name }) => name),
  }
}
