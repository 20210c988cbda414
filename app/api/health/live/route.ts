import { ok } from '@/lib/base/result'
import { liveEndpoint } from '@/lib/http/endpoints/public'
import { reply } from '@/lib/http/reply'
import { route } from '@/lib/http/route'
import { serve } from '@/lib/http/serve'

/** The process answers; nothing else is asked, so a stopped database does not get it killed. */
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: serve(liveEndpoint, async () => ok(reply(200, { status: 'live' }, { 'cache-control': 'no-store' }))),
})
