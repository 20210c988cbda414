import { notFound } from 'next/navigation'
import { toProblem } from '@/app/sign-in/provider/problems'
import { providerHost } from '@/lib/accounts/oidc-client'
import { beginFlow } from '@/lib/accounts/oidc-flow'
import { isDatabaseUnavailable } from '@/lib/base/unavailable'

/** To the identity provider; a plain form, so that it works without script. */
export async function POST(): Promise<Response> {
  if (providerHost() === undefined) notFound()
  try {
    const begun = await beginFlow({ kind: 'sign-in' })
    if (!begun.ok) return toProblem(typeof begun.error === 'string' ? begun.error : 'too-many')
    const answer = new Response(null, { status: 303, headers: { location: begun.value.location } })
    for (const line of begun.value.cookies) answer.headers.append('set-cookie', line)
    return answer
  } catch (error) {
    if (isDatabaseUnavailable(error)) return toProblem('database')
    throw error
  }
}
