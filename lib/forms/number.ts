/** Text that is no number is passed on as it is, so that the schema says what is wrong with it. */
export function numberIn(text: string): number | string | undefined {
  const trimmed = text.trim().replace(',', '.')
  if (trimmed === '') return undefined
  return /^-?(\d+(\.\d*)?|\.\d+)$/.test(trimmed) ? Number(trimmed) : text
}
