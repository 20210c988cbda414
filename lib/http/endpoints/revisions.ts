import { z } from 'zod'
import { revisionItemSchema, revisionPageSchema } from '@/lib/agents/serializer'
import { LIMITS } from '@/lib/assessment/limits'
import { line, prose } from '@/lib/assessment/text'
import { twinSchema } from '@/lib/assessment/twin'
import { REVISION_ANSWER, REVISION_REPORT_ANSWER, REVISIONS_ANSWER } from '@/lib/http/answer-examples'
import { endpoint, nothing } from '@/lib/http/endpoint'
import { agentPlace } from '@/lib/http/endpoints/agents'
import { PUBLISH_EXAMPLE } from '@/lib/http/openapi-examples'
import { limit } from '@/lib/search/rows-limit'

/** Not larger than what the database counts to. */
export const revisionNumber = z
  .string()
  .regex(/^[1-9]\d{0,8}$/)
  .transform(Number)
  .describe('The number of the revision, from 1.')

const NOT_OURS = 'This cursor is not one of ours. Start again without it.'

export const publishAgentEndpoint = endpoint({
  id: 'publishAgent',
  tag: 'revisions',
  method: 'POST',
  path: '/api/v1/agents/{id}/publish',
  summary: 'Publish the draft as the next revision',
  description:
    'What is missing is named in `errors`. With `If-Match` exactly that version is published, or none; without it the draft as it is.',
  action: 'agent.publish',
  params: agentPlace,
  query: nothing,
  body: z.strictObject({
    note: prose('The note', LIMITS.publishNote).default('').describe('What changed, for readers.'),
    byline: line('The byline', LIMITS.byline)
      .default('')
      .describe('Whom the report names as its author; the workspace’s public name unless told.'),
  }),
  isBodyOptional: true,
  example: PUBLISH_EXAMPLE,
  ifMatch: 'optional',
  isRepeatable: true,
  problems: [409],
  answers: {
    201: {
      description: 'The revision.',
      schema: revisionItemSchema,
      example: REVISION_ANSWER,
      headers: { Location: 'Where the revision is read.' },
    },
  },
})

export const listRevisionsEndpoint = endpoint({
  id: 'listRevisions',
  tag: 'revisions',
  method: 'GET',
  path: '/api/v1/agents/{id}/revisions',
  summary: 'List what was published of an agent',
  description: 'The newest first. Withdrawn ones are in the list, but cannot be read.',
  action: 'agent.read',
  params: agentPlace,
  query: z.strictObject({
    limit,
    cursor: z
      .string()
      .regex(/^[1-9]\d{0,8}$/, NOT_OURS)
      .transform(Number)
      .optional()
      .describe('The `nextCursor` of the page before.'),
  }),
  body: undefined,
  answers: { 200: { description: 'One page.', schema: revisionPageSchema, example: REVISIONS_ANSWER } },
})

export const getRevisionEndpoint = endpoint({
  id: 'getRevision',
  tag: 'revisions',
  method: 'GET',
  path: '/api/v1/agents/{id}/revisions/{n}',
  summary: 'Read one published revision',
  action: 'agent.read',
  params: agentPlace.extend({ n: revisionNumber }),
  query: nothing,
  body: undefined,
  answers: { 200: { description: 'The report.', schema: twinSchema, example: REVISION_REPORT_ANSWER } },
})
