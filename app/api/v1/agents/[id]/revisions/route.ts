import { listRevisions } from '@/lib/agents/publishing/list-revisions'
import { serializeRevision } from '@/lib/agents/serializer'
import { err, ok } from '@/lib/base/result'
import { listRevisionsEndpoint } from '@/lib/http/endpoints/revisions'
import { notFound } from '@/lib/http/problems'
import { reply } from '@/lib/http/reply'
import { route } from '@/lib/http/route'
import { NOTHING_HERE, serve } from '@/lib/http/serve'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: serve(listRevisionsEndpoint, async ({ right, params: { id }, query: { cursor, limit } }) => {
    const page = await listRevisions(right, id, cursor, limit)
    if (!page) return err(notFound(NOTHING_HERE))
    const last = page.revisions.at(-1)
    const nextCursor = page.hasMore && last ? String(last.number) : null
    return ok(reply(200, { items: page.revisions.map(serializeRevision), nextCursor }))
  }),
})
