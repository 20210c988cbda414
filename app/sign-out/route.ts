import { z } from 'zod'
import { findActor } from '@/lib/access/session'
import { endSession } from '@/lib/accounts/sessions'
import { signOut } from '@/lib/accounts/sign-in'

const sessionId = z.uuid()

/** Ends this session, or the one that the form names; a plain form, so that it works without script. */
export async function POST(request: Request): Promise<Response> {
  const actor = await findActor(request.headers)
  const named = new URLSearchParams(await request.text()).get('session')
  const answer = new Response(null, {
    status: 303,
    headers: { location: named === null ? '/sign-in' : '/account' },
  })
  if (actor.kind !== 'person') return answer
  const another = sessionId.safeParse(named)
  if (another.success) await endSession(actor, another.data)
  if (named === null)
    for (const line of await signOut(actor, request.headers)) answer.headers.append('set-cookie', line)
  return answer
}
