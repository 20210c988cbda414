import { pingDatabase } from '@/lib/health/queries'
import { noQuery, reading } from '@/lib/http/operation'
import { json } from '@/lib/http/respond'
import { route } from '@/lib/http/route'

/** A wrapper turns an absent database into 503. */
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: reading({
    query: noQuery,
    handle: async () => {
      await pingDatabase()
      return json({ status: 'ready' })
    },
  }),
})
