import { issuesOf } from '@/lib/assessment/issues'
import { scoreRequestSchema } from '@/lib/assessment/score-request'
import { bodyTooLarge, headTooLarge, pathTooLong, tooSlow } from '@/lib/base/front-problems'
import type { Json } from '@/lib/http/openapi-schemas'
import { PROBLEM_TEXTS, type ProblemStatus } from '@/lib/http/problem-texts'
import * as problems from '@/lib/http/problems'
import { BODY_BYTES_MAX } from '@/lib/http/read-json'
import { NOTHING_HERE } from '@/lib/http/serve'

/** A request that a beginner might send, and what is said of it. */
const refused = scoreRequestSchema.safeParse({ cvss: { base: 9.15 }, factors: { autonomy: 2 }, score: 9 })

/** What a client is told, as the server tells it. */
const TOLD: readonly (readonly [ProblemStatus, problems.ApiProblem])[] = [
  [400, problems.badRequest('The body is empty. Send a JSON object.')],
  [401, problems.tokenRefused(false)],
  [403, problems.scopeMissing('write')],
  [404, problems.notFound(NOTHING_HERE)],
  [405, problems.methodNotAllowed('PATCH', ['GET', 'HEAD', 'OPTIONS'])],
  [408, tooSlow()],
  [409, problems.publishedAlready()],
  [412, problems.preconditionFailed('"4"')],
  [413, bodyTooLarge(BODY_BYTES_MAX)],
  [414, pathTooLong()],
  [415, problems.unsupportedMediaType()],
  [422, problems.unprocessable(refused.success ? [] : issuesOf(refused.error).slice(0, 3))],
  [428, problems.preconditionRequired()],
  [429, problems.tooMany(12)],
  [431, headTooLarge()],
  [500, problems.unexpected('9e107d9d-372b-4b6f-8a1c-5f0e6d7c8b9a')],
  [503, problems.unavailable()],
]

/** Each as people write it, with what it says. */
const HEADERS: ReadonlyMap<string, readonly [name: string, text: string]> = new Map([
  [
    'www-authenticate',
    ['WWW-Authenticate', 'That a token is asked for, and what is wrong with the one shown.'],
  ],
  ['allow', ['Allow', 'The methods that the address serves.']],
  ['etag', ['ETag', 'The version of the draft as it is now.']],
  ['retry-after', ['Retry-After', 'In how many seconds to try again.']],
])

/** Every problem, with the headers and the body that it comes with. */
export const problemResponses = (): Json =>
  Object.fromEntries(
    TOLD.map(([status, told]) => [
      `Problem${status}`,
      { description: PROBLEM_TEXTS[status], ...responseOf(told) },
    ]),
  )

const responseOf = ({ headers, body }: problems.ApiProblem): Json => ({
  headers: Object.fromEntries(
    Object.entries(headers).flatMap(([name, example]) => {
      const [written, description] = HEADERS.get(name) ?? []
      return written === undefined
        ? []
        : [[written, { description, required: true, schema: { type: 'string' }, example }]]
    }),
  ),
  content: {
    'application/problem+json': {
      schema: { $ref: '#/components/schemas/Problem' },
      example: JSON.parse(body),
    },
  },
})
