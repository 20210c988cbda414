import type { IncomingMessage, ServerResponse } from 'node:http'
import { answer } from '@/lib/server/answer'
import { bodyBytesMax, bodyTooLarge } from '@/lib/server/refuse'

/**
 * Holds a body that does not say its length to the limit while it arrives. Beyond it nothing more reaches the reader,
 * and neither does the end: a body that was cut must not look complete.
 */
export function countBody(request: IncomingMessage, response: ServerResponse): void {
  if (request.headers['transfer-encoding'] === undefined) return
  const push = request.push.bind(request)
  let bytes = 0
  request.push = (chunk: unknown, encoding?: BufferEncoding) => {
    if (Buffer.isBuffer(chunk)) bytes += chunk.length
    if (bytes <= bodyBytesMax) return push(chunk, encoding)
    if (response.headersSent || chunk === null) {
      request.destroy()
      return false
    }
    answer(response, bodyTooLarge())
    // The rest is read and thrown away, so that the client sees the answer instead of a reset.
    setTimeout(() => request.destroy(), drainMs).unref()
    return true
  }
}

const drainMs = 2_000
