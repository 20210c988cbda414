import { randomBytes, randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Logger } from 'pino'
import { problem } from '@/lib/base/problem'
import { isBelowShares, plainSharePath } from '@/lib/base/share-path'
import type { Registry, RequestContext } from '@/lib/registry'
import { logAccess } from '@/lib/server/access-log'
import { answer, answerAndDrain } from '@/lib/server/answer'
import { completeHead } from '@/lib/server/complete-head'
import { countBody } from '@/lib/server/count-body'
import { cleanHeaders, clientAddress } from '@/lib/server/forwarded'
import { rateLimitHeaders } from '@/lib/server/rate-limit-headers'
import { refuse } from '@/lib/server/refuse'
import { allowsFraming, contentSecurityPolicy, securityHeaders } from '@/lib/server/security-headers'
import type { TrustedProxies } from '@/lib/server/trusted-proxies'

export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>

export type HandleOptions = {
  readonly publicUrl: URL
  readonly trustedProxies: TrustedProxies
  readonly dev: boolean
  readonly identityOrigin?: string | undefined
  readonly log: Logger
  readonly requests: Registry['requests']
  readonly state: ServerState
}

/** What changes while the process lives. */
export type ServerState = {
  /** Absent until everything is ready. */
  app: Handler | undefined
  stopping: boolean
}

/** All that happens to one request around Next. */
export function createHandler(options: HandleOptions): Handler {
  return async (request, response) => {
    const context = begin(request, response, options)
    const { app } = options.state
    if (app) logAccess(request, response, context, options.log)
    if (isBelowShares(request.url ?? '')) request.url = plainSharePath(request.url ?? '')
    const refusal = refuse(request, options.publicUrl)
    if (refusal) {
      const hasBody =
        request.headers['content-length'] !== undefined || request.headers['transfer-encoding'] !== undefined
      return hasBody ? answerAndDrain(request, response, refusal) : answer(response, refusal)
    }
    if (!app) return answer(response, starting())
    prepare(request, response, context, options)
    try {
      await options.requests.run(context, () => app(request, response))
    } catch (error) {
      options.log.error({ err: error, requestId: context.requestId }, 'the request failed')
      if (response.headersSent) response.destroy()
      else
        answer(
          response,
          problem(500, 'Internal server error', `Quote ${context.requestId} when you report this.`),
        )
    }
  }
}

const SECRET_HEADERS = [
  ['cache-control', 'no-store'],
  ['x-robots-tag', 'noindex'],
  ['referrer-policy', 'no-referrer'],
] as const

const starting = () =>
  problem(503, 'Service unavailable', 'Fullscore is starting.', { headers: { 'retry-after': '2' } })

/** From here on the response is complete, whatever happens to the request. */
function begin(request: IncomingMessage, response: ServerResponse, options: HandleOptions): RequestContext {
  const { publicUrl, trustedProxies, dev, identityOrigin, state } = options
  const forwardedFor = request.headers['x-forwarded-for']
  const context: RequestContext = {
    requestId: randomUUID(),
    clientAddress: clientAddress(
      request.socket.remoteAddress ?? '',
      forwardedFor?.toString(),
      trustedProxies,
    ),
    nonce: randomBytes(16).toString('base64'),
    isUncountedWrite: !isRead(request),
  }
  const headers = securityHeaders({
    nonce: context.nonce,
    dev,
    https: publicUrl.protocol === 'https:',
    identityOrigin,
  })
  const isShared = isBelowShares(request.url ?? '')
  completeHead(response, (status) => {
    // Whatever is said below /r, also by those who refuse it unseen: its address is a secret.
    if (isShared) for (const [name, value] of SECRET_HEADERS) response.setHeader(name, value)
    for (const [name, value] of headers) if (!response.hasHeader(name)) response.setHeader(name, value)
    if (allowsFraming(String(response.getHeader('content-security-policy'))))
      response.removeHeader('x-frame-options')
    if (!response.hasHeader('cache-control')) response.setHeader('cache-control', 'no-store')
    response.setHeader('x-request-id', context.requestId)
    if (context.retryAfterSeconds !== undefined)
      response.setHeader('retry-after', String(context.retryAfterSeconds))
    if (context.rateLimit !== undefined)
      for (const [name, value] of rateLimitHeaders(context.rateLimit)) response.setHeader(name, value)
    response.removeHeader('x-powered-by')
    if (state.stopping) response.setHeader('connection', 'close')
    return context.status ?? (isRead(request) ? status : afterForm(status))
  })
  // A client that goes away, or a handler that writes after a refusal, is no fault of the process.
  request.on('error', () => undefined)
  response.on('error', () => undefined)
  return context
}

/** What Next shall see of the request. */
function prepare(
  request: IncomingMessage,
  response: ServerResponse,
  context: RequestContext,
  { publicUrl, dev }: HandleOptions,
): void {
  cleanHeaders(request.headers, context.clientAddress, publicUrl)
  // Next compares it with the host, and by now it is one of ours, perhaps by another name of this machine.
  if (request.headers.origin !== undefined && !isRead(request)) request.headers.origin = publicUrl.origin
  request.headers['content-security-policy'] = contentSecurityPolicy({
    nonce: context.nonce,
    dev,
    https: false,
  })
  countBody(request, response)
}

/**
 * A page that was sent a form and leads elsewhere means to look there; Next says 307, at which a browser would send the
 * form to that address once more.
 */
const afterForm = (status: number): number => (status === 307 ? 303 : status)

const isRead = ({ method }: IncomingMessage): boolean =>
  method === 'GET' || method === 'HEAD' || method === 'OPTIONS'
