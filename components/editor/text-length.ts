import { lengthOf } from '@/lib/assessment/text'

/** How full a text is, once that is worth knowing; null while there is plenty of room. */
export function countNear(value: string, lengthMax: number): string | null {
  // A character has one or two code units, so a text this short need not be counted.
  if (value.length < lengthMax * WORTH_KNOWING) return null
  const length = lengthOf(value)
  return length < lengthMax * WORTH_KNOWING ? null : countOf(length, lengthMax)
}

const WORTH_KNOWING = 0.8

export const countOf = (length: number, lengthMax: number): string => {
  const [counted, max] = [length, lengthMax].map((number) => number.toLocaleString('en'))
  return length > lengthMax
    ? `${counted} characters, ${(length - lengthMax).toLocaleString('en')} more than the limit of ${max}`
    : `${counted} of ${max} characters`
}
