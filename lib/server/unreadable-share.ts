import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { isBelowShares, NO_SHARE, plainSharePath } from '@/lib/base/share-path'
import type { Handler } from '@/lib/server/handle'

export type ClientError = Error & { readonly code?: string; readonly rawPacket?: Buffer }

/**
 * Whether Node gave up a request over an address below `/r` that can be no link, for its length or its characters. Where
 * the address is one and something else is too large, that is said, whether or not the link is known.
 */
export function isUnreadableShare({ code = '', rawPacket }: ClientError): boolean {
  if (code !== 'HPE_HEADER_OVERFLOW' && code !== 'HPE_INVALID_URL') return false
  const [, target = '', version] =
    /^[A-Z]{1,32} (\S+)( HTTP\/1)?/.exec(rawPacket?.toString('latin1') ?? '') ?? []
  if (!isBelowShares(target)) return false
  return version === undefined || plainSharePath(target) === NO_SHARE
}

/** Answers it as an address that is no link is always answered. */
export function answerUnreadableShare(socket: Duplex, handler: Handler): void {
  if (!(socket instanceof Socket)) {
    socket.destroy()
    return
  }
  const request = new IncomingMessage(socket)
  Object.assign(request, { httpVersion: '1.1', httpVersionMajor: 1, httpVersionMinor: 1 })
  Object.assign(request, { method: 'GET', url: NO_SHARE, complete: true })
  request.headers.host = 'localhost'
  request.push(null)
  const response = new ServerResponse(request)
  response.shouldKeepAlive = false
  response.assignSocket(socket)
  socket.on('error', () => undefined)
  response.once('finish', () => {
    response.detachSocket(socket)
    socket.end()
    // To close at once would reset the connection, and the client would lose the answer over what it still sends.
    setTimeout(() => socket.destroy(), DRAIN_MS).unref()
  })
  void handler(request, response)
}

const DRAIN_MS = 2_000
