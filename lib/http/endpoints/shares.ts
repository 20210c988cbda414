import { z } from 'zod'
import { shareLabel } from '@/lib/forms/share-fields'
import { MADE_SHARE_ANSWER, SHARE_ID, SHARES_ANSWER } from '@/lib/http/answer-examples'
import { endpoint, nothing } from '@/lib/http/endpoint'
import { agentPlace } from '@/lib/http/endpoints/agents'
import { SHARE_EXAMPLE } from '@/lib/http/openapi-examples'
import { revisionNumberSchema } from '@/lib/library/names'
import { limit } from '@/lib/search/rows-limit'
import { timeCursorSchema } from '@/lib/search/time-cursor'
import { shareExpiry, sharePassword, shareSections } from '@/lib/shares/fields'
import { madeShareSchema, sharePageSchema } from '@/lib/shares/serializer'

export const listSharesEndpoint = endpoint({
  id: 'listShares',
  tag: 'shares',
  method: 'GET',
  path: '/api/v1/agents/{id}/shares',
  summary: 'List the links to an agent’s report',
  description: 'The newest first, without those that were revoked.',
  action: 'agent.read',
  params: agentPlace,
  query: z.strictObject({
    limit,
    cursor: timeCursorSchema.optional().describe('The `nextCursor` of the page before.'),
  }),
  body: undefined,
  answers: { 200: { description: 'One page.', schema: sharePageSchema, example: SHARES_ANSWER } },
})

export const createShareEndpoint = endpoint({
  id: 'createShare',
  tag: 'shares',
  method: 'POST',
  path: '/api/v1/agents/{id}/shares',
  summary: 'Make a link under which anybody reads the report',
  description: 'A private agent becomes readable by link. Nothing but a published revision can be shared.',
  action: 'agent.share',
  params: agentPlace,
  query: nothing,
  body: z.strictObject({
    label: shareLabel.default('').describe('For members’ eyes.'),
    revision: revisionNumberSchema
      .optional()
      .describe('Pins the link to a revision; without it the latest is shown.'),
    sections: shareSections.default('whole').describe('How much of the report is shown.'),
    expiresAt: shareExpiry.optional().describe('When the link is over; without it when it is revoked.'),
    password: sharePassword.optional().describe('What a reader has to type.'),
  }),
  isBodyOptional: true,
  example: SHARE_EXAMPLE,
  isRepeatable: true,
  answers: { 201: { description: 'The link.', schema: madeShareSchema, example: MADE_SHARE_ANSWER } },
})

export const revokeShareEndpoint = endpoint({
  id: 'revokeShare',
  tag: 'shares',
  method: 'DELETE',
  path: '/api/v1/shares/{id}',
  summary: 'Revoke a link, for good',
  action: 'agent.share',
  params: z.strictObject({
    id: z
      .uuid()
      .describe('The `id` of the link.')
      .meta({ examples: [SHARE_ID] }),
  }),
  query: nothing,
  body: undefined,
  answers: { 204: { description: 'It opens nothing any more.' } },
})
