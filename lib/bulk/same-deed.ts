import { isDeepStrictEqual } from 'node:util'
import type { Deed } from '@/lib/bulk/deeds'

/**
 * Whether both do the same with the same words. An end that was chosen as a number of days is counted from when the form
 * arrives, so a form that is sent twice has two, a moment apart.
 */
export function isSameDeed(one: Deed, other: Deed): boolean {
  if (one.kind !== 'share' || other.kind !== 'share') return isDeepStrictEqual(one, other)
  const [{ expiresAt: end, ...rest }, { expiresAt: otherEnd, ...otherRest }] = [one, other]
  if (!isDeepStrictEqual(rest, otherRest)) return false
  if (end === null || otherEnd === null) return end === otherEnd
  return Math.abs(Date.parse(end) - Date.parse(otherEnd)) < SAME_END_MS
}

const SAME_END_MS = 3_600_000
