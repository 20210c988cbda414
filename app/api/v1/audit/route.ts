import { formatPlace } from '@/lib/audit/filter'
import { listAudit } from '@/lib/audit/queries'
import { serializeAuditEntry } from '@/lib/audit/serializer'
import { ok } from '@/lib/base/result'
import { listAuditEndpoint } from '@/lib/http/endpoints/audit'
import { reply } from '@/lib/http/reply'
import { route } from '@/lib/http/route'
import { serve } from '@/lib/http/serve'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: serve(listAuditEndpoint, async ({ right, query: { cursor, limit, ...filter } }) => {
    const { entries, next } = await listAudit(right, filter, cursor, limit)
    return ok(reply(200, { items: entries.map(serializeAuditEntry), nextCursor: next && formatPlace(next) }))
  }),
})
