import { z } from 'zod'
import { FACTOR_SETS, SHARED_FACTOR_IDS } from '@/lib/aivss/factors'
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
  allOf: DOCUMENT_RULES,
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

const formulaIs = (id: string): JsonSchema => ({
  properties: { formula: { const: id } },
  required: ['formula'],
})

const when = (condition: JsonSchema, then: JsonSchema): JsonSchema => ({ if: condition, then })

const factorSetIs = (id: string): JsonSchema => ({ properties: { factorSet: { const: id } } })

const FORMULAS_WITHOUT_MITIGATION = FORMULAS.filter(({ usesMitigation }) => !usesMitigation)

/** What the rules across fields say, in the words of JSON Schema: no factor of the other set, and no M that is not used. */
export const DRAFT_RULES: readonly JsonSchema[] = [
  ...Object.values(FACTOR_SETS).map(({ id, factors }) =>
    when(factorSetIs(id), { properties: { factors: { propertyNames: { enum: factors } } } }),
  ),
  ...FORMULAS_WITHOUT_MITIGATION.map(({ id }) =>
    when(formulaIs(id), { properties: { mitigationFactor: false } }),
  ),
]

/** And of what is published: the ten factors of the set, and the M that is used. */
const DOCUMENT_RULES: readonly JsonSchema[] = [
  ...DRAFT_RULES,
  ...Object.values(FACTOR_SETS).map(({ id, factors }) =>
    when(factorSetIs(id), { properties: { factors: { required: factors } } }),
  ),
  ...FORMULAS.filter(({ usesMitigation }) => usesMitigation).map(({ id }) =>
    when(formulaIs(id), { required: ['mitigationFactor'] }),
  ),
]

/** Of a request for a score, whose factors tell their set. */
export const REQUEST_RULES: readonly JsonSchema[] = [
  {
    properties: {
      factors: {
        required: SHARED_FACTOR_IDS,
        oneOf: Object.values(FACTOR_SETS).map(({ factors }) => ({
          required: factors.filter((id) => !SHARED_FACTOR_IDS.some((shared) => shared === id)),
        })),
      },
    },
  },
  ...FORMULAS_WITHOUT_MITIGATION.map(({ id }) =>
    when(formulaIs(id), { properties: { mitigationFactor: false } }),
  ),
]
