import { badgeAnswer } from '@/app/badge/badge-answer'
import { findBadge } from '@/lib/badges/find'
import { serving } from '@/lib/http/operation'
import { notFound, toResponse } from '@/lib/http/problems'
import { route } from '@/lib/http/route'

/** Whatever is asked for below `/badge` and is no badge that can be shown is told in the same words. */
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: serving(async ({ path = '' }) => {
    const face = path.endsWith('.svg') ? await findBadge(path.slice(0, -'.svg'.length)) : undefined
    return face ? badgeAnswer(face, HIDDEN) : gone()
  }),
})

/** Kept by nobody, because the address may be removed; found by nobody, because it says nothing of itself. */
const HIDDEN = { 'cache-control': 'no-store', 'x-robots-tag': 'noindex' }

function gone(): Response {
  const answer = toResponse(notFound('There is no badge at this address.'))
  for (const [name, value] of Object.entries(HIDDEN)) answer.headers.set(name, value)
  return answer
}
