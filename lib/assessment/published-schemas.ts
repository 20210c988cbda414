import { SCHEMA_VERSION } from '@/lib/assessment/fields'
import {
  assessmentJsonSchema,
  excerptJsonSchema,
  type JsonSchema,
  reportJsonSchema,
} from '@/lib/assessment/json-schema'

export type PublishedSchema = { readonly path: string; readonly content: string }

const write = (schema: JsonSchema): string => `${JSON.stringify(schema, null, 2)}\n`

/** The schema files that are published, as they must stand in the folder. */
export const PUBLISHED_SCHEMAS: readonly PublishedSchema[] = [
  { path: `public/schema/assessment-${SCHEMA_VERSION}.json`, content: write(assessmentJsonSchema()) },
  { path: `public/schema/report-${SCHEMA_VERSION}.json`, content: write(reportJsonSchema()) },
  { path: `public/schema/excerpt-${SCHEMA_VERSION}.json`, content: write(excerptJsonSchema()) },
]
