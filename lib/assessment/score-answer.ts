import { z } from 'zod'
import { FACTOR_SET_IDS } from '@/lib/aivss/factors'
import { FORMULA_IDS } from '@/lib/aivss/formulas'
import { NOTICE_CODES } from '@/lib/aivss/notices'
import type { Score } from '@/lib/aivss/score'
import { SEVERITIES } from '@/lib/aivss/severity'
import { CVSS_VERSIONS } from '@/lib/cvss/metrics'

export const briefScore = {
  score: z.number().min(0).max(10).describe('Rounded half up to one decimal, and capped at 10.0.'),
  severity: z.enum(SEVERITIES.map((band) => band.id)),
}

/** The answer to a request for a score, as a twin carries it and as the API describes it. */
export const scoreAnswerSchema = z.strictObject({
  formula: z.enum(FORMULA_IDS),
  factorSet: z.enum(FACTOR_SET_IDS),
  cvss: z.discriminatedUnion('asserted', [
    z.strictObject({ base: z.number(), asserted: z.literal(true) }),
    z.strictObject({
      base: z.number(),
      asserted: z.literal(false),
      vector: z.string(),
      version: z.enum(CVSS_VERSIONS),
    }),
  ]),
  factorSum: z.number().min(0).max(10),
  aars: z.number().min(0).describe('Exact, not rounded.'),
  ...briefScore,
  others: z
    .partialRecord(z.enum(FORMULA_IDS), z.strictObject(briefScore))
    .describe('The same case under every other formula.'),
  notices: z.array(z.strictObject({ code: z.enum(NOTICE_CODES), message: z.string() })),
  steps: z.array(z.strictObject({ label: z.string(), expression: z.string(), value: z.number() })),
  vector: z.string().describe('The whole input in one line, which reads back exactly.'),
}) satisfies z.ZodType<Score>
