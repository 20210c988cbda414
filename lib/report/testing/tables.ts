/** The number of cells of each row of each table, as GitHub's extension of CommonMark counts them (section 4.10). */
export const tablesIn = (markdown: string): readonly (readonly number[])[] =>
  markdown
    .split('\n\n')
    .filter((block) => block.startsWith('| '))
    .map((block) =>
      block.split('\n').map((row) => {
        if (!/^\| .*\|$/.test(row)) throw new Error(`not a row of a table: ${row}`)
        return (row.match(/(?<!\\)(?:\\\\)*\|/g) ?? []).length - 1
      }),
    )
