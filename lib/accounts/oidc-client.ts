import {
  AuthorizationResponseError,
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type ClientAuth,
  ClientError,
  ClientSecretBasic,
  ClientSecretPost,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  fetchUserInfo,
  ResponseBodyError,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
  WWWAuthenticateChallengeError,
} from 'openid-client'
import { z } from 'zod'
import { line } from '@/lib/assessment/text'
import { bug } from '@/lib/base/assert'
import { err, ok, type Result } from '@/lib/base/result'
import { logger } from '@/lib/logger'
import { type OidcSettings, registry } from '@/lib/registry'

/** Whom a provider vouches for. Issuer and subject are the identity; the rest is what it says of the person. */
export type Identity = {
  readonly issuer: string
  readonly subject: string
  /** Only one that the provider has verified. */
  readonly email: string | undefined
  readonly name: string | undefined
}

/** What a sign-in that has begun must come back with. */
export type Expected = { readonly state: string; readonly nonce: string; readonly verifier: string }

/** `refused`: the provider says no; `expired`: the code is used or too old; `failed`: the answer proves nothing. */
export type ProviderFault = 'away' | 'refused' | 'expired' | 'failed'

/** The host that people know the provider by; nothing where there is none. */
export function providerHost(): string | undefined {
  const { oidc } = registry()
  return oidc && new URL(oidc.issuer).host
}

/** Where the browser has to go, and what it must come back with. */
export const beginAtProvider = (): Promise<Result<{ url: URL; expected: Expected }, ProviderFault>> =>
  asking(async (configuration) => {
    const expected = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() }
    const url = buildAuthorizationUrl(configuration, {
      redirect_uri: redirectUri(),
      scope: 'openid email profile',
      state: expected.state,
      nonce: expected.nonce,
      code_challenge: await calculatePKCECodeChallenge(expected.verifier),
      code_challenge_method: 'S256',
    })
    return { url, expected }
  })

/** Exchanges what the browser brought for whom it is. Nothing of the tokens is kept. */
export const identify = (
  query: URLSearchParams,
  { state, nonce, verifier }: Expected,
): Promise<Result<Identity, ProviderFault>> =>
  asking(async (configuration) => {
    const tokens = await authorizationCodeGrant(configuration, new URL(`${redirectUri()}?${query}`), {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: verifier,
      idTokenExpected: true,
    })
    const claims = tokens.claims() ?? bug('an identity without claims')
    const hasUserInfo = configuration.serverMetadata().userinfo_endpoint !== undefined
    const told =
      claims['email'] === undefined && hasUserInfo
        ? await fetchUserInfo(configuration, tokens.access_token, claims.sub)
        : claims
    return { issuer: claims.iss, subject: claims.sub, ...profile.parse(told) }
  })

/** What is not as it should be counts as not said. Some providers write `true` as a text. */
const profile = z
  .object({
    email: z.string().trim().toLowerCase().max(254).pipe(z.email()).optional().catch(undefined),
    email_verified: z.union([z.boolean(), z.stringbool()]).optional().catch(undefined),
    name: line('The name', 120)
      .refine((name) => name !== '')
      .optional()
      .catch(undefined),
  })
  .transform(({ email, email_verified: isVerified, name }) => ({
    email: isVerified === true ? email : undefined,
    name,
  }))

const redirectUri = (): string => `${registry().publicUrl}/api/auth/oauth2/callback/oidc`

const WAIT_SECONDS = 5
const KNOWN_MS = 3_600_000
const known = new WeakMap<OidcSettings, { readonly configuration: Configuration; readonly until: number }>()

/** The provider's own description of itself, asked for when it is first needed and then once an hour. */
async function configurationOf(settings: OidcSettings): Promise<Configuration> {
  const found = known.get(settings)
  if (found && found.until > Date.now()) return found.configuration
  const issuer = new URL(settings.issuer)
  const configuration = await discovery(
    issuer,
    settings.clientId,
    undefined,
    authenticate(settings.clientSecret),
    {
      timeout: WAIT_SECONDS,
      execute: issuer.protocol === 'http:' ? [allowInsecureRequests] : [],
    },
  )
  known.set(settings, { configuration, until: Date.now() + KNOWN_MS })
  return configuration
}

/** In the header, which every provider has to understand, unless it says that it does not. */
const authenticate =
  (secret: string): ClientAuth =>
  (server, ...rest) => {
    const methods = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic']
    const way = methods.includes('client_secret_basic') ? ClientSecretBasic : ClientSecretPost
    way(secret)(server, ...rest)
  }

async function asking<T>(
  ask: (configuration: Configuration) => Promise<T>,
): Promise<Result<T, ProviderFault>> {
  const settings = registry().oidc ?? bug('no identity provider is configured')
  try {
    return ok(await ask(await configurationOf(settings)))
  } catch (error) {
    const fault = faultOf(error)
    if (fault === undefined) throw error
    logger().warn({ fault, ...detailsOf(error) }, 'the identity provider did not sign anybody in')
    return err(fault)
  }
}

const AWAY = new Set(['OAUTH_TIMEOUT', 'OAUTH_ABORT', 'server_error', 'temporarily_unavailable'])

function faultOf(error: unknown): ProviderFault | undefined {
  if (error instanceof TypeError) return error.message === 'fetch failed' ? 'away' : undefined
  if (error instanceof AuthorizationResponseError) return AWAY.has(error.error) ? 'away' : 'refused'
  if (error instanceof ResponseBodyError) {
    if (error.status >= 500) return 'away'
    return error.error === 'invalid_grant' ? 'expired' : 'failed'
  }
  if (error instanceof WWWAuthenticateChallengeError) return 'failed'
  if (!(error instanceof ClientError)) return undefined
  const isBroken = error.cause instanceof Response && error.cause.status >= 500
  return isBroken || AWAY.has(error.code ?? '') ? 'away' : 'failed'
}

/** The words of the protocol, which name nobody. */
function detailsOf(error: unknown) {
  if (error instanceof AuthorizationResponseError || error instanceof ResponseBodyError)
    return { code: error.error }
  if (error instanceof WWWAuthenticateChallengeError) return { code: error.cause[0]?.parameters['error'] }
  return error instanceof ClientError ? { code: error.code, reason: error.message } : {}
}
