import { ok } from '@/lib/base/result'
import { listLibraryEndpoint } from '@/lib/http/endpoints/public'
import { reply } from '@/lib/http/reply'
import { route } from '@/lib/http/route'
import { serve } from '@/lib/http/serve'
import { listLibrary } from '@/lib/library/queries'
import { serializeLibrary } from '@/lib/library/serializer'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: serve(listLibraryEndpoint, async ({ query }) =>
    ok(reply(200, serializeLibrary(await listLibrary(query)))),
  ),
})
