import { z } from 'zod'
import { FORMULA_IDS } from '@/lib/aivss/formulas'
import { NOTICE_CODES } from '@/lib/aivss/notices'
import { KINDS } from '@/lib/assessment/kinds'
import { severitySchema } from '@/lib/assessment/severity'

/** A row of the library, as it stands in the database. */
const libraryRowSchema = z.strictObject({
  slug: z.string(),
  name: z.string(),
  name_key: z.string(),
  kind: z.enum(KINDS),
  vendor: z.string(),
  tags: z.array(z.string()),
  summary: z.string(),
  notices: z.array(z.enum(NOTICE_CODES)),
  formula: z.enum(FORMULA_IDS),
  formula_rank: z.int(),
  score_tenths: z.int(),
  severity: severitySchema,
  number: z.int(),
  published_at: z.date(),
})

export const libraryRows = z.array(libraryRowSchema)
export type LibraryRow = z.infer<typeof libraryRowSchema>
