import type { IncomingMessage, ServerResponse } from 'node:http'
import { answerAndDrain } from '@/lib/server/answer'
import { bodyBytesMaxOf, refuseContent } from '@/lib/server/refuse'

/**
 * Holds a body that does not say its length to the limit while it arrives. Beyond it nothing more reaches the reader,
 * and neither does the end: a body that was cut must not look complete. Routes count too, and answer in their own way;
 * the slack lets them be first, and this stops those that only collect.
 */
export function countBody(request: IncomingMessage, response: ServerResponse): void {
  if (request.headers['transfer-encoding'] === undefined) return
  const push = request.push.bind(request)
  const bytesMax = bodyBytesMaxOf(request.url) + slackBytes
  let bytes = 0
  let refused = false
  request.push = (chunk: unknown, encoding?: BufferEncoding) => {
    if (Buffer.isBuffer(chunk)) bytes += chunk.length
    if (bytes <= bytesMax) return push(chunk, encoding)
    if (chunk === null || (response.headersSent && !refused)) {
      request.destroy(new Error('The body is larger than allowed'))
      return false
    }
    if (!refused) {
      refused = true
      answerAndDrain(request, response, refuseContent(request.url))
    }
    // Read and thrown away.
    return true
  }
}

const slackBytes = 65_536
