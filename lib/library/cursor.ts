import { z } from 'zod'
import { line } from '@/lib/assessment/text'
import { slugSchema as slug } from '@/lib/library/names'
import { cursorOf, encodeCursor } from '@/lib/search/cursor'
import { momentSchema as date } from '@/lib/search/moment'

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

export const cursorSchema = cursorOf(cursorShape, 2_000)

export const formatCursor = (cursor: Cursor): string => encodeCursor(cursor)
