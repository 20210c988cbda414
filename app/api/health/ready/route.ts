import { ok } from '@/lib/base/result'
import { pingDatabase } from '@/lib/health/queries'
import { readyEndpoint } from '@/lib/http/endpoints/public'
import { reply } from '@/lib/http/reply'
import { route } from '@/lib/http/route'
import { serve } from '@/lib/http/serve'

/** A wrapper turns an absent database into 503. */
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: serve(readyEndpoint, async () => {
    await pingDatabase()
    return ok(reply(200, { status: 'ready' }, { 'cache-control': 'no-store' }))
  }),
})
