import { z } from 'zod'
import { documentSchema } from '@/lib/assessment/document'
import { factorsOfExcerpt } from '@/lib/assessment/factor-fields'
import { KINDS } from '@/lib/assessment/kinds'
import { briefScore } from '@/lib/assessment/score-answer'
import { twinSchema } from '@/lib/assessment/twin'

const { name, vendor, summary } = documentSchema.shape
const { score, revision, publishedAt, byline, url } = twinSchema.shape
const { schemaVersion: _, ...assessment } = documentSchema.shape

const published = { revision, publishedAt, byline, url }

const summaryExcerpt = z
  .strictObject({
    sections: z.literal('summary'),
    name,
    kind: z.enum(KINDS),
    vendor,
    summary,
    ...briefScore,
    ...published,
  })
  .describe('Summary and score alone. Nothing in it tells the ratings.')

const withoutEvidence = z
  .strictObject({
    sections: z.literal('without-evidence'),
    assessment: z.strictObject({ ...assessment, factors: factorsOfExcerpt }),
    score,
    ...published,
  })
  .describe('The report without the evidence of its factors.')

/** What a link serves in place of the twin where it hides sections. It is not the whole, so it is not imported. */
export const excerptSchema = z.discriminatedUnion('sections', [summaryExcerpt, withoutEvidence])

export type SummaryExcerpt = z.output<typeof summaryExcerpt>
export type ExcerptWithoutEvidence = z.output<typeof withoutEvidence>

/** Whatever else is wrong with it: a text that says of itself that it is a part of a report. */
export const isExcerpt = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, 'sections')
