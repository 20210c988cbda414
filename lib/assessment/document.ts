import type { z } from 'zod'
import { breachesOfDocument, breachesOfDraft } from '@/lib/assessment/cross-fields'
import { cvssOfDocument, cvssOfDraft } from '@/lib/assessment/cvss-field'
import { mitigationDecimal, threatDecimal } from '@/lib/assessment/decimals'
import { factorsOfDocument, factorsOfDraft } from '@/lib/assessment/factor-fields'
import {
  factorSet,
  formula,
  object,
  PROFILE_FIELDS,
  rationale,
  SCHEMA_VERSION,
  schemaVersion,
} from '@/lib/assessment/fields'
import { layersOfDocument, layersOfDraft } from '@/lib/assessment/layer-fields'
import { LIMITS } from '@/lib/assessment/limits'
import { ALWAYS, report } from '@/lib/assessment/refine'
import { filled, line, prose } from '@/lib/assessment/text'

const name = line('The name', LIMITS.name)
const summary = prose('The summary', LIMITS.summary)

/** What an editor may save: the formula and the factor set, and as much of the rest as there is so far. */
export const draftSchema = object('The document', {
  schemaVersion: schemaVersion.default(SCHEMA_VERSION),
  name: name.optional(),
  ...PROFILE_FIELDS,
  summary: summary.optional(),
  formula,
  factorSet,
  cvss: cvssOfDraft.optional(),
  threatMultiplier: object('threatMultiplier', { value: threatDecimal.optional(), rationale }).optional(),
  mitigationFactor: object('mitigationFactor', { value: mitigationDecimal.optional(), rationale }).optional(),
  factors: factorsOfDraft.optional(),
  layers: layersOfDraft.optional(),
}).superRefine((draft, context) => report(context, breachesOfDraft(draft)), ALWAYS)

export type Draft = z.output<typeof draftSchema>

/** What is published, exported and stored for good: nothing is left to a default or to a later formula. */
export const documentSchema = object('The document', {
  schemaVersion,
  name: filled(name, 'Give the agent a name.'),
  ...PROFILE_FIELDS,
  summary: filled(summary, 'Write a summary.'),
  formula,
  factorSet,
  cvss: cvssOfDocument,
  threatMultiplier: object('threatMultiplier', { value: threatDecimal, rationale }),
  mitigationFactor: object('mitigationFactor', { value: mitigationDecimal, rationale })
    .optional()
    .describe('Required, except under a formula without a mitigation factor, which refuses it.'),
  factors: factorsOfDocument.describe('Exactly the ten factors of the factor set.'),
  layers: layersOfDocument.describe('All seven MAESTRO layers.'),
}).superRefine((document, context) => report(context, breachesOfDocument(document)), ALWAYS)

export type AssessmentDocument = z.output<typeof documentSchema>
