import type { Issue } from '@/lib/assessment/issues'
import { err, ok, type Result } from '@/lib/base/result'

/**
 * A query as a flat record. A key that is given twice is refused, because nobody could say which one counts; an
 * empty value counts as none, because that is what a form sends for a field that was left alone.
 */
export function readQuery(params: URLSearchParams): Result<Record<string, string>, Issue[]> {
  const repeated = [...new Set(params.keys())].filter((key) => params.getAll(key).length > 1)
  if (repeated.length > 0)
    return err(repeated.map((path) => ({ path, message: `Give ${path} only once in the address.` })))
  return ok(Object.fromEntries([...params].filter(([, value]) => value !== '')))
}
