import type { IncomingMessage } from 'node:http'
import { bodyTooLarge, PATH_CHARACTERS_MAX, pathTooLong, unreadable } from '@/lib/base/front-problems'
import { type Problem, problem } from '@/lib/base/problem'

/** Refuses a request that Next must not see, or lets it through. Pure: it reads the head of the request only. */
export function refuse(request: RequestHead, publicUrl: URL): Problem | undefined {
  return (
    refuseMethod(request) ??
    refuseAddress(request) ??
    refuseBody(request) ??
    refuseForeignWrite(request, publicUrl)
  )
}

export type RequestHead = Pick<IncomingMessage, 'method' | 'url' | 'headers' | 'httpVersion'>

/** A body may hold a megabyte; a report that is imported, ten. */
export const bodyBytesMaxOf = (url = ''): number =>
  /^\/w\/[^/?]+\/agents\/new(\?|$)/.test(url) ? 10_485_760 : 1_048_576

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']
const writes = new Set(['POST', 'PUT', 'PATCH', 'DELETE'])

export const methodNotAllowed = (method: string): Problem =>
  problem(405, 'Method not allowed', `${method} is not a method of this server.`, {
    headers: { allow: methods.join(', ') },
  })

export function refuseContent(url?: string): Problem {
  const { headers, ...told } = bodyTooLarge(bodyBytesMaxOf(url))
  return { ...told, headers: { ...headers, connection: 'close' } }
}

function refuseMethod({ method = '' }: RequestHead): Problem | undefined {
  return methods.includes(method) ? undefined : methodNotAllowed(method)
}

function refuseAddress({ url = '', headers, httpVersion }: RequestHead): Problem | undefined {
  if (headers.host === undefined && httpVersion === '1.1') return unreadable('The Host header is missing.')
  const [path = ''] = url.split('?')
  if (!path.startsWith('/') || path.startsWith('//')) return unreadable('The path must begin with one slash.')
  if (path.length > PATH_CHARACTERS_MAX) return pathTooLong()
  try {
    if (decodeURIComponent(path).includes('\\')) return unreadable('The path holds a backslash.')
  } catch {
    return unreadable('The path is not valid percent-encoding.')
  }
  return undefined
}

function refuseBody({ headers, url }: RequestHead): Problem | undefined {
  return Number(headers['content-length'] ?? 0) > bodyBytesMaxOf(url) ? refuseContent(url) : undefined
}

/**
 * A browser sends cookies along with writes that another site made it send. The API knows no cookies; everywhere else
 * the browser has to say that the write comes from a page of ours. Who says nothing is refused: Next would run it.
 */
function refuseForeignWrite(
  { method = '', url = '', headers }: RequestHead,
  publicUrl: URL,
): Problem | undefined {
  if (!writes.has(method) || isApi(url)) return undefined
  const { origin } = headers
  const site = headers['sec-fetch-site']
  // A page that tells nobody where it is (no-referrer) sends `null`; only the browser can add the other header.
  const says = origin !== undefined && origin !== 'null'
  const own = says ? isOwnOrigin(origin, publicUrl) : site === 'same-origin'
  if (own && (site === undefined || site === 'same-origin')) return undefined
  return problem(
    403,
    'Forbidden',
    `This was not sent by a page of ${publicUrl.origin}: open it there and try again.`,
  )
}

const isApi = (url: string): boolean => /^\/api(\/|\?|$)/.test(url)

/** On one's own machine, localhost and its addresses are the same place. */
export function isOwnOrigin(origin: string, publicUrl: URL): boolean {
  if (origin === publicUrl.origin) return true
  if (!loopback.has(publicUrl.hostname) || !URL.canParse(origin)) return false
  const { protocol, port, hostname } = new URL(origin)
  return protocol === publicUrl.protocol && port === publicUrl.port && loopback.has(hostname)
}

const loopback = new Set(['localhost', '127.0.0.1', '[::1]'])
