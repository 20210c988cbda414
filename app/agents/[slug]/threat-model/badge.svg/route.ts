import { listed } from '@/app/agents/[slug]/threat-model/listed'
import { badgeAnswer } from '@/app/badge/badge-answer'
import { findListedBadge } from '@/lib/badges/find'
import { notFound, toResponse } from '@/lib/http/problems'
import { ASK_AGAIN } from '@/lib/http/respond'
import { route } from '@/lib/http/route'
import { addresses } from '@/lib/report/addresses'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: listed({
    find: findListedBadge,
    answer: (face) => badgeAnswer(face, { 'cache-control': ASK_AGAIN }),
    gone: () => toResponse(notFound('No listed agent has this name, so there is no badge for it.')),
    addressOf: addresses.badge,
  }),
})
