import { isDatabaseUnavailable } from '@/lib/base/unavailable'
import type { Operation, PathParams } from '@/lib/http/operation'
import { methodNotAllowed, toResponse, unavailable, unexpected } from '@/lib/http/problems'
import { logger } from '@/lib/logger'
import { requestContext } from '@/lib/registry'

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const
type Method = (typeof METHODS)[number]
type Served = Partial<Record<Exclude<Method, 'HEAD' | 'OPTIONS'>, Operation>>

/** A path without dynamic parts comes with no parameters at all, whatever Next's types say. */
type NextContext = { readonly params: Promise<Record<string, string | string[] | undefined> | undefined> }
type NextHandler = (request: Request, context: NextContext) => Promise<Response>

/** How a route speaks when it cannot answer: to programs in problems, to readers of a document in pages. */
export type Failures = {
  readonly unavailable: (params: PathParams) => Response | Promise<Response>
  readonly unexpected: (params: PathParams, requestId: string) => Response | Promise<Response>
}

export const PROBLEMS: Failures = {
  unavailable: () => toResponse(unavailable()),
  unexpected: (_params, requestId) => toResponse(unexpected(requestId)),
}

/** A handler for every method, so that what is not served is answered as a problem too and never by Next. */
export function route(served: Served, failures: Failures = PROBLEMS): Record<Method, NextHandler> {
  const get = served.GET
  const operations: Partial<Record<Method, Operation>> = {
    ...served,
    ...(get && { HEAD: async (request, params) => withoutBody(await get(request, params)) }),
  }
  const allowed = METHODS.filter((method) => operations[method] || method === 'OPTIONS')
  const options: Operation = async () =>
    new Response(null, { status: 204, headers: { allow: allowed.join(', ') } })
  const refusal =
    (method: Method): Operation =>
    async () =>
      toResponse(methodNotAllowed(method, allowed))
  const handler = (method: Method): NextHandler =>
    guarded(operations[method] ?? (method === 'OPTIONS' ? options : refusal(method)), failures)
  return {
    GET: handler('GET'),
    HEAD: handler('HEAD'),
    POST: handler('POST'),
    PUT: handler('PUT'),
    PATCH: handler('PATCH'),
    DELETE: handler('DELETE'),
    OPTIONS: handler('OPTIONS'),
  }
}

/** Nothing an operation throws reaches Next: an absent database is 503, and a bug is 500 and a line in the log. */
function guarded(run: Operation, failures: Failures): NextHandler {
  return async (request, context) => {
    const params = flat((await context.params) ?? {})
    try {
      return await run(request, params)
    } catch (error) {
      if (isDatabaseUnavailable(error)) return failures.unavailable(params)
      const requestId = requestContext()?.requestId ?? 'unknown'
      logger().error({ err: error, requestId }, 'operation failed')
      return failures.unexpected(params, requestId)
    }
  }
}

/** A catch-all part arrives as a list; everywhere else a part is one word. */
const flat = (params: Record<string, string | string[] | undefined>): PathParams =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join('/') : (value ?? ''),
    ]),
  )

const withoutBody = (response: Response): Response =>
  new Response(null, { status: response.status, headers: response.headers })
