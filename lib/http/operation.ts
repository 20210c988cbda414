import { z } from 'zod'
import { issuesOf } from '@/lib/assessment/issues'
import { err, ok, type Result } from '@/lib/base/result'
import { ANSWER_WITHIN_MS, within } from '@/lib/http/deadline'
import { type ApiProblem, toResponse, unprocessable } from '@/lib/http/problems'
import { readJson } from '@/lib/http/read-json'
import { readQuery } from '@/lib/http/read-query'

/** One method of one address, from a request to an answer; `params` are the dynamic parts of the path. */
export type Operation = (request: Request, params: PathParams) => Promise<Response>
export type PathParams = Readonly<Record<string, string>>

type Call<Query> = { readonly request: Request; readonly params: PathParams; readonly query: Query }
type Answer = Promise<Response | ApiProblem>

/** For addresses that take nothing after the question mark: whatever stands there is refused by name. */
export const noQuery = z.strictObject({})

/**
 * A document that people open: whatever a mail program or a campaign put behind the question mark is nothing to it.
 * `reader` says when nobody waits for it any more.
 */
export const serving =
  (handle: (params: PathParams, reader: AbortSignal) => Answer): Operation =>
  async (request, params) =>
    asResponse(await within(ANSWER_WITHIN_MS, handle(params, request.signal)))

export function reading<Query>(definition: {
  readonly query: z.ZodType<Query>
  readonly handle: (call: Call<Query>) => Answer
}): Operation {
  return async (request, params) => {
    const query = parseQuery(definition.query, request)
    if (!query.ok) return toResponse(query.error)
    return asResponse(
      await within(ANSWER_WITHIN_MS, definition.handle({ request, params, query: query.value })),
    )
  }
}

export function writing<Query, Body>(definition: {
  readonly query: z.ZodType<Query>
  readonly body: z.ZodType<Body>
  readonly handle: (call: Call<Query> & { readonly body: Body }) => Answer
}): Operation {
  return async (request, params) => {
    const query = parseQuery(definition.query, request)
    if (!query.ok) return toResponse(query.error)
    const read = await readJson(request)
    if (!read.ok) return toResponse(read.error)
    const body = parse(definition.body, read.value)
    if (!body.ok) return toResponse(body.error)
    const call = { request, params, query: query.value, body: body.value }
    return asResponse(await within(ANSWER_WITHIN_MS, definition.handle(call)))
  }
}

/** What stands behind the question mark, by a schema. */
export function parseQuery<Query>(schema: z.ZodType<Query>, request: Request): Result<Query, ApiProblem> {
  const read = readQuery(new URL(request.url).searchParams)
  return read.ok ? parse(schema, read.value) : err(unprocessable(read.error))
}

export function parse<T>(schema: z.ZodType<T>, value: unknown): Result<T, ApiProblem> {
  const parsed = schema.safeParse(value)
  return parsed.success ? ok(parsed.data) : err(unprocessable(issuesOf(parsed.error)))
}

const asResponse = (answer: Response | ApiProblem): Response =>
  answer instanceof Response ? answer : toResponse(answer)
