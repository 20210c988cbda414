export type PageOf<Row> = { readonly rows: readonly Row[]; readonly nextCursor: string | null }

/** Of a query that asked for one row more than a page holds: that row tells whether there is another page. */
export function pageOf<Row>(
  found: readonly Row[],
  rowsMax: number,
  cursorAt: (last: Row) => string,
): PageOf<Row> {
  const rows = found.slice(0, rowsMax)
  const last = rows.at(-1)
  return { rows, nextCursor: found.length > rowsMax && last ? cursorAt(last) : null }
}
