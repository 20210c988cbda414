import type { Issue } from '@/lib/assessment/issues'
import { type Problem, problem } from '@/lib/base/problem'

export type ApiProblem = Problem

export const badRequest = (detail: string): ApiProblem => problem(400, 'Bad request', detail)

/** RFC 6750: without a token there is nothing to say about it. */
export const tokenRefused = (wasShown: boolean): ApiProblem =>
  problem(
    401,
    'Unauthorized',
    wasShown
      ? 'This token is not valid: it is mistyped, was revoked, or has expired. An owner of the workspace can make another.'
      : 'Show a token: send the header Authorization: Bearer fullscore_… with one that an owner of the workspace made.',
    {
      headers: {
        'www-authenticate': `Bearer realm="fullscore"${wasShown ? ', error="invalid_token"' : ''}`,
      },
    },
  )

export const scopeMissing = (scope: string | undefined): ApiProblem =>
  problem(
    403,
    'Forbidden',
    scope === undefined
      ? 'Whoever made this token may not do this in the workspace (any more), so the token may not either.'
      : `This token lacks the scope “${scope}”. An owner of the workspace can make one that has it.`,
    {
      headers: {
        'www-authenticate': `Bearer realm="fullscore", error="insufficient_scope"${scope === undefined ? '' : `, scope="${scope}"`}`,
      },
    },
  )

export const forbidden = (detail: string): ApiProblem => problem(403, 'Forbidden', detail)

export const publishedAlready = (): ApiProblem =>
  problem(409, 'Conflict', 'This text is published already. Change the draft before you publish again.')

export const preconditionFailed = (etag: string): ApiProblem =>
  problem(
    412,
    'Precondition failed',
    `If-Match does not name the version of the draft, which is ${etag} now; somebody may have saved since. Read it, put your change into it, and send that version, with its quotes, as If-Match.`,
    { headers: { etag } },
  )

export const preconditionRequired = (): ApiProblem =>
  problem(
    428,
    'Precondition required',
    'Say which version the change is based on: send the ETag of the agent that you read as If-Match.',
  )

export const otherContent = (): ApiProblem =>
  unprocessable([
    {
      path: 'Idempotency-Key',
      message: 'This key was used for another request within the last day. Use a new key for a new request.',
    },
  ])

export const notFound = (detail: string): ApiProblem => problem(404, 'Not found', detail)

export const methodNotAllowed = (method: string, allowed: readonly string[]): ApiProblem =>
  problem(405, 'Method not allowed', `${method} is not answered here. Use ${allowed.join(' or ')}.`, {
    headers: { allow: allowed.join(', ') },
  })

export const unsupportedMediaType = (): ApiProblem =>
  problem(
    415,
    'Unsupported media type',
    'Send the body as JSON with the header Content-Type: application/json.',
  )

export const unprocessable = (errors: readonly Issue[]): ApiProblem =>
  problem(
    422,
    'Invalid input',
    errors.length === 1 ? 'One value cannot be accepted.' : `${errors.length} values cannot be accepted.`,
    { members: { errors } },
  )

export const tooMany = (retryAfterSeconds: number): ApiProblem =>
  problem(429, 'Too many requests', `Try again in ${retryAfterSeconds} seconds.`, {
    headers: { 'retry-after': String(retryAfterSeconds) },
  })

export const notImplemented = (detail: string): ApiProblem => problem(501, 'Not implemented', detail)

export const unavailable = (): ApiProblem =>
  problem(
    503,
    'Database unavailable',
    'The database does not answer right now. Try again in a few seconds.',
    {
      headers: { 'retry-after': '5' },
    },
  )

/** Of work that few may ask for at once: the process is well, and busy with others. */
export const busy = (what: string, retryAfterSeconds: number): ApiProblem =>
  problem(
    503,
    'Busy',
    `${what} are being made right now and more are waiting. Try again in ${retryAfterSeconds} seconds.`,
    { headers: { 'retry-after': String(retryAfterSeconds) } },
  )

/** Of work that was given up, because an answer may not take longer. */
export const tookTooLong = (what: string): ApiProblem =>
  problem(
    503,
    'Took too long',
    `This ${what} takes longer to make than an answer may take. Try again in 10 seconds, or print the page of the report.`,
    { headers: { 'retry-after': '10' } },
  )

export const unexpected = (requestId: string): ApiProblem =>
  problem(500, 'Unexpected error', 'Something failed on our side. If it persists, report the request id.', {
    members: { requestId },
  })

export const toResponse = ({ status, headers, body }: ApiProblem): Response =>
  new Response(body, { status, headers })
