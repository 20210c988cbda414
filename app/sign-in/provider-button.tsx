import { providerHost } from '@/lib/accounts/oidc-client'

/** To the identity provider, where one is configured. */
export function ProviderButton() {
  const host = providerHost()
  if (host === undefined) return null
  return (
    <form method="post" action="/sign-in/provider" className="mt-6 max-w-md border-t border-line pt-6">
      <button
        type="submit"
        className="min-h-10 w-full cursor-pointer rounded-md border border-line-strong bg-paper px-4 text-sm font-semibold break-words hover:bg-sunken"
      >
        Sign in with {host}
      </button>
    </form>
  )
}
