import { z } from 'zod'
import { FORMULA_IDS } from '@/lib/aivss/formulas'
import { KINDS } from '@/lib/assessment/kinds'
import { severitySchema } from '@/lib/assessment/severity'
import type { LibraryRow } from '@/lib/library/row'
import type { PageOf } from '@/lib/search/page'

/** An item of the public library as the API gives it out; nothing that is not named here leaves. */
export const libraryItemSchema = z.strictObject({
  slug: z.string(),
  name: z.string(),
  kind: z.enum(KINDS),
  vendor: z.string().nullable(),
  tags: z.array(z.string()),
  formula: z.enum(FORMULA_IDS),
  score: z.number().min(0).max(10),
  severity: severitySchema,
  revision: z.int().min(1),
  publishedAt: z.iso.datetime(),
})

export const libraryPageSchema = z.strictObject({
  items: z.array(libraryItemSchema),
  nextCursor: z.string().nullable(),
})

export const serializeLibrary = ({
  rows,
  nextCursor,
}: PageOf<LibraryRow>): z.infer<typeof libraryPageSchema> => ({
  items: rows.map(serializeRow),
  nextCursor,
})

const serializeRow = (row: LibraryRow): z.infer<typeof libraryItemSchema> => ({
  slug: row.slug,
  name: row.name,
  kind: row.kind,
  vendor: row.vendor === '' ? null : row.vendor,
  tags: row.tags,
  formula: row.formula,
  score: row.score_tenths / 10,
  severity: row.severity,
  revision: row.number,
  publishedAt: row.published_at.toISOString(),
})
