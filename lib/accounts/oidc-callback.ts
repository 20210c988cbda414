import { findActor } from '@/lib/access/session'
import type { SetCookies } from '@/lib/accounts/exchange'
import { identify, type ProviderFault } from '@/lib/accounts/oidc-client'
import { connect } from '@/lib/accounts/oidc-connect'
import { endFlow, forgetFlow } from '@/lib/accounts/oidc-flow'
import { type IdentityRefusal, signInAs } from '@/lib/accounts/oidc-sign-in'
import { err, ok, type Result } from '@/lib/base/result'

export type ProviderRefusal = ProviderFault | IdentityRefusal | 'taken'

export type Returned = {
  readonly to: '/w' | '/sign-in/second-factor' | '/account'
  readonly cookies: SetCookies
}

/** What happens when the browser comes back from the provider. */
export async function returnFromProvider(
  query: URLSearchParams,
  headers: Headers,
): Promise<Result<Returned, ProviderRefusal>> {
  const flow = await endFlow(query, headers)
  if (!flow.ok) return flow
  const { expected, purpose } = flow.value
  const identity = await identify(query, expected)
  if (!identity.ok) return identity
  if (purpose.kind === 'connect') {
    const actor = await findActor(headers)
    if (actor.kind !== 'person' || actor.userId !== purpose.userId) return err('expired')
    const connected = await connect(purpose.userId, identity.value)
    return connected.ok ? ok({ to: '/account', cookies: forgetFlow() }) : connected
  }
  const signedIn = await signInAs(identity.value, headers)
  if (!signedIn.ok) return signedIn
  const { next, cookies } = signedIn.value
  return ok({
    to: next === 'done' ? '/w' : '/sign-in/second-factor',
    cookies: [...cookies, ...forgetFlow()],
  })
}
