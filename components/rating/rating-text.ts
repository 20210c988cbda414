/** The hundredths that a typed rating stands for, held to the scale; null when it is no number yet. */
export function ratingIn(text: string): number | null {
  const trimmed = text.trim().replace(',', '.')
  const number = Number(trimmed)
  return trimmed === '' || !Number.isFinite(number)
    ? null
    : Math.round(Math.min(1, Math.max(0, number)) * 100)
}
