import { z } from 'zod'
import { comparisonAnswerSchema } from '@/lib/compare/answer'
import { AGENTS_MAX, AGENTS_MIN } from '@/lib/compare/compared-agent'
import { COMPARISON_ANSWER } from '@/lib/http/answer-examples'
import { endpoint, nothing } from '@/lib/http/endpoint'

const NAME = '[a-z0-9]+(-[a-z0-9]+)*'
const NAMES = new RegExp(`^${NAME}(,${NAME}){${AGENTS_MIN - 1},${AGENTS_MAX - 1}}$`)
const CHARACTERS_MAX = 600

export const compareAgentsEndpoint = endpoint({
  id: 'compareAgents',
  tag: 'compare',
  method: 'GET',
  path: '/api/v1/compare',
  summary: 'Put two to six agents side by side',
  description:
    'The latest published revision of each. Scores are ordinal: read the groups of equal priority before any difference.',
  action: 'agent.read',
  params: nothing,
  query: z.strictObject({
    agents: z
      .string()
      .max(CHARACTERS_MAX)
      .regex(NAMES, 'Name two to six agents by their ids or slugs, with a comma between them.')
      .describe(
        'Two to six agents with commas between them, in the order of the answer: each by its `id` or its slug in the workspace, or by its name in the public library.',
      )
      .meta({ examples: ['azure-mcp-server-mcp,configcat-mcp-server'] }),
  }),
  body: undefined,
  problems: [404],
  answers: {
    200: { description: 'The comparison.', schema: comparisonAnswerSchema, example: COMPARISON_ANSWER },
  },
})
