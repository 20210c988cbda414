import { openapi } from '@/lib/http/openapi'
import { noQuery, reading } from '@/lib/http/operation'
import { publicJson } from '@/lib/http/respond'
import { route } from '@/lib/http/route'
import { registry } from '@/lib/registry'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: reading({ query: noQuery, handle: async () => publicJson(openapi(registry().publicUrl)) }),
})
