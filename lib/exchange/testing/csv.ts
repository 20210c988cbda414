/** A line of RFC 4180 read back, by another way than it was written. */
export function cellsOf(line: string): string[] {
  const cells: string[] = []
  let rest = line.slice(0, -2)
  for (;;) {
    const [whole, inQuotes, plain] = /^(?:"((?:[^"]|"")*)"|([^",\r\n]*))(?:,|$)/.exec(rest) ?? []
    if (whole === undefined) throw new Error(`no cell at ${rest}`)
    cells.push(inQuotes?.replaceAll('""', '"') ?? plain ?? '')
    if (!whole.endsWith(',')) return cells
    rest = rest.slice(whole.length)
  }
}
