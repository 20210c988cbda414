import type { Person } from '@/lib/access/actor'
import type { SetCookies } from '@/lib/accounts/exchange'
import { returnFromProvider } from '@/lib/accounts/oidc-callback'
import { beginFlow, type Purpose } from '@/lib/accounts/oidc-flow'
import { type ProviderPerson, startIdentityProvider } from '@/lib/accounts/testing/identity-provider'
import { openTestDatabase, type SERVERS } from '@/lib/db/testing/database'
import { registry, setRegistry } from '@/lib/registry'
import { createInvitation } from '@/lib/workspaces/invitations'
import { allowed, browser, setUp, signedIn } from '@/lib/workspaces/testing/people'

export type ProviderWorld = Awaited<ReturnType<typeof openProviderWorld>>

export const DANA = { sub: 'dana', email: 'dana@example.org', email_verified: true, name: 'Dana' }

/** A database with an owner, an identity provider beside it, and the ways of a browser between the two. */
export async function openProviderWorld(which: (typeof SERVERS)[number]) {
  const opened = await openTestDatabase(which)
  const provider = await startIdentityProvider(registry().publicUrl)
  const { cookies: cookiesOfOwner } = await setUp()
  const owner = await signedIn(cookiesOfOwner)
  let addresses = 0
  /** One address may begin thirty times a minute, so each comes from elsewhere. */
  const beginElsewhere = (purpose: Purpose = { kind: 'sign-in' }) => {
    addresses += 1
    const context = { requestId: crypto.randomUUID(), clientAddress: `192.0.2.${addresses}`, nonce: '' }
    return registry().requests.run(context, () => beginFlow(purpose))
  }
  const begin = async (purpose?: Purpose) => {
    const begun = await beginElsewhere(purpose)
    if (!begun.ok) throw new Error(`not begun: ${JSON.stringify(begun.error)}`)
    return begun.value
  }
  return {
    opened,
    provider,
    owner,
    cookiesOfOwner,
    beginElsewhere,
    begin,
    invite: async (email: string, by: Person = owner) => {
      const right = await allowed(by, 'member.manage', 'first')
      await createInvitation(right, { email, role: 'editor' })
    },
    /** The whole way of one browser, which may be signed in already. */
    enter: async (person: ProviderPerson, purpose?: Purpose, cookies: SetCookies = []) => {
      provider.is(person)
      const begun = await begin(purpose)
      const query = await provider.walk(begun.location)
      return returnFromProvider(query, browser([...cookies, ...begun.cookies]))
    },
    accounts: (email: string) => opened.db.user.count({ where: { email } }),
    /** As at the start: the provider serves, and nobody may sign up. */
    calm: () => {
      provider.behaves('serves')
      setRegistry({ ...registry(), oidc: provider.settings, signupOpen: false })
    },
    close: async () => {
      await opened.close()
      await provider.close()
    },
  }
}
