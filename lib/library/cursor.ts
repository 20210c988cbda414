import { z } from 'zod'
import { line } from '@/lib/assessment/text'
import { momentSchema as date } from '@/lib/library/moment'
import { slugSchema as slug } from '@/lib/library/names'

const score = z.int().min(0).max(100)
const rank = z.int().min(0).max(32_767)
const name = line('The name', 200)

/** Where a page of the library ended: the sort and the last row's place in it. */
const cursorShape = z.union([
  z.strictObject({ sort: z.enum(['score', '-score']), rank, score, slug }),
  z.strictObject({ sort: z.enum(['name', '-name']), name, slug }),
  z.strictObject({ sort: z.enum(['updated', '-updated']), date, slug }),
  z.strictObject({ sort: z.literal('match'), rank: z.number().min(0).max(100), slug }),
])

export type Cursor = z.infer<typeof cursorShape>

/** Opaque to clients, and parsed as strictly as anything else that comes back from one. */
export const cursorSchema = z
  .string()
  .max(2_000, 'This cursor is not one of ours. Start again without it.')
  .transform((text, context): Cursor => {
    const parsed = cursorShape.safeParse(decode(text))
    if (parsed.success) return parsed.data
    context.addIssue({ code: 'custom', message: 'This cursor is not one of ours. Start again without it.' })
    return z.NEVER
  })
  .meta({ format: 'cursor' })

export const formatCursor = (cursor: Cursor): string =>
  Buffer.from(JSON.stringify(cursor)).toString('base64url')

function decode(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString())
  } catch {
    return undefined
  }
}
