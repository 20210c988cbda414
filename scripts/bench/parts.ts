import { err, ok, type Result } from '@/lib/base/result'

const SIZES = [1_000, 10_000, 100_000] as const
const MILLION = 1_000_000

/** Which parts are measured. */
export type Parts = { readonly editor: boolean; readonly sizes: readonly number[] }

/** Nothing: everything; `--scale`: the sizes alone; `--million`: these with a million, too. */
export function partsOf(args: readonly string[]): Result<Parts, string> {
  const unknown = args.filter((argument) => argument !== '--scale' && argument !== '--million')
  if (unknown.length > 0)
    return err(`${unknown.join(' ')} is unknown here: write --scale, --million or nothing.`)
  const sizes = args.includes('--million') ? [...SIZES, MILLION] : SIZES
  return ok({ editor: args.length === 0, sizes })
}
