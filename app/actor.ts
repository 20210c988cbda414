import { cookies, headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { cache } from 'react'
import { type Authorized, authorize, findMembership } from '@/lib/access/authorize'
import { countWrite, TooManyWrites } from '@/lib/access/rate-limit'
import type { Action } from '@/lib/access/roles'
import { findActor } from '@/lib/access/session'

/** Who asks, looked up once for a page. Every action comes this way too, and counts here as a write. */
export const currentActor = cache(async () => {
  const actor = await findActor(await currentHeaders())
  const counted = await countWrite(actor)
  if (!counted.ok) throw new TooManyWrites(counted.error.retryAfterSeconds)
  return actor
})

/** With the cookies as they are by now: an action that put a session in the place of another renders its page too. */
async function currentHeaders(): Promise<Headers> {
  const now = new Headers(await headers())
  const pairs = (await cookies()).getAll().map(({ name, value }) => `${name}=${encodeURIComponent(value)}`)
  now.set('cookie', pairs.join('; '))
  return now
}

/** Once for a page, however many rights it asks for. Actions ask each time. */
const currentMembership = cache(findMembership)

/**
 * The right to do one thing in one workspace, or no page at all: whoever is no member is sent to sign in, whether the
 * workspace exists or not; a member without the right finds nothing.
 */
export async function requireRight<A extends Action>(action: A, workspace: string): Promise<Authorized<A>> {
  const found = await authorize(await currentActor(), action, { workspace }, currentMembership)
  if (found.ok) return found.value
  if (found.error === 'sign-in') redirect('/sign-in')
  notFound()
}
