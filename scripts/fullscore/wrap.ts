/** What every terminal has room for. */
export const WIDTH = 80

/** Lines of at most so many characters, broken at spaces alone. */
export function wrap(text: string, width = WIDTH): readonly string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= width)
      lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}
