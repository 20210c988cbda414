/**
 * Writes whole numbers in a coarser unit so that they still add up: each is rounded down, and those that lose most by it
 * are rounded up instead, as many as the sum asks for. The sum has to be a multiple of the unit. Turned round, every
 * amount comes out the same with the other sign.
 */
export function apportion(amounts: readonly number[], unit: number): readonly number[] {
  const sign = (amounts.find((amount) => amount !== 0) ?? 1) < 0 ? -1 : 1
  const parts = amounts.map((amount, place) => {
    const lost = (((amount * sign) % unit) + unit) % unit
    return { place, lost, whole: (amount * sign - lost) / unit }
  })
  const missing = parts.reduce((sum, { lost }) => sum + lost, 0) / unit
  const raised = new Set(
    parts
      .toSorted((one, other) => other.lost - one.lost)
      .slice(0, missing)
      .map(({ place }) => place),
  )
  // Adding zero turns a negative zero into a plain one.
  return parts.map(({ place, whole }) => (whole + (raised.has(place) ? 1 : 0)) * sign + 0)
}
