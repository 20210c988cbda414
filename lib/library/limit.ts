import { z } from 'zod'

export const ROWS_MAX = 100
export const ROWS_DEFAULT = 25
const LIMIT_SENTENCE = `Use a whole number from 1 to ${ROWS_MAX}.`

/** How many rows a page holds; it comes as text from an address. */
export const limit = z
  .string()
  .regex(/^[1-9]\d{0,2}$/, LIMIT_SENTENCE)
  .transform(Number)
  .refine((rows) => rows <= ROWS_MAX, LIMIT_SENTENCE)
  .default(ROWS_DEFAULT)
  .describe(`How many to a page: 1 to ${ROWS_MAX}, ${ROWS_DEFAULT} unless told.`)
