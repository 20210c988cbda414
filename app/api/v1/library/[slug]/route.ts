import { err, ok } from '@/lib/base/result'
import { getReportEndpoint } from '@/lib/http/endpoints/public'
import { notFound } from '@/lib/http/problems'
import { reply } from '@/lib/http/reply'
import { route } from '@/lib/http/route'
import { serve } from '@/lib/http/serve'
import { findListedName, findPublishedReport } from '@/lib/library/published-report'
import { registry } from '@/lib/registry'
import { publicPlace } from '@/lib/report/addresses'
import { toTwin } from '@/lib/report/twin'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: serve(getReportEndpoint, async ({ params: { slug } }) => {
    const report = await findPublishedReport(slug)
    if (report) return ok(reply(200, toTwin(report, registry().publicUrl, publicPlace(slug))))
    const today = await findListedName(slug)
    if (today === undefined || today === slug) return err(notFound(NOBODY))
    return ok(reply(307, undefined, { location: `/api/v1/library/${today}`, 'cache-control': 'no-store' }))
  }),
})

const NOBODY = 'No listed agent has this name. GET /api/v1/library lists them all.'
