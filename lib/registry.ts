import type { AsyncLocalStorage } from 'node:async_hooks'

/**
 * What the whole process shares. Our server and Next's build are two bundles, so every module of ours exists
 * twice at run time; what must be one lives here, on `globalThis`, filled by the server before Next is loaded.
 */
export type Registry = {
  /** For the app's role, which may not alter tables. */
  readonly databaseUrl: string
  /** Without a trailing slash. Links are built from it, never from a Host header. */
  readonly publicUrl: string
  readonly secret: string
  readonly dataFolder: string
  /** Absent: no mail leaves. */
  readonly mail?: MailSettings | undefined
  /** Absent: nobody signs in elsewhere, and no identity provider is asked. */
  readonly oidc?: OidcSettings | undefined
  /** Whether anyone may make an account. */
  readonly signupOpen?: boolean
  readonly requests: AsyncLocalStorage<RequestContext>
  /** Run at a graceful stop, after the last request and before the database stops (`runClosers`). */
  readonly closers: Set<() => Promise<void>>
}

/** The server that takes mail, and whom mail comes from. */
export type MailSettings = {
  readonly host: string
  readonly port: number
  readonly tls: 'from-the-first-byte' | 'required' | 'where-offered'
  readonly login: { readonly user: string; readonly password: string } | undefined
  readonly from: string
}

export type OidcSettings = {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
}

/** What the server knows of the request that is being answered. */
export type RequestContext = {
  readonly requestId: string
  /** From `X-Forwarded-For` only where the peer is a trusted proxy. */
  readonly clientAddress: string
  /** Of this response's content security policy. */
  readonly nonce: string
  /** Set by a page to answer with another status than Next would: it holds until the headers are written. */
  status?: number
  /** The token of the program that sent it, once that is known. */
  tokenId?: string
  /** True while this request may change something and was not counted yet as a write of whoever sends it. */
  isUncountedWrite?: boolean
  /** Set together with 429 or 503: when it is worth trying again. */
  retryAfterSeconds?: number
  /** What the sender may do of a limited kind from here on; it leaves with the answer. */
  rateLimit?: RateLimitState
  /** How many statements it has sent to the database so far, and how long it has waited for all their answers. */
  queries?: number
  databaseMs?: number
}

export type RateLimitState = {
  readonly name: string
  readonly max: number
  readonly windowSeconds: number
  readonly left: number
  /** When there is more of it than now. */
  readonly moreInSeconds: number
}

const key = Symbol.for('fullscore.registry')

/** Throws where nothing was registered: a process without a start has no database to guess. */
export function registry(): Registry {
  const found: Registry | undefined = Reflect.get(globalThis, key)
  if (!found) throw new Error('Nothing was registered: setRegistry() runs before anything reads it')
  return found
}

export function setRegistry(value: Registry): void {
  Reflect.set(globalThis, key, value)
}

/** One after the other, the last first: what was added later may need what was there before. */
export async function runClosers(): Promise<void> {
  const { closers } = registry()
  for (const close of [...closers].reverse()) {
    closers.delete(close)
    await close()
  }
}

/** Undefined outside of a request: in a build, a script or a test. */
export function requestContext(): RequestContext | undefined {
  const found: Registry | undefined = Reflect.get(globalThis, key)
  return found?.requests.getStore()
}
