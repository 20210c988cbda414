import { cellsOf, factorNamed, printedNumber } from '@/lib/exchange/report-cells'
import { labelNamed } from '@/lib/exchange/report-figures'
import type { Line } from '@/lib/exchange/report-lines'
import {
  isClosing,
  isFactorHeading,
  isFormulaLine,
  isLayerHeading,
  nameInTitle,
} from '@/lib/exchange/report-marks'

/** The parts of a report page, each with the blank lines in it. */
export type Sections = {
  readonly head: readonly Line[]
  /** The factor table with what stands around it. */
  readonly factors: readonly Line[]
  readonly layers: readonly Line[]
  /** Behind the closing line. */
  readonly rest: readonly Line[]
  /** The title of another report behind this one. */
  readonly second: Line | undefined
}

/** Cuts a text where its headings are, or, where they are lost, where the table begins and ends. */
export function sectionsOf(text: readonly Line[]): Sections | null {
  const { first: lines, second } = firstReport(withValues(text))
  const heading = lines.findIndex((line) => isFactorHeading(line.text))
  const row = lines.findIndex(isFactorRow)
  const title = lines.findIndex((line) => nameInTitle(line.text) !== null)
  const starts = [heading, row].filter((index) => index !== -1)
  const after = starts.length === 0 ? -1 : Math.min(...starts)
  const layerHeading = lines.findIndex(({ text: line }, index) => index > after && isLayerHeading(line))
  if (title === -1 && row === -1 && layerHeading === -1) return null
  const start = Math.min(...starts, ...(layerHeading === -1 ? [] : [layerHeading]), lines.length)
  const end =
    layerHeading === -1
      ? lines.findLastIndex((line) => isFactorRow(line) || isFormulaLine(line.text)) + 1 || lines.length
      : layerHeading
  const closing = lines.findIndex((line, index) => index >= end && isClosing(line.text))
  const stop = closing === -1 ? lines.length : closing
  return {
    head: lines.slice(0, Math.min(start, end)),
    factors: lines.slice(Math.min(start, end), end),
    layers: lines.slice(layerHeading === -1 ? end : end + 1, stop),
    rest: lines.slice(stop + 1),
    second,
  }
}

const isFactorRow = ({ text }: Line): boolean => {
  const [name = '', ...values] = cellsOf(text)
  return factorNamed(name) !== undefined && values.length > 0
}

function firstReport(lines: readonly Line[]): { first: readonly Line[]; second: Line | undefined } {
  const titles = lines.flatMap(({ text }, index) => (nameInTitle(text) === null ? [] : [index]))
  const names = titles.map((index) => nameInTitle(lines[index]?.text ?? ''))
  const again = titles.find((_, position) => names[position] !== names[0])
  return { first: lines.slice(0, again), second: again === undefined ? undefined : lines[again] }
}

/** A label alone and a value alone on the next line are one row: so a table arrives that was copied cell by cell. */
function withValues(lines: readonly Line[]): readonly Line[] {
  const filled = lines.filter(({ text }) => text !== '')
  const values = new Map(
    filled.flatMap((line, index) => {
      const next = filled[index + 1]
      const isLabel = factorNamed(line.text) !== undefined || labelNamed(line.text) !== undefined
      return next && isLabel && printedNumber(next.text) !== undefined ? [[line.number, next] as const] : []
    }),
  )
  const taken = new Set([...values.values()].map(({ number }) => number))
  return lines.flatMap((line) => {
    if (taken.has(line.number)) return []
    const value = values.get(line.number)
    return [value === undefined ? line : { ...line, text: `${line.text}\t${value.text}` }]
  })
}
