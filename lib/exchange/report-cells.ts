import { FACTOR_IDS, FACTORS, type FactorId } from '@/lib/aivss/factors'
import { keyOf } from '@/lib/exchange/report-lines'

/** A factor by one of its published names; `renamed` where only the 0.8 paper calls it so. */
export type NamedFactor = { readonly id: FactorId; readonly renamed: boolean }

const BY_NAME: ReadonlyMap<string, NamedFactor> = new Map(
  FACTOR_IDS.flatMap((id): readonly (readonly [string, NamedFactor])[] => {
    const { name, name08 } = FACTORS[id]
    const newer = name08 === undefined ? [] : [[keyOf(name08), { id, renamed: true }] as const]
    return [[keyOf(name), { id, renamed: false }], ...newer]
  }),
)

const NAME_LENGTH_MAX = 80

export const factorNamed = (text: string): NamedFactor | undefined =>
  text.length > NAME_LENGTH_MAX ? undefined : BY_NAME.get(keyOf(text))

/**
 * The cells of a row, between pipes or tabs; or a name and the number behind it, which is what is left where a table was
 * copied without either.
 */
export function cellsOf(text: string): readonly string[] {
  if (text.includes('|')) {
    // A pipe behind a backslash is text, as in a table of Markdown.
    const cells = text.split(/(?<!\\)\|/).slice(text.startsWith('|') ? 1 : 0)
    return withoutBlankEnd(cells.map((cell) => cell.replaceAll('\\|', '|').trim()))
  }
  if (text.includes('\t')) return withoutBlankEnd(text.split('\t').map((cell) => cell.trim()))
  const gap = Math.max(text.lastIndexOf(' '), text.lastIndexOf('\u00A0'))
  const last = text.slice(gap + 1)
  return gap === -1 || printedNumber(last) === undefined ? [text] : [text.slice(0, gap).trim(), last]
}

const withoutBlankEnd = (cells: readonly string[]): readonly string[] =>
  cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1)

export const isRuler = (cells: readonly string[]): boolean =>
  cells.length > 0 && cells.every((cell) => /^:?[-–—]+:?$/.test(cell))

const NUMBER = /^[×x]?\s?([-–−+]?)(\d{1,6}(?:[.,]\d{0,9})?|[.,]\d{1,9})\s?[×x]?$/

/** A number as people write it, with a comma or a multiplication sign; undefined for anything else. */
export function printedNumber(text: string): number | undefined {
  const found = NUMBER.exec(text)
  if (found === null) return undefined
  const size = Number((found[2] ?? '').replace(',', '.'))
  return found[1] === '' || found[1] === '+' ? size : 0 - size
}
