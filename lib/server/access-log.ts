import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Logger } from 'pino'
import type { RequestContext } from '@/lib/registry'
import { maskUrl } from '@/lib/server/mask'

/** One line for each request when its response is over: no cookies, no authorization, no secret of an address. */
export function logAccess(
  request: IncomingMessage,
  response: ServerResponse,
  context: RequestContext,
  log: Logger,
): void {
  const begun = performance.now()
  const { socket } = request
  const before = socket.bytesWritten
  const { requestId, clientAddress } = context
  const entry = { method: request.method, path: maskUrl(request.url ?? ''), requestId, clientAddress }
  response.once('close', () => {
    const ms = tenths(performance.now() - begun)
    const { queries = 0, databaseMs = 0 } = context
    const status = response.headersSent ? response.statusCode : undefined
    const bytes = socket.bytesWritten - before
    const level = status !== undefined && status >= 500 ? 'error' : 'info'
    log[level](
      {
        ...entry,
        status,
        ms,
        queries,
        dbMs: tenths(databaseMs),
        bytes,
        aborted: response.writableFinished ? undefined : true,
      },
      'request',
    )
  })
}

const tenths = (ms: number): number => Math.round(ms * 10) / 10
