import { z } from 'zod'

/** A quote and its link, as typed. */
export type Piece = { readonly text: string; readonly url: string }

const pieces = z.array(z.object({ text: z.string(), url: z.string() }))

/** No pieces are no text at all, so that an empty list is the same as none. */
export const writeEvidence = (list: readonly Piece[]): string =>
  list.length === 0 ? '' : JSON.stringify(list.map(({ text, url }) => ({ text, url })))

export function readEvidence(value: string): readonly Piece[] {
  if (value === '') return []
  try {
    const parsed = pieces.safeParse(JSON.parse(value))
    return parsed.success ? parsed.data : []
  } catch {
    return []
  }
}
