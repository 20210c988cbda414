import { generateKeyPairSync } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { Provider } from 'oidc-provider'
import { freePort } from '@/lib/postgres/free-port'
import type { OidcSettings } from '@/lib/registry'

/** Who is at the browser, as the provider knows them. */
export type ProviderPerson = {
  readonly sub: string
  readonly email?: string
  readonly email_verified?: boolean
  readonly name?: string
}

/**
 * `denies` ends each sign-in with a refusal; `breaks` answers 503 to everything, `breaks-for-apps` only to what no
 * browser asks; `hangs` answers nothing.
 */
type Mood = 'serves' | 'denies' | 'breaks' | 'breaks-for-apps' | 'hangs'

export type IdentityProvider = {
  readonly settings: OidcSettings
  /** Whoever signs in from now on; without a page to type into. */
  is(person: ProviderPerson): void
  behaves(mood: Mood): void
  /** Follows an address of the provider as a browser would, to the query that comes back to the app. */
  walk(location: string): Promise<URLSearchParams>
  close(): Promise<void>
}

const SCOPES = 'openid email profile'

/** A real OpenID provider on a free port, with one client: the app whose public address is given. */
export async function startIdentityProvider(publicUrl: string): Promise<IdentityProvider> {
  const port = await freePort()
  const issuer = `http://127.0.0.1:${port}`
  const redirectUri = `${publicUrl}/api/auth/oauth2/callback/oidc`
  const settings = { issuer, clientId: 'fullscore', clientSecret: 'a secret + of the: tests' }
  const people = new Map<string, ProviderPerson>()
  let person: ProviderPerson = { sub: 'nobody' }
  let mood: Mood = 'serves'
  const provider = createProvider(settings, redirectUri, people)
  const serve = provider.callback()
  const server = createServer(async (request, response) => {
    if (mood === 'hangs') return
    const isOfApps = request.url?.startsWith('/token') === true
    if (mood === 'breaks' || (mood === 'breaks-for-apps' && isOfApps))
      return void response.writeHead(503).end()
    if (!request.url?.startsWith('/interaction/')) return void serve(request, response)
    people.set(person.sub, person)
    await answer(provider, person.sub, mood === 'denies', request, response)
  })
  await once(server.listen(port, '127.0.0.1'), 'listening')
  return {
    settings,
    is: (now) => {
      person = now
    },
    behaves: (now) => {
      mood = now
    },
    walk: (location) => walk(location, redirectUri),
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

function createProvider(
  { issuer, clientId, clientSecret }: OidcSettings,
  redirectUri: string,
  people: ReadonlyMap<string, ProviderPerson>,
): Provider {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  return new Provider(issuer, {
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: [redirectUri],
        grant_types: ['authorization_code'],
        response_types: ['code'],
      },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    cookies: { keys: ['a key of the tests'] },
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), kty: 'RSA', use: 'sig', alg: 'RS256' }] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    pkce: { required: () => true },
    findAccount: (_context, sub) => ({ accountId: sub, claims: () => ({ ...people.get(sub), sub }) }),
  })
}

/** What a person would do on the pages of the provider. */
async function answer(
  provider: Provider,
  accountId: string,
  denies: boolean,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { params } = await provider.interactionDetails(request, response)
  const grant = new provider.Grant({ accountId, clientId: String(params['client_id']) })
  grant.addOIDCScope(SCOPES)
  const outcome = denies
    ? { error: 'access_denied', error_description: 'not today' }
    : { login: { accountId }, consent: { grantId: await grant.save() } }
  await provider.interactionFinished(request, response, outcome, { mergeWithLastSubmission: false })
}

async function walk(location: string, redirectUri: string): Promise<URLSearchParams> {
  const jar = new Map<string, string>()
  let next = new URL(location)
  for (let steps = 0; steps < 10; steps++) {
    if (`${next.origin}${next.pathname}` === redirectUri) return next.searchParams
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(next, { redirect: 'manual', headers: { cookie } })
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      jar.set(name, value)
    }
    const to = response.headers.get('location')
    if (to === null) throw new Error(`${next.pathname} answered ${response.status}: ${await response.text()}`)
    next = new URL(to, next)
  }
  throw new Error('the provider leads in circles')
}
