import { formerNameAnswer } from '@/lib/http/former-name'
import { noQuery, reading } from '@/lib/http/operation'
import { notFound } from '@/lib/http/problems'
import { publicJson } from '@/lib/http/respond'
import { route } from '@/lib/http/route'
import { findPublishedReport } from '@/lib/library/published-report'
import { registry } from '@/lib/registry'
import { publicPlace } from '@/lib/report/addresses'
import { toTwin } from '@/lib/report/twin'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: reading({
    query: noQuery,
    handle: async ({ params }) => {
      const { slug = '' } = params
      const report = await findPublishedReport(slug)
      if (report) return publicJson(toTwin(report, registry().publicUrl, publicPlace(slug)))
      const moved = await formerNameAnswer(slug, (today) => `/api/v1/library/${today}`)
      return moved ?? notFound('No listed agent has this name. GET /api/v1/library lists them all.')
    },
  }),
})
