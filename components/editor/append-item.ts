/** The text with one more list item at its end; what is there stays as it is, to the last space. */
export function appendItem(markdown: string, item: string): string {
  if (markdown.trim() === '') return `${markdown}- ${item}: `
  const [, last = ''] = /(?:^|\n)([^\n]*)\n*$/.exec(markdown) ?? []
  const bullet = /^([-*+])(?=\s)/.exec(last)?.[1]
  const breaks = bullet === undefined ? 2 : 1
  const present = /\n*$/.exec(markdown)?.[0].length ?? 0
  return `${markdown}${'\n'.repeat(Math.max(0, breaks - present))}${bullet ?? '-'} ${item}: `
}
