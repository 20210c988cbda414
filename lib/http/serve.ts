import type { z } from 'zod'
import type { Program } from '@/lib/access/actor'
import { type Authorized, authorize } from '@/lib/access/authorize'
import { findProgram } from '@/lib/access/program'
import { countWrite } from '@/lib/access/rate-limit'
import { type ProgramAction, scopeOf } from '@/lib/access/scopes'
import { err, ok, type Result } from '@/lib/base/result'
import { ANSWER_WITHIN_MS, within } from '@/lib/http/deadline'
import type { Endpoint } from '@/lib/http/endpoint'
import { type Operation, type PathParams, parse, parseQuery } from '@/lib/http/operation'
import {
  type ApiProblem,
  notFound,
  scopeMissing,
  tokenRefused,
  tooMany,
  toResponse,
  unprocessable,
} from '@/lib/http/problems'
import { readJson } from '@/lib/http/read-json'
import { type Reply, toJsonResponse } from '@/lib/http/reply'
import type { Repeatable } from '@/lib/tokens/once'

/** A request that was understood and may be served. */
export type Call<Act, Params, Query, Body> = {
  readonly right: Act extends ProgramAction ? Authorized<Act> : undefined
  /** The slug of the token's workspace. */
  readonly workspace: Act extends ProgramAction ? string : undefined
  readonly params: Params
  readonly query: Query
  readonly body: Body
  /** What `If-Match` says, as it came. */
  readonly ifMatch: string | undefined
  readonly ifNoneMatch: string | undefined
  /** Present when the sender may repeat this. */
  readonly repeatable: Repeatable | undefined
}

/**
 * Serves an endpoint: who asks, how much of it, what exactly, in this order, so that a stranger learns nothing from
 * what is said of the rest.
 */
export function serve<
  Act extends ProgramAction | undefined,
  Params extends z.ZodObject,
  Query extends z.ZodType,
  Body extends z.ZodType | undefined,
>(
  endpoint: Endpoint<Act, Params, Query, Body>,
  handle: (
    call: Call<Act, z.output<Params>, z.output<Query>, Body extends z.ZodType ? z.output<Body> : undefined>,
  ) => Promise<Result<Reply, ApiProblem>>,
): Operation {
  const respond = async (request: Request, path: PathParams): Promise<Result<Reply, ApiProblem>> => {
    const asking =
      endpoint.action === undefined
        ? ok(undefined)
        : await within(ANSWER_WITHIN_MS, ask(endpoint.action, request.headers))
    if (!asking.ok) return asking
    const read = await readRequest(endpoint, request, path, asking.value?.program)
    if (!read.ok) return read
    // The types of a generic call cannot be followed through its parts; each part was parsed by the endpoint's own schema.
    const call = { ...read.value, right: asking.value?.right, workspace: asking.value?.program.workspace }
    return within(ANSWER_WITHIN_MS, handle(call as Parameters<typeof handle>[0]))
  }
  return async (request, path) => {
    const answer = await respond(request, path)
    if (!answer.ok) return toResponse(answer.error)
    return toJsonResponse(answer.value, endpoint.action === undefined && endpoint.method === 'GET')
  }
}

type Asking = { readonly program: Program; readonly right: Authorized<ProgramAction> }

async function ask(action: ProgramAction, headers: Headers): Promise<Result<Asking, ApiProblem>> {
  const found = await findProgram(headers)
  if (!found.ok)
    return err(
      found.error === 'no-token'
        ? tokenRefused(headers.has('authorization'))
        : tooMany(found.error.retryAfterSeconds),
    )
  const program = found.value
  const counted = await countWrite(program)
  if (!counted.ok) return err(tooMany(counted.error.retryAfterSeconds))
  const right = await authorize(program, action, program)
  if (right.ok) return ok({ program, right: right.value })
  return err(
    right.error === 'sign-in'
      ? tokenRefused(true)
      : scopeMissing(right.error === 'scope' ? scopeOf(action) : undefined),
  )
}

async function readRequest(
  { params, query, body, isBodyOptional, isRepeatable }: Endpoint,
  request: Request,
  path: PathParams,
  program: Program | undefined,
) {
  const place = params.safeParse(path)
  if (!place.success) return err(notFound(NOTHING_HERE))
  const filters = parseQuery(query, request)
  if (!filters.ok) return filters
  const match = request.headers.get('if-match') ?? undefined
  const key = isRepeatable ? readKey(request.headers) : ok(undefined)
  if (!key.ok) return key
  const sent = body === undefined ? ok(undefined) : await readJson(request, isBodyOptional ? {} : undefined)
  if (!sent.ok) return sent
  const text = body === undefined ? ok(undefined) : parse(body, sent.value)
  if (!text.ok) return text
  return ok({
    params: place.data,
    query: filters.value,
    body: text.value,
    ifMatch: match,
    ifNoneMatch: request.headers.get('if-none-match') ?? undefined,
    repeatable:
      program && key.value !== undefined
        ? {
            tokenId: program.tokenId,
            key: key.value,
            content: JSON.stringify([request.method, new URL(request.url).pathname, match, sent.value]),
          }
        : undefined,
  })
}

export const NOTHING_HERE = 'There is nothing at this address, or nothing that this token may see.'

/** Letters, digits and signs without spaces: long enough for any identifier, short enough for a header. */
function readKey(headers: Headers): Result<string | undefined, ApiProblem> {
  const key = headers.get('idempotency-key') ?? undefined
  if (key === undefined || /^[\x21-\x7e]{1,255}$/.test(key)) return ok(key)
  return err(
    unprocessable([
      { path: 'Idempotency-Key', message: 'Use 1 to 255 visible characters of ASCII, such as a UUID.' },
    ]),
  )
}
