import { z } from 'zod'
import { scoreAnswerSchema } from '@/lib/assessment/score-answer'
import { scoreRequestSchema } from '@/lib/assessment/score-request'
import { twinSchema } from '@/lib/assessment/twin'
import { LIBRARY_ANSWER, REPORT_ANSWER, SCORE_ANSWER } from '@/lib/http/answer-examples'
import { endpoint, nothing } from '@/lib/http/endpoint'
import { SCORE_EXAMPLE } from '@/lib/http/openapi-examples'
import { librarySchema } from '@/lib/library/filters'
import { libraryPageSchema } from '@/lib/library/serializer'

export const scoreEndpoint = endpoint({
  id: 'score',
  tag: 'score',
  method: 'POST',
  path: '/api/v1/score',
  summary: 'Compute a score and everything that explains it',
  description: 'Needs no account and no database, and is not limited.',
  action: undefined,
  params: nothing,
  query: nothing,
  body: scoreRequestSchema,
  example: SCORE_EXAMPLE,
  answers: {
    200: { description: 'The score with its derivation.', schema: scoreAnswerSchema, example: SCORE_ANSWER },
  },
})

export const listLibraryEndpoint = endpoint({
  id: 'listLibrary',
  tag: 'library',
  method: 'GET',
  path: '/api/v1/library',
  summary: 'List, search and filter the public library',
  action: undefined,
  params: nothing,
  query: librarySchema,
  body: undefined,
  answers: { 200: { description: 'One page.', schema: libraryPageSchema, example: LIBRARY_ANSWER } },
})

export const getReportEndpoint = endpoint({
  id: 'getReport',
  tag: 'library',
  method: 'GET',
  path: '/api/v1/library/{slug}',
  summary: 'The latest published report of a listed agent',
  action: undefined,
  // Whatever is no name is answered like a name that nobody has.
  params: z.strictObject({
    slug: z
      .string()
      .describe('The public name of the agent.')
      .meta({ examples: ['azure-mcp-server-mcp'] }),
  }),
  query: nothing,
  body: undefined,
  answers: {
    200: { description: 'The report.', schema: twinSchema, example: REPORT_ANSWER },
    307: {
      description: 'The agent has another name by now.',
      headers: { Location: 'The same under its name of today.' },
    },
  },
})

const health = <Id extends 'live' | 'ready'>(id: Id, summary: string) =>
  endpoint({
    id,
    tag: 'health',
    method: 'GET',
    path: `/api/health/${id}`,
    summary,
    action: undefined,
    params: nothing,
    query: nothing,
    body: undefined,
    answers: {
      200: {
        description: summary,
        schema: z.strictObject({ status: z.literal(id) }),
        example: { status: id },
      },
    },
  })

export const liveEndpoint = health('live', 'The process answers')
export const readyEndpoint = health('ready', 'The database answers too')

export const openapiEndpoint = endpoint({
  id: 'openapi',
  tag: 'health',
  method: 'GET',
  path: '/api/v1/openapi.json',
  summary: 'This description',
  action: undefined,
  params: nothing,
  query: nothing,
  body: undefined,
  answers: {
    200: {
      description: 'OpenAPI 3.1.',
      schema: z.looseObject({ openapi: z.string() }),
      example: { openapi: '3.1.0' },
    },
  },
})
