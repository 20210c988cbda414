type Requirement = { readonly text: string; readonly isHeld: boolean; readonly found: string }

/** Times in milliseconds, beside those of the least that does the same. */
export type Measured = {
  readonly what: string
  readonly times: readonly number[]
  readonly floor: { readonly what: string; readonly times: readonly number[] }
  readonly requirement?: Requirement
}

const HEAD = ['milliseconds', 'p50', 'p95', 'max', 'floor p50', 'ratio', 'floor']

/** One aligned table, and below it what is required and whether it was held. */
export function reportOf(rows: readonly Measured[]): readonly string[] {
  const cells = [HEAD, ...rows.map(cellsOf)]
  const widths = HEAD.map((_, column) => Math.max(...cells.map((row) => (row[column] ?? '').length)))
  const lines = cells.map((row) =>
    row
      .map((cell, column) => {
        const width = widths[column] ?? 0
        const isText = column === 0 || column === HEAD.length - 1
        return isText ? cell.padEnd(width) : cell.padStart(width)
      })
      .join('  ')
      .trimEnd(),
  )
  const requirements = rows.flatMap(({ requirement }) => requirement ?? [])
  return [
    ...lines,
    '',
    ...requirements.map(({ text, isHeld, found }) => `${isHeld ? 'held' : 'not held'}: ${text} (${found}).`),
  ]
}

function cellsOf({ what, times, floor }: Measured): readonly string[] {
  const least = quantile(floor.times, 0.5)
  const shown = [quantile(times, 0.5), quantile(times, 0.95), Math.max(...times), least]
  const ratio = `${(quantile(times, 0.5) / least).toFixed(1)}×`
  return [what, ...shown.map((ms) => ms.toFixed(1)), ratio, floor.what]
}

/** A time that was measured, none in between two. */
function quantile(times: readonly number[], part: number): number {
  const sorted = times.toSorted((a, b) => a - b)
  return sorted[Math.ceil(part * sorted.length) - 1] ?? Number.NaN
}
