import type { Issue } from '@/lib/assessment/issues'
import { type Problem, problem } from '@/lib/base/problem'

export type ApiProblem = Problem

export const badRequest = (detail: string): ApiProblem => problem(400, 'Bad request', detail)

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

export const tooLarge = (bytesMax: number): ApiProblem =>
  problem(
    413,
    'Content too large',
    `The body is larger than ${bytesMax.toLocaleString('en')} bytes. Send less.`,
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

export const unavailable = (): ApiProblem =>
  problem(
    503,
    'Database unavailable',
    'The database does not answer right now. Try again in a few seconds.',
    {
      headers: { 'retry-after': '5' },
    },
  )

export const unexpected = (requestId: string): ApiProblem =>
  problem(500, 'Unexpected error', 'Something failed on our side. If it persists, report the request id.', {
    members: { requestId },
  })

export const toResponse = ({ status, headers, body }: ApiProblem): Response =>
  new Response(body, { status, headers })
