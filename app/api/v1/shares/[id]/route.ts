import { err, ok } from '@/lib/base/result'
import { revokeShareEndpoint } from '@/lib/http/endpoints/shares'
import { notFound } from '@/lib/http/problems'
import { reply } from '@/lib/http/reply'
import { route } from '@/lib/http/route'
import { NOTHING_HERE, serve } from '@/lib/http/serve'
import { revokeShare } from '@/lib/shares/revoke'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  DELETE: serve(revokeShareEndpoint, async ({ right, params: { id } }) =>
    (await revokeShare(right, id)).ok ? ok(reply(204)) : err(notFound(NOTHING_HERE)),
  ),
})
