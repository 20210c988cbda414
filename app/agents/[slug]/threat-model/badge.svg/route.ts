import { serving } from '@/lib/http/operation'
import { notFound } from '@/lib/http/problems'
import { route } from '@/lib/http/route'
import { findPublishedReport } from '@/lib/library/published-report'
import { badgeSvg } from '@/lib/report/badge'

/** Shown on pages of other hosts, which the headers have to allow. */
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: serving(async ({ slug }) => {
    const report = await findPublishedReport(slug)
    if (!report) return notFound('No listed agent has this name, so there is no badge for it.')
    const { score, severity } = report.score
    return new Response(badgeSvg(report.document.name, score.toFixed(1), severity), {
      headers: {
        'content-type': 'image/svg+xml; charset=utf-8',
        'cache-control': 'public, no-cache',
        'content-security-policy': "default-src 'none'; style-src 'none'; frame-ancestors 'none'",
        'cross-origin-resource-policy': 'cross-origin',
      },
    })
  }),
})
