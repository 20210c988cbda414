import type { DatabaseCost } from '@/scripts/bench/database-cost'

export type Requirement = { readonly text: string; readonly isHeld: boolean; readonly found: string }

/** Times in milliseconds, beside those of the least that does the same. */
export type Measured = {
  readonly what: string
  readonly times: readonly number[]
  readonly floor: { readonly what: string; readonly times: readonly number[] }
  /** Of each of them, where it was asked for. */
  readonly costs?: readonly DatabaseCost[]
  readonly requirement?: Requirement
}

const HEAD = ['milliseconds', 'p50', 'p95', 'max', 'waited p50', 'queries', 'floor p50', 'ratio', 'floor']

const NOTE = 'waited: until the database had answered, the wait for a connection included.'

/** One aligned table, and below it what is required and whether it was held. */
export function reportOf(rows: readonly Measured[]): readonly string[] {
  const lines = aligned([HEAD, ...rows.map(cellsOf)], [0, HEAD.length - 1])
  const requirements = rows.flatMap(({ requirement }) => requirement ?? [])
  return [...lines, NOTE, '', ...requirements.map(verdictOf)]
}

export const verdictOf = ({ text, isHeld, found }: Requirement): string =>
  `${isHeld ? 'held' : 'not held'}: ${text} (${found}).`

/** Columns of the same width; numbers end, and texts begin, where the others in their column do. */
export function aligned(rows: readonly (readonly string[])[], texts: readonly number[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  )
  return rows.map((row) =>
    row
      .map((cell, column) => {
        const width = widths[column] ?? 0
        return texts.includes(column) ? cell.padEnd(width) : cell.padStart(width)
      })
      .join('  ')
      .trimEnd(),
  )
}

function cellsOf({ what, times, costs, floor }: Measured): readonly string[] {
  const least = quantile(floor.times, 0.5)
  const shown = [quantile(times, 0.5), quantile(times, 0.95), Math.max(...times)]
  const waited = costs?.map(({ dbMs }) => dbMs)
  return [
    what,
    ...shown.map(tenths),
    waited ? tenths(quantile(waited, 0.5)) : '',
    // The most of any, so that a page that asks once for each of its rows stands out.
    costs ? String(Math.max(...costs.map(({ queries }) => queries))) : '',
    tenths(least),
    `${(quantile(times, 0.5) / least).toFixed(1)}×`,
    floor.what,
  ]
}

export const tenths = (ms: number): string => ms.toFixed(1)

/** A time that was measured, none in between two. */
export function quantile(times: readonly number[], part: number): number {
  const sorted = times.toSorted((a, b) => a - b)
  return sorted[Math.ceil(part * sorted.length) - 1] ?? Number.NaN
}
