/** Plain text inside a line, so that Markdown reads it back as itself. */
export const escapeInline = (text: string): string =>
  text.replace(/[\\`*_[\]<~]|&(?=#?\w+;)/g, '\\$&').replaceAll('\u{FEFF}', characterReference)

/** Plain text that fills a line or a heading of its own. */
export const escapeLine = (text: string): string =>
  escapeLineStarts(escapeInline(text.trim().replace(/\s*\n\s*/g, ' ')))

/**
 * What would make a list, a heading, a quotation, a ruler or a row of a table at the start of a line. A backslash, a
 * backtick and their like are escaped already, wherever they stand.
 */
export const escapeLineStarts = (lines: string): string =>
  eachLine(lines, (line) => line.replace(/^[-+#>=|:]/, '\\$&').replace(/^(\d{1,9})([.)])/, '$1\\$2'))

/** Blank lines, and space beside an end of line, are what Markdown would drop or take for a mark. */
export const keepSpace = (lines: string): string =>
  lines
    .replace(/(?<=^|\n)\n|\n$/g, characterReference)
    .replace(/(?<=^|\n)[ \t]|[ \t](?=\n|$)/g, characterReference)

/** Not by the flag `m`, which takes U+2028 for the end of a line too. */
export const eachLine = (lines: string, change: (line: string) => string): string =>
  lines.split('\n').map(change).join('\n')

export const characterReference = (character: string): string => `&#${character.codePointAt(0)};`

/** A span of code, between more backticks than it holds in a row. */
export function codeSpan(text: string): string {
  const fence = fenceAround(text, 1)
  // One space on either side belongs to the fence, and keeps a backtick of the text from it.
  const padded = /^`|`$|^ .*[^ ].* $/s.test(text) ? ` ${text} ` : text
  return `${fence}${padded}${fence}`
}

export function fenceAround(text: string, atLeast: number): string {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length))
  return '`'.repeat(Math.max(atLeast, longest + 1))
}
