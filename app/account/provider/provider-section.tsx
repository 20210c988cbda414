import { ConnectForm } from '@/app/account/provider/connect-form'
import { DisconnectForm } from '@/app/account/provider/disconnect-form'
import type { SignInWays } from '@/lib/accounts/oidc-connect'

/** The identity provider as another way in, where one is configured. */
export function ProviderSection({ ways: { provider, isConnected, hasPassword } }: { ways: SignInWays }) {
  if (provider === undefined) return null
  return (
    <section aria-labelledby="provider" className="mt-10">
      <h2 id="provider" className="text-lg break-words">
        Sign-in with {provider}
      </h2>
      {isConnected && hasPassword && (
        <>
          <p className="mt-2 mb-3 text-sm text-ink-soft">
            Connected. You sign in with it or with your password.
          </p>
          <DisconnectForm />
        </>
      )}
      {isConnected && !hasPassword && (
        <p className="mt-2 text-sm text-ink-soft">Connected, and your only way in.</p>
      )}
      {!isConnected && (
        <>
          <p className="mt-2 mb-3 text-sm text-ink-soft">
            Not connected. Your password shows that it is you who wants it.
          </p>
          <ConnectForm provider={provider} />
        </>
      )}
    </section>
  )
}
