import { ok } from '@/lib/base/result'
import { openapiEndpoint } from '@/lib/http/endpoints/public'
import { openapi } from '@/lib/http/openapi'
import { reply } from '@/lib/http/reply'
import { route } from '@/lib/http/route'
import { serve } from '@/lib/http/serve'
import { registry } from '@/lib/registry'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: serve(openapiEndpoint, async () => ok(reply(200, openapi(registry().publicUrl)))),
})
