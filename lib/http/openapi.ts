import { scopeOf } from '@/lib/access/scopes'
import { type AnswerSpec, type Endpoint, TAGS } from '@/lib/http/endpoint'
import { ENDPOINTS } from '@/lib/http/endpoints'
import { problemResponses } from '@/lib/http/openapi-problems'
import { componentSchemas, type Json, schemaOf } from '@/lib/http/openapi-schemas'
import type { ProblemStatus } from '@/lib/http/problem-texts'

/** OpenAPI 3.1 of what is served, made from the objects that serve it. */
export const openapi = (publicUrl: string): Json => ({
  openapi: '3.1.0',
  info: {
    title: 'Fullscore',
    version: '1',
    description:
      'Threat models of AI agents, scored with OWASP AIVSS. Scores and the public library need no account; everything else asks for a token, which an owner of a workspace makes in the browser.',
    license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
  },
  servers: [{ url: publicUrl }],
  tags: Object.entries(TAGS).map(([name, description]) => ({ name, description })),
  paths: pathsOf(ENDPOINTS),
  components: {
    securitySchemes: {
      token: {
        type: 'http',
        scheme: 'bearer',
        description: 'Made on the page Tokens of a workspace, for the scopes read, write and audit.',
      },
    },
    schemas: componentSchemas(),
    responses: problemResponses(),
    headers: HEADERS,
  },
})

function pathsOf(endpoints: readonly Endpoint[]): Json {
  const paths: Record<string, Record<string, Json>> = {}
  for (const endpoint of endpoints)
    paths[endpoint.path] = {
      ...paths[endpoint.path],
      [endpoint.method.toLowerCase()]: operationOf(endpoint),
    }
  return paths
}

const operationOf = (endpoint: Endpoint): Json => {
  const { id, tag, summary, description, action, body, isBodyOptional, example } = endpoint
  const scope = action && scopeOf(action)
  return {
    operationId: id,
    tags: [tag],
    summary,
    ...(description !== undefined && { description }),
    security: scope === undefined ? [] : [{ token: [scope] }],
    parameters: parametersOf(endpoint),
    ...(body && {
      requestBody: {
        required: isBodyOptional !== true,
        content: {
          'application/json': { schema: schemaOf(body), ...(example !== undefined && { example }) },
        },
      },
    }),
    responses: responsesOf(endpoint),
  }
}

function parametersOf({ params, query, ifMatch, isRepeatable, answers }: Endpoint): readonly Json[] {
  const header = (name: string, required: boolean, description: string, schema: Json): Json => ({
    name,
    in: 'header',
    required,
    description,
    schema: { type: 'string', ...schema },
  })
  return [
    ...inPlace('path', schemaOf(params)),
    ...inPlace('query', schemaOf(query)),
    ...(ifMatch === undefined
      ? []
      : [
          header('If-Match', ifMatch === 'required', 'The ETag of the version that this is based on.', {
            examples: ['"2"'],
          }),
        ]),
    ...(304 in answers
      ? [
          header('If-None-Match', false, 'The ETag of what is known already.', {
            examples: ['"2"'],
          }),
        ]
      : []),
    ...(isRepeatable
      ? [
          header(
            'Idempotency-Key',
            false,
            'Chosen by the sender: within a day the same request with the same key is answered as the first time, and done once.',
            { pattern: '^[!-~]{1,255}$', examples: ['4f7c1d2e'] },
          ),
        ]
      : []),
  ]
}

function inPlace(place: 'path' | 'query', schema: Json): readonly Json[] {
  const { properties = {}, required = [] } = schema as {
    readonly properties?: Readonly<Record<string, Json>>
    readonly required?: readonly string[]
  }
  return Object.entries(properties).map(([name, { description, examples, ...rest }]) => ({
    name,
    in: place,
    required: required.includes(name),
    // A form sends a field that was left alone; it counts as none (lib/http/read-query.ts).
    ...(place === 'query' && !required.includes(name) && { allowEmptyValue: true }),
    ...(description !== undefined && { description }),
    ...(Array.isArray(examples) && { example: examples[0] }),
    schema: rest,
  }))
}

const responsesOf = (endpoint: Endpoint): Json => ({
  ...Object.fromEntries(
    Object.entries(endpoint.answers).map(([status, answer]) => [status, answerOf(answer, endpoint)]),
  ),
  ...Object.fromEntries(
    problemsOf(endpoint).map((status) => [status, { $ref: `#/components/responses/Problem${status}` }]),
  ),
})

/** What every request can be told before anybody looks at what it asks for. */
const FRONT = [400, 408, 413, 414, 431, 503] as const

/** Which problems an endpoint can answer follows from what it takes. */
function problemsOf(endpoint: Endpoint): readonly ProblemStatus[] {
  const { action, body, ifMatch, params, problems = [] } = endpoint
  const found = new Set<ProblemStatus>([...FRONT, 405, 422, 500, ...problems])
  if (action !== undefined) for (const status of [401, 403, 429] as const) found.add(status)
  if (Object.keys(params.shape).length > 0) found.add(404)
  if (body !== undefined) found.add(415)
  if (ifMatch !== undefined) found.add(412)
  if (ifMatch === 'required') found.add(428)
  return [...found].sort()
}

function answerOf(
  { description, schema, example, headers = {} }: AnswerSpec,
  { method, action, isRepeatable }: Endpoint,
): Json {
  const limits = action !== undefined && method !== 'GET' ? LIMIT_HEADERS : []
  return {
    description,
    headers: {
      ...Object.fromEntries(
        Object.entries(headers).map(([name, text]) => [
          name,
          { description: text, required: true, schema: { type: 'string' } },
        ]),
      ),
      ...(isRepeatable && { 'Idempotency-Replayed': REPLAYED }),
      ...Object.fromEntries(limits.map((name) => [name, { $ref: `#/components/headers/${name}` }])),
    },
    ...(schema && { content: { 'application/json': { schema: schemaOf(schema), example } } }),
  }
}

const REPLAYED: Json = {
  description: 'There where this is the answer of the first request with this key, given once more.',
  schema: { const: 'true' },
}

const LIMIT_HEADERS = ['RateLimit', 'RateLimit-Policy'] as const

const HEADERS: Json = {
  RateLimit: {
    required: true,
    description: 'How many writes are left, and in how many seconds there are more: `"writes";r=299;t=60`.',
    schema: { type: 'string' },
  },
  'RateLimit-Policy': {
    required: true,
    description: 'How many writes a token has in how many seconds: `"writes";q=300;w=60`.',
    schema: { type: 'string' },
  },
}
