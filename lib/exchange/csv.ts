/**
 * One line of a table as RFC 4180 writes it. A spreadsheet runs what begins like a formula, for some of them also by
 * the wide signs of East Asian keyboards, so such a cell gets an apostrophe in front, which makes it a text. A number
 * runs nothing and stays one, also below zero.
 */
export const csvLine = (cells: readonly (string | number)[]): string =>
  `${cells.map((cell) => (typeof cell === 'number' ? String(cell) : quoted(inert(cell)))).join(',')}\r\n`

/** Read by spreadsheets as the sign of UTF-8, without which Excel shows letters beyond ASCII as others. */
export const CSV_MARK = '\uFEFF'

const inert = (cell: string): string => (/^[=+\-@\t\r\n＝＋－＠]/.test(cell) ? `'${cell}` : cell)

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
