import { z } from 'zod'

export const ROWS_MAX = 100
export const ROWS_DEFAULT = 25
const LIMIT_SENTENCE = `Use a whole number from 1 to ${ROWS_MAX}.`

/** How many rows a page holds; it comes as text from an address. */
export const rowsLimit = (rowsDefault: number) =>
  z
    .string()
    .regex(/^[1-9]\d{0,2}$/, LIMIT_SENTENCE)
    .transform(Number)
    .refine((rows) => rows <= ROWS_MAX, LIMIT_SENTENCE)
    .default(rowsDefault)
    .describe(`How many to a page: 1 to ${ROWS_MAX}, ${rowsDefault} unless told.`)

export const limit = rowsLimit(ROWS_DEFAULT)
