import { z } from 'zod'
import { findActor } from '@/lib/access/session'
import { endSession } from '@/lib/accounts/sessions'
import { signOut } from '@/lib/accounts/sign-in'

const another = z.uuid()

/** Ends this session, or the one that the form names; a plain form, so that it works without script. */
export async function POST(request: Request): Promise<Response> {
  const actor = await findActor(request.headers)
  const named = another.safeParse(new URLSearchParams(await request.text()).get('session'))
  const location = named.success ? '/account' : '/sign-in'
  const answer = new Response(null, { status: 303, headers: { location } })
  if (actor.kind !== 'person') return answer
  if (named.success) await endSession(actor, named.data)
  else for (const line of await signOut(actor, request.headers)) answer.headers.append('set-cookie', line)
  return answer
}
