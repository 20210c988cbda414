import { randomUUID } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { HEAD_BYTES_MAX, headTooLarge, tooSlow, unreadable } from '@/lib/base/front-problems'
import type { Problem } from '@/lib/base/problem'
import type { Handler } from '@/lib/server/handle'
import { methodNotAllowed, refuse, refuseContent } from '@/lib/server/refuse'
import { securityHeaders } from '@/lib/server/security-headers'
import { answerUnreadableShare, type ClientError, isUnreadableShare } from '@/lib/server/unreadable-share'

/** An HTTP server whose every answer, those to broken requests too, carries what our answers carry. */
export function createHttpServer(handler: Handler, publicUrl: URL): Server {
  const server = createServer({
    headersTimeout: 10_000,
    requestTimeout: 60_000,
    // Longer than the 60 seconds after which usual proxies drop a connection themselves.
    keepAliveTimeout: 65_000,
    connectionsCheckingInterval: 2_000,
    maxHeaderSize: HEAD_BYTES_MAX,
    // Node would answer by itself, without our headers.
    requireHostHeader: false,
  })
  const answering = new WeakSet<Duplex>()
  server.on('request', (request, response) => {
    const { socket } = request
    answering.add(socket)
    response.once('close', () => answering.delete(socket))
    void handler(request, response)
  })
  server.on('checkContinue', (request, response) => {
    // Who asks before sending is told so before sending.
    if (!refuse(request, publicUrl)) response.writeContinue()
    server.emit('request', request, response)
  })
  server.on('checkExpectation', (request, response) => server.emit('request', request, response))
  server.on('connect', (_, socket) => endWith(socket, methodNotAllowed('CONNECT'), publicUrl))
  // Node reports each further piece of what it gave up; by then the answer is on its way.
  const refused = new WeakSet<Duplex>()
  server.on('clientError', (error: ClientError, socket) => {
    if (refused.has(socket)) return
    if (error.code === 'ECONNRESET' || !socket.writable || answering.has(socket)) socket.destroy()
    else if (isUnreadableShare(error)) {
      refused.add(socket)
      answerUnreadableShare(socket, handler)
    } else endWith(socket, problemFor(error), publicUrl)
  })
  return server
}

/** The bytes of a connection that is no HTTP (any more), as an answer of ours. */
function endWith(socket: Duplex, { status, headers, body }: Problem, publicUrl: URL): void {
  const all = {
    ...Object.fromEntries(securityHeaders({ nonce: '', dev: false, https: publicUrl.protocol === 'https:' })),
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    ...headers,
    'x-request-id': randomUUID(),
    'content-length': Buffer.byteLength(body),
    connection: 'close',
  }
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`)
  const reason = /"title":"([^"]*)"/.exec(body)?.[1] ?? ''
  socket.on('error', () => undefined)
  socket.end([`HTTP/1.1 ${status} ${reason}`, ...lines, '', body].join('\r\n'), () => socket.destroy())
}

function problemFor({ code, rawPacket }: ClientError): Problem {
  if (code === 'HPE_HEADER_OVERFLOW') return headTooLarge()
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return tooSlow()
  // Node's parser knows a list of methods; what else looks like one is one that is not allowed.
  const method = /^([A-Z]{1,32}) \S+ HTTP\/1/.exec(rawPacket?.toString('latin1', 0, 4_096) ?? '')?.[1]
  if (code === 'HPE_INVALID_METHOD' && method) return methodNotAllowed(method)
  if (code === 'HPE_CHUNK_EXTENSIONS_OVERFLOW') return refuseContent()
  return unreadable()
}

/** All connections of a server. Upgraded ones, which Node's own list forgets, are told apart: they never end by themselves. */
export function trackSockets(server: Server): Sockets {
  const sockets: Sockets = { all: new Set(), upgraded: new Set() }
  server.on('connection', (socket) => {
    sockets.all.add(socket)
    socket.once('close', () => {
      sockets.all.delete(socket)
      sockets.upgraded.delete(socket)
    })
  })
  return sockets
}

export type Sockets = { readonly all: Set<Duplex>; readonly upgraded: Set<Duplex> }
