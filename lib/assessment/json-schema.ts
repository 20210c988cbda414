import { z } from 'zod'
import { FACTOR_SETS } from '@/lib/aivss/factors'
import { FORMULAS } from '@/lib/aivss/formulas'
import { documentSchema } from '@/lib/assessment/document'
import { excerptSchema } from '@/lib/assessment/excerpt'
import { SCHEMA_VERSION } from '@/lib/assessment/fields'
import { twinSchema } from '@/lib/assessment/twin'

export type JsonSchema = Readonly<Record<string, unknown>>

const ASSESSMENT_ID = `urn:fullscore:schema:assessment-${SCHEMA_VERSION}`

/** The JSON Schema (draft 2020-12) of a publishable assessment document. */
export const assessmentJsonSchema = (): JsonSchema => ({
  ...head(
    ASSESSMENT_ID,
    'Fullscore assessment',
    'A threat model of an AI agent: the inputs of its AIVSS score and the seven MAESTRO layers. The score itself is computed from it and never part of it. Besides what this schema says, texts must be free of control characters (but tab and line feed) and of characters that change the direction of text, links must carry no credentials, and a CVSS vector must be complete.',
  ),
  ...jsonSchemaOf(documentSchema),
  allOf: CROSS_FIELD_RULES,
})

/** The JSON Schema of the twin that stands beside a published report. */
export const reportJsonSchema = (): JsonSchema => {
  const { properties, ...rest } = jsonSchemaOf(twinSchema)
  const assessment = assessmentJsonSchema()
  return {
    ...head(
      `urn:fullscore:schema:report-${SCHEMA_VERSION}`,
      'Fullscore report',
      'A published revision of an assessment with its score. Import reads only the document.',
    ),
    ...rest,
    properties: { ...properties, document: { $ref: ASSESSMENT_ID } },
    // Bundled, so that the file is complete by itself (section 9.3 of JSON Schema Core).
    $defs: { assessment },
  }
}

/** The JSON Schema of what a link that hides sections serves in place of the twin. */
export const excerptJsonSchema = (): JsonSchema => ({
  ...head(
    `urn:fullscore:schema:excerpt-${SCHEMA_VERSION}`,
    'Fullscore excerpt of a report',
    'As much of a published revision as a link shows that hides sections. It cannot be imported.',
  ),
  ...jsonSchemaOf(excerptSchema),
})

const head = ($id: string, title: string, description: string): JsonSchema => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id,
  title,
  description,
})

const jsonSchemaOf = (schema: z.ZodType) => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'input' })
  return rest
}

/** What the rules across fields say, in the words of JSON Schema: the ten factors of each set, and M or no M. */
const CROSS_FIELD_RULES: readonly JsonSchema[] = [
  ...Object.values(FACTOR_SETS).map(({ id, factors }) => ({
    if: { properties: { factorSet: { const: id } } },
    // biome-ignore lint/suspicious/noThenProperty: JSON Schema spells a condition this way.
    then: { properties: { factors: { required: factors, propertyNames: { enum: factors } } } },
  })),
  ...FORMULAS.map(({ id, usesMitigation }) => ({
    if: { properties: { formula: { const: id } } },
    // biome-ignore lint/suspicious/noThenProperty: JSON Schema spells a condition this way.
    then: usesMitigation ? { required: ['mitigationFactor'] } : { properties: { mitigationFactor: false } },
  })),
]
