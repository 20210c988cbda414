import { type Authorized, authorize } from '@/lib/access/authorize'
import { countWrite } from '@/lib/access/rate-limit'
import type { Action } from '@/lib/access/roles'
import { findActor } from '@/lib/access/session'
import { ANSWER_WITHIN_MS, within } from '@/lib/http/deadline'
import type { Operation } from '@/lib/http/operation'
import { notFound, tooMany, toResponse } from '@/lib/http/problems'

/** Asks again, with the same session, for as long as an answer is under way. */
export type IsAllowed = () => Promise<boolean>

/**
 * A route inside a workspace. Who is no member is sent to sign in, like on every page there and before anything of the
 * request is read; a member without the right is told what a missing object is told.
 */
export const forMembers =
  <A extends Action>(
    action: A,
    serve: (right: Authorized<A>, isAllowed: IsAllowed) => Operation,
  ): Operation =>
  async (request, params) => {
    const at = { workspace: params['workspace'] ?? '' }
    const asking = async () => {
      const actor = await findActor(request.headers)
      const counted = await countWrite(actor)
      return counted.ok ? authorize(actor, action, at) : counted
    }
    const isAllowed = async () => (await authorize(await findActor(request.headers), action, at)).ok
    const found = await within(ANSWER_WITHIN_MS, asking())
    if (found.ok) return serve(found.value, isAllowed)(request, params)
    if (typeof found.error === 'object') return toResponse(tooMany(found.error.retryAfterSeconds))
    return found.error === 'sign-in' ? signInFirst() : toResponse(notFound(NOTHING_HERE))
  }

export const signInFirst = (): Response =>
  new Response(null, { status: 303, headers: { location: '/sign-in' } })

export const NOTHING_HERE = 'There is nothing at this address, or nothing that you may see.'
