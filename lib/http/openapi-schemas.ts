import { z } from 'zod'
import { agentItemSchema, agentSchema, revisionItemSchema } from '@/lib/agents/serializer'
import { documentSchema, draftSchema } from '@/lib/assessment/document'
import { assessmentJsonSchema, DRAFT_RULES, REQUEST_RULES } from '@/lib/assessment/json-schema'
import { scoreAnswerSchema } from '@/lib/assessment/score-answer'
import { scoreRequestSchema } from '@/lib/assessment/score-request'
import { twinSchema } from '@/lib/assessment/twin'
import { auditItemSchema } from '@/lib/audit/serializer'
import { revisionNumber } from '@/lib/http/endpoints/revisions'
import { libraryItemSchema } from '@/lib/library/serializer'
import { limit, ROWS_DEFAULT, ROWS_MAX } from '@/lib/search/rows-limit'
import { madeShareSchema, shareItemSchema } from '@/lib/shares/serializer'

export type Json = Readonly<Record<string, unknown>>

const problemSchema = z
  .looseObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    errors: z
      .array(z.strictObject({ path: z.string(), message: z.string() }))
      .optional()
      .describe('Every value that cannot be accepted, by its place, with what to do.'),
  })
  .describe('An error as RFC 9457 has it.')

/** What is described once and referred to from everywhere. */
const SCHEMAS: readonly (readonly [z.ZodType, string])[] = [
  [documentSchema, 'Assessment'],
  [draftSchema, 'Draft'],
  [scoreRequestSchema, 'ScoreRequest'],
  [scoreAnswerSchema, 'Score'],
  [twinSchema, 'Report'],
  [libraryItemSchema, 'LibraryItem'],
  [agentSchema, 'Agent'],
  [agentItemSchema, 'AgentItem'],
  [revisionItemSchema, 'Revision'],
  [shareItemSchema, 'Link'],
  [madeShareSchema, 'MadeLink'],
  [auditItemSchema, 'AuditItem'],
  [problemSchema, 'Problem'],
]
const NAMED: ReadonlyMap<unknown, string> = new Map(SCHEMAS)

/** What an address carries is text; what it means is said here, where the schema that reads it cannot. */
const MEANT: ReadonlyMap<unknown, Json> = new Map<z.ZodType, Json>([
  [limit, { type: 'integer', minimum: 1, maximum: ROWS_MAX, default: ROWS_DEFAULT }],
  [revisionNumber, { type: 'integer', minimum: 1, maximum: 999_999_999, examples: [1] }],
])

/** Rules across the fields of a document, which no schema of zod says in JSON. */
const RULES: ReadonlyMap<unknown, readonly Json[]> = new Map<z.ZodType, readonly Json[]>([
  [draftSchema, DRAFT_RULES],
  [scoreRequestSchema, REQUEST_RULES],
])

function component(schema: z.ZodType): Json {
  if (schema !== documentSchema) {
    const rules = RULES.get(schema)
    return rules ? { ...convert(schema), allOf: rules } : convert(schema)
  }
  const { $schema: _, $id: __, ...rest } = assessmentJsonSchema()
  return rest
}

export const componentSchemas = (): Json =>
  Object.fromEntries(SCHEMAS.map(([schema, name]) => [name, component(schema)]))

/** A schema as a reference if it has a name, and with references in it to those that have one. */
export function schemaOf(schema: z.ZodType): Json {
  const name = NAMED.get(schema)
  return name === undefined ? convert(schema) : { $ref: `#/components/schemas/${name}` }
}

function convert(schema: z.ZodType): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      const node: unknown = zodSchema
      const name = node === schema ? undefined : NAMED.get(node)
      const meant = name === undefined ? MEANT.get(node) : { $ref: `#/components/schemas/${name}` }
      if (!meant) return
      for (const key of Object.keys(jsonSchema)) if (key !== 'description') delete jsonSchema[key]
      Object.assign(jsonSchema, meant)
    },
  })
  return rest
}
