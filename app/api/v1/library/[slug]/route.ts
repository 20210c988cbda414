import { noQuery, reading } from '@/lib/http/operation'
import { notFound } from '@/lib/http/problems'
import { publicJson } from '@/lib/http/respond'
import { route } from '@/lib/http/route'
import { findPublishedReport } from '@/lib/library/published-report'
import { registry } from '@/lib/registry'
import { toTwin } from '@/lib/report/twin'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: reading({
    query: noQuery,
    handle: async ({ params }) => {
      const report = await findPublishedReport(params['slug'])
      return report
        ? publicJson(toTwin(report, registry().publicUrl))
        : notFound('No listed agent has this name. GET /api/v1/library lists them all.')
    },
  }),
})
