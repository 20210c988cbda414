import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Problem } from '@/lib/base/problem'

/** Answers a request with a problem, where nothing was answered yet. */
export function answer(response: ServerResponse, { status, headers, body }: Problem): void {
  if (response.headersSent) return
  for (const name of response.getHeaderNames()) response.removeHeader(name)
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) })
  response.end(body)
}

/**
 * Answers before the body has arrived. To close at once would reset the connection, and the client would lose the
 * answer over an error while sending: so a while longer everything that comes is read and thrown away.
 */
export function answerAndDrain(request: IncomingMessage, response: ServerResponse, what: Problem): void {
  response.shouldKeepAlive = false
  response.writeHead(what.status, { ...what.headers, 'content-length': Buffer.byteLength(what.body) })
  // Complete for the client, who knows the length; `end` would close the connection.
  response.write(what.body)
  const finish = () => {
    clearTimeout(timer)
    response.end()
    if (!request.complete) request.destroy(new Error('The request was refused before its body had arrived'))
  }
  const timer = setTimeout(finish, drainMs)
  timer.unref()
  request.once('end', finish)
  request.once('close', finish)
  request.resume()
}

const drainMs = 2_000
