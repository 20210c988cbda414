import type { IncomingHttpHeaders } from 'node:http'
import { isIP } from 'node:net'
import { plainAddress, type TrustedProxies } from '@/lib/server/trusted-proxies'

/** Who really asks: the last address in the chain of proxies that none of ours vouches for. */
export function clientAddress(
  peer: string,
  forwardedFor: string | undefined,
  proxies: TrustedProxies,
): string {
  let address = plainAddress(peer)
  const chain = (forwardedFor ?? '').split(',').map((entry) => plainAddress(entry.trim()))
  while (proxies.includes(address)) {
    const before = chain.pop()
    if (before === undefined || isIP(before) === 0) break
    address = before
  }
  return address
}

/**
 * Leaves of a request's headers what a client may say. Next trusts several that only its own layers or a proxy should
 * set, and a forged Host or X-Forwarded-Host would end up in links: both are what PUBLIC_URL says.
 */
export function cleanHeaders(headers: IncomingHttpHeaders, address: string, publicUrl: URL): void {
  for (const name of Object.keys(headers)) if (REFUSED.test(name)) delete headers[name]
  headers.host = publicUrl.host
  headers['x-forwarded-host'] = publicUrl.host
  headers['x-forwarded-proto'] = publicUrl.protocol.slice(0, -1)
  headers['x-forwarded-port'] = publicUrl.port || (publicUrl.protocol === 'https:' ? '443' : '80')
  headers['x-forwarded-for'] = address
}

/** `x-nextjs-request-id` and its sibling only name a page to its own hot reload socket. */
const REFUSED =
  /^(x-forwarded-|forwarded$|x-real-ip$|x-request-id$|x-middleware-|x-now-|x-invoke-|x-invocation-|x-vercel-|x-matched-path$|x-nextjs-(?!request-id$|html-request-id$)|x-next-|x-prerender-|x-action-|x-original-|x-rewrite-|x-http-method|next-resume$|content-security-policy)/
