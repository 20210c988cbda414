import type { Issue } from '@/lib/assessment/issues'

const DEPTH_MAX = 32
const ARRAY_LENGTH_MAX = 5_000

/**
 * What makes a parsed JSON value unfit to be looked at by a schema, however it came in. It walks with a list of its
 * own, because a deep value would exhaust the stack of a recursive walk.
 */
export function excessOf(what: 'body' | 'document', value: unknown): Issue | undefined {
  const open: { value: unknown; depth: number }[] = [{ value, depth: 1 }]
  for (let next = open.pop(); next; next = open.pop()) {
    if (typeof next.value !== 'object' || next.value === null) continue
    if (next.depth > DEPTH_MAX)
      return {
        path: '',
        message: `The ${what} nests deeper than ${DEPTH_MAX} levels. Send a flatter document.`,
      }
    if (Array.isArray(next.value) && next.value.length > ARRAY_LENGTH_MAX)
      return {
        path: '',
        message: `A list in the ${what} is longer than ${ARRAY_LENGTH_MAX} items. Send fewer.`,
      }
    // JSON.parse makes it a key like any other, which schemas and copies then mistake for the prototype.
    if (Object.hasOwn(next.value, '__proto__'))
      return { path: '__proto__', message: '“__proto__” is not a field here; remove it.' }
    for (const inner of Object.values(next.value)) open.push({ value: inner, depth: next.depth + 1 })
  }
  return undefined
}
