import { z } from 'zod'
import { scoreAnswerSchema } from '@/lib/assessment/score-answer'
import { scoreRequestSchema } from '@/lib/assessment/score-request'
import { twinSchema } from '@/lib/assessment/twin'
import { SCORE_EXAMPLE } from '@/lib/http/openapi-examples'
import { librarySchema } from '@/lib/library/filters'
import { libraryPageSchema } from '@/lib/library/serializer'

type Json = Readonly<Record<string, unknown>>

/** OpenAPI 3.1 of what is served, made from the schemas that serve it. */
export const openapi = (publicUrl: string): Json => ({
  openapi: '3.1.0',
  info: {
    title: 'Fullscore',
    version: '1',
    description:
      'Threat models of AI agents, scored with OWASP AIVSS. Everything here is public and needs no account.',
    license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
  },
  servers: [{ url: publicUrl }],
  paths: {
    '/api/v1/score': { post: score() },
    '/api/v1/library': { get: library() },
    '/api/v1/library/{slug}': { get: report() },
    '/api/health/live': { get: health('live', 'The process answers.') },
    '/api/health/ready': { get: health('ready', 'The database answers too.') },
  },
  components: { schemas: { Problem: z.toJSONSchema(problemSchema) }, responses: PROBLEMS },
})

const problemSchema = z
  .looseObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    errors: z.array(z.strictObject({ path: z.string(), message: z.string() })).optional(),
  })
  .describe('An error as RFC 9457 has it; `errors` names every value that cannot be accepted.')

const PROBLEM_TEXTS = {
  400: 'The body is not JSON.',
  404: 'There is nothing here that may be read.',
  405: 'The address does not serve this method.',
  413: 'The body is larger than 1,048,576 bytes.',
  415: 'The body is not declared as application/json.',
  422: 'A value cannot be accepted; `errors` says which and why.',
  503: 'The database does not answer; try again after a few seconds.',
} as const

type ProblemStatus = keyof typeof PROBLEM_TEXTS

const PROBLEMS: Json = Object.fromEntries(
  Object.entries(PROBLEM_TEXTS).map(([status, description]) => [
    `Problem${status}`,
    {
      description,
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    },
  ]),
)

const problems = (...statuses: readonly ProblemStatus[]): Json =>
  Object.fromEntries(statuses.map((status) => [status, { $ref: `#/components/responses/Problem${status}` }]))

const answer = (description: string, schema: z.ZodType): Json => ({
  description,
  content: {
    'application/json': { schema: z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) },
  },
})

const score = (): Json => ({
  operationId: 'score',
  summary: 'Compute a score and everything that explains it',
  requestBody: {
    required: true,
    content: {
      'application/json': {
        schema: z.toJSONSchema(scoreRequestSchema, { io: 'input' }),
        example: SCORE_EXAMPLE,
      },
    },
  },
  responses: {
    200: answer('The score with its derivation.', scoreAnswerSchema),
    ...problems(400, 405, 413, 415, 422),
  },
})

const library = (): Json => ({
  operationId: 'listLibrary',
  summary: 'List, search and filter the public library',
  parameters: Object.entries(librarySchema.shape).map(([name, schema]) => ({
    name,
    in: 'query',
    required: false,
    schema: plain(schema),
  })),
  responses: { 200: answer('One page.', libraryPageSchema), ...problems(405, 422, 503) },
})

const report = (): Json => ({
  operationId: 'getReport',
  summary: 'The latest published report of a listed agent',
  parameters: [{ name: 'slug', in: 'path', required: true, schema: { type: 'string' } }],
  responses: {
    200: answer('The report.', twinSchema),
    307: {
      description: 'The agent has another name by now; `Location` is the same address under it.',
      headers: { Location: { schema: { type: 'string' } } },
    },
    ...problems(404, 405, 422, 503),
  },
})

const health = (operationId: string, description: string): Json => ({
  operationId,
  summary: description,
  responses: {
    200: answer(description, z.strictObject({ status: z.literal(operationId) })),
    ...problems(405, 422, 503),
  },
})

/** A schema without the dialect line, which a parameter does not repeat. */
function plain(schema: z.ZodType): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'input' })
  return rest
}
