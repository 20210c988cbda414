import { toProblem } from '@/app/sign-in/provider/problems'
import { returnFromProvider } from '@/lib/accounts/oidc-callback'
import { providerHost } from '@/lib/accounts/oidc-client'
import { isDatabaseUnavailable } from '@/lib/base/unavailable'
import { notFound, toResponse } from '@/lib/http/problems'

/** Where the identity provider sends the browser back to. */
export async function GET(request: Request): Promise<Response> {
  if (providerHost() === undefined)
    return toResponse(notFound('No identity provider is configured on this server.'))
  try {
    const returned = await returnFromProvider(new URL(request.url).searchParams, request.headers)
    if (!returned.ok) return toProblem(returned.error)
    const { to, cookies } = returned.value
    // The address holds the code of the provider, and nobody is told where the browser comes from.
    const headers = { location: to, 'referrer-policy': 'no-referrer' }
    const answer = new Response(null, { status: 303, headers })
    for (const line of cookies) answer.headers.append('set-cookie', line)
    return answer
  } catch (error) {
    if (isDatabaseUnavailable(error)) return toProblem('database')
    throw error
  }
}
