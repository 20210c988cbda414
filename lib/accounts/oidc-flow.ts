import { z } from 'zod'
import { keyedHash } from '@/lib/access/keys'
import { countAttempt, networkOf, type TooMany } from '@/lib/access/rate-limit'
import { cookiePrefix } from '@/lib/accounts/auth'
import type { SetCookies } from '@/lib/accounts/exchange'
import { beginAtProvider, type Expected, type ProviderFault } from '@/lib/accounts/oidc-client'
import { err, ok, type Result } from '@/lib/base/result'
import { database } from '@/lib/db/client'
import { registry, requestContext } from '@/lib/registry'

const LIFETIME_SECONDS = 600

/** Whom a way through the provider is for: whoever comes back, or the account that wants to be connected. */
const purpose = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('sign-in') }),
  z.object({ kind: z.literal('connect'), userId: z.uuid() }),
])
export type Purpose = z.infer<typeof purpose>

export type Begun = { readonly location: string; readonly cookies: SetCookies }

/**
 * What the browser must come back with lies in the database, and the browser alone holds the key to it: so it serves
 * once, on every node, and only in the browser that began.
 */
export async function beginFlow(what: Purpose): Promise<Result<Begun, ProviderFault | TooMany>> {
  const from = networkOf(requestContext()?.clientAddress ?? 'local')
  const counted = await countAttempt(['provider', from], { max: 30, windowMs: 60_000 })
  if (!counted.ok) return counted
  const begun = await beginAtProvider()
  if (!begun.ok) return begun
  const { url, expected } = begun.value
  await database().verification.create({
    data: {
      identifier: identifierOf(expected.state),
      value: JSON.stringify({ nonce: expected.nonce, verifier: expected.verifier, purpose: what }),
      expiresAt: new Date(Date.now() + LIFETIME_SECONDS * 1_000),
    },
  })
  return ok({ location: url.href, cookies: [cookie(expected.state, LIFETIME_SECONDS)] })
}

export type Flow = { readonly expected: Expected; readonly purpose: Purpose }

/** The way that this browser began and now comes back from. Whatever becomes of it, it is used up. */
export async function endFlow(query: URLSearchParams, headers: Headers): Promise<Result<Flow, 'expired'>> {
  const state = stateIn(headers)
  if (state === undefined || query.get('state') !== state) return err('expired')
  const row = await database().verification.findFirst({
    where: { identifier: identifierOf(state), expiresAt: { gt: new Date() } },
  })
  if (!row) return err('expired')
  const { count } = await database().verification.deleteMany({ where: { id: row.id } })
  if (count === 0) return err('expired')
  const { nonce, verifier, purpose } = stored.parse(JSON.parse(row.value))
  return ok({ expected: { state, nonce, verifier }, purpose })
}

const stored = z.object({ nonce: z.string(), verifier: z.string(), purpose })

/** Takes the browser's key away, which opens nothing any more. */
export const forgetFlow = (): SetCookies => [cookie('', 0)]

const identifierOf = (state: string): string => keyedHash('codes', 'provider', state)

const cookieName = (): string => `${cookiePrefix(registry().publicUrl)}.provider`

/** Lax, because the browser comes back from another site. */
function cookie(value: string, seconds: number): string {
  const secure = registry().publicUrl.startsWith('https:') ? '; Secure' : ''
  return `${cookieName()}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure}`
}

const stateIn = (headers: Headers): string | undefined =>
  (headers.get('cookie') ?? '')
    .split(/; */)
    .map((pair) => pair.split('='))
    .find(([name]) => name === cookieName())?.[1]
