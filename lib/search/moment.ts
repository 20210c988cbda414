import { z } from 'zod'

/** A moment as it stands in a cursor. The year 0 is one of ISO 8601, but none that Postgres knows. */
export const momentSchema = z.iso.datetime({ precision: 3 }).refine((text) => !text.startsWith('0000'))
