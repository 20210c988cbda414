import { noQuery, reading } from '@/lib/http/operation'
import { json } from '@/lib/http/respond'
import { route } from '@/lib/http/route'

/** The process answers; nothing else is asked, so a stopped database does not get it killed. */
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: reading({ query: noQuery, handle: async () => json({ status: 'live' }) }),
})
