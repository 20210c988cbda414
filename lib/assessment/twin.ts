import { z } from 'zod'
import { documentSchema } from '@/lib/assessment/document'
import { LIMITS } from '@/lib/assessment/limits'
import { scoreAnswerSchema } from '@/lib/assessment/score-answer'
import { line } from '@/lib/assessment/text'

/** The machine-readable form of a published report. Only its document can be imported again. */
export const twinSchema = z.strictObject({
  document: documentSchema,
  score: scoreAnswerSchema,
  revision: z.int().min(1).describe('Counts the published revisions of the agent, from 1.'),
  publishedAt: z.iso.datetime().describe('In UTC, as RFC 3339 has it.'),
  byline: line('The byline', LIMITS.byline).nullable().describe('Whom the report names as its author.'),
  url: z.url({ protocol: /^https?$/ }).describe('The address of the report that this is the twin of.'),
})

export type Twin = z.output<typeof twinSchema>
