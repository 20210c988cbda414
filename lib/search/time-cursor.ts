import { z } from 'zod'
import { momentSchema } from '@/lib/search/moment'

/** Where a page of a list ended that is ordered by a moment, and among equal moments by id. */
export type TimeCursor = { readonly at: string; readonly id: string }

const placeSchema = z.tuple([momentSchema, z.uuid()])

/** As it stands in an address. */
export const timeCursorSchema = z
  .string()
  .max(100)
  .transform((text, context): TimeCursor => {
    const parsed = placeSchema.safeParse(text.split('_'))
    if (parsed.success) return { at: parsed.data[0], id: parsed.data[1] }
    context.addIssue({
      code: 'custom',
      message: 'This is no place in the list. Start again from its beginning.',
    })
    return z.NEVER
  })
  .meta({ format: 'cursor' })

export const formatTimeCursor = (at: Date, id: string): string => `${at.toISOString()}_${id}`
