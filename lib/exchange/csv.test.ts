import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { csvLine } from '@/lib/exchange/csv'
import { cellsOf } from '@/lib/exchange/testing/csv'

const anyCell = fc.oneof(
  fc
    .array(
      fc.constantFrom(
        '=',
        '+',
        '-',
        '@',
        '＝',
        '＋',
        '－',
        '＠',
        '\t',
        '\r',
        '\n',
        '"',
        ',',
        "'",
        'a',
        ' ',
        'é',
      ),
      {
        maxLength: 8,
      },
    )
    .map((letters) => letters.join('')),
  fc.string({ unit: 'binary' }),
)

describe('a line of a table', () => {
  test('reads back as its cells, but for the apostrophe before what would be run', () => {
    fc.assert(
      fc.property(fc.array(anyCell, { minLength: 1, maxLength: 5 }), (cells) => {
        const line = csvLine(cells)
        expect(line.endsWith('\r\n')).toBe(true)
        const read = cellsOf(line)
        expect(read.map((cell, index) => (cell === cells[index] ? cell : cell.slice(1)))).toEqual(cells)
        expect(read.filter((cell, index) => cell !== cells[index] && !cell.startsWith("'"))).toEqual([])
      }),
      { numRuns: 1_000 },
    )
  })

  test('has no cell that a spreadsheet would run', () => {
    fc.assert(
      fc.property(fc.array(anyCell, { minLength: 1, maxLength: 5 }), (cells) => {
        for (const cell of cellsOf(csvLine(cells))) expect(cell).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/)
      }),
      { numRuns: 1_000 },
    )
  })

  test('keeps a number a number, also below zero', () => {
    expect(csvLine([-0.42, 7.9, '-0.42'])).toBe(`-0.42,7.9,'-0.42\r\n`)
  })

  test('quotes only what has to be', () => {
    expect(csvLine(['plain', 'a,b', 'say "so"', '=1+1', '-2', ''])).toBe(
      `plain,"a,b","say ""so""",'=1+1,'-2,\r\n`,
    )
  })
})
