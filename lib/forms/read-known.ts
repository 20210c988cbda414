import type { z } from 'zod'
import { type Issue, issuesOf, pathOf } from '@/lib/assessment/issues'

export type Known<T> = { readonly value: T; readonly refused: readonly Issue[] }

/**
 * For people: what can be read of an address counts, and what cannot is left out and named, because a page with a
 * notice helps more than an error does. The schema takes an empty query.
 */
export function readKnown<Schema extends z.ZodObject>(
  schema: Schema,
  query: Readonly<Record<string, string>>,
  unknownMessage: string,
): Known<z.output<Schema>> {
  const entries = Object.entries(query)
  const isKnown = ([key]: readonly [string, string]) => Object.hasOwn(schema.shape, key)
  const unknown = entries.filter((entry) => !isKnown(entry)).slice(0, UNKNOWN_NAMED_MAX)
  const { value, refused } = readEntries(schema, entries.filter(isKnown))
  const named = unknown.map(([key]) => ({ path: pathOf([key]), message: unknownMessage }))
  return { value, refused: [...refused, ...named] }
}

const UNKNOWN_NAMED_MAX = 10

function readEntries<Schema extends z.ZodObject>(
  schema: Schema,
  entries: readonly [key: string, value: string][],
): Known<z.output<Schema>> {
  const parsed = schema.safeParse(Object.fromEntries(entries))
  if (parsed.success) return { value: parsed.data, refused: [] }
  const refused = issuesOf(parsed.error)
  // What is left may contradict itself anew: a cursor of an order that was just left out.
  const rest = readEntries(
    schema,
    entries.filter(([key]) => !refused.some(({ path }) => path === key)),
  )
  return { value: rest.value, refused: [...refused, ...rest.refused] }
}
