import { z } from 'zod'
import { AGENT_SORT_DEFAULT, AGENT_SORTS, agentCursorSchema } from '@/lib/agents/lists/sorts'
import { agentPageSchema, agentSchema } from '@/lib/agents/serializer'
import { draftSchema } from '@/lib/assessment/document'
import { AGENT_ID, AGENTS_ANSWER, MADE_AGENT_ANSWER, SAVED_AGENT_ANSWER } from '@/lib/http/answer-examples'
import { endpoint, nothing } from '@/lib/http/endpoint'
import { DOCUMENT_EXAMPLE, DRAFT_EXAMPLE } from '@/lib/http/openapi-examples'
import { slugSchema } from '@/lib/library/names'
import { limit } from '@/lib/search/rows-limit'

export const agentPlace = z.strictObject({
  id: z
    .uuid()
    .describe('The `id` of the agent.')
    .meta({ examples: [AGENT_ID] }),
})

const ETAG = { ETag: 'The version of the draft, for `If-Match`.' }

export const listAgentsEndpoint = endpoint({
  id: 'listAgents',
  tag: 'agents',
  method: 'GET',
  path: '/api/v1/agents',
  summary: 'List the agents of the workspace',
  action: 'agent.read',
  params: nothing,
  query: z
    .strictObject({
      slug: slugSchema.optional().describe('The agent at this address of the workspace, or none.'),
      sort: z
        .enum(AGENT_SORTS, `Use one of ${AGENT_SORTS.join(', ')}.`)
        .default(AGENT_SORT_DEFAULT)
        .describe('By the last save, the name, or the score; a leading minus reverses.'),
      limit,
      cursor: agentCursorSchema.optional().describe('The `nextCursor` of the page before.'),
    })
    .refine(({ cursor, sort }) => cursor === undefined || cursor.sort === sort, {
      path: ['cursor'],
      message: 'This cursor belongs to another sort order. Start again without it.',
    }),
  body: undefined,
  answers: { 200: { description: 'One page.', schema: agentPageSchema, example: AGENTS_ANSWER } },
})

export const createAgentEndpoint = endpoint({
  id: 'createAgent',
  tag: 'agents',
  method: 'POST',
  path: '/api/v1/agents',
  summary: 'Make an agent of a document',
  description:
    'The document becomes its draft, which may lack anything but the formula and the factor set. The agent is private until it is shared.',
  action: 'agent.write',
  params: nothing,
  query: nothing,
  body: draftSchema,
  example: DRAFT_EXAMPLE,
  isRepeatable: true,
  answers: {
    201: {
      description: 'The agent.',
      schema: agentSchema,
      example: MADE_AGENT_ANSWER,
      headers: { ...ETAG, Location: 'Where it is read and changed.' },
    },
  },
})

export const getAgentEndpoint = endpoint({
  id: 'getAgent',
  tag: 'agents',
  method: 'GET',
  path: '/api/v1/agents/{id}',
  summary: 'Read an agent with its draft',
  action: 'agent.read',
  params: agentPlace,
  query: nothing,
  body: undefined,
  answers: {
    200: { description: 'The agent.', schema: agentSchema, example: MADE_AGENT_ANSWER, headers: ETAG },
    304: { description: 'It is still the version that `If-None-Match` names.', headers: ETAG },
  },
})

export const saveAgentEndpoint = endpoint({
  id: 'saveAgent',
  tag: 'agents',
  method: 'PUT',
  path: '/api/v1/agents/{id}',
  summary: 'Put another document in the place of the draft',
  action: 'agent.write',
  params: agentPlace,
  query: nothing,
  body: draftSchema,
  example: DOCUMENT_EXAMPLE,
  ifMatch: 'required',
  answers: {
    200: {
      description: 'The agent as it is now.',
      schema: agentSchema,
      example: SAVED_AGENT_ANSWER,
      headers: ETAG,
    },
  },
})

export const deleteAgentEndpoint = endpoint({
  id: 'deleteAgent',
  tag: 'trash',
  method: 'DELETE',
  path: '/api/v1/agents/{id}',
  summary: 'Put an agent into the trash',
  description:
    'Nobody reads it any more, and members can bring it back for 30 days. One that is listed goes by an owner’s token alone.',
  action: 'agent.write',
  params: agentPlace,
  query: nothing,
  body: undefined,
  ifMatch: 'optional',
  answers: { 204: { description: 'It is in the trash.' } },
})
