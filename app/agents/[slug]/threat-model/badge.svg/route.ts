import { listedReport } from '@/app/agents/[slug]/threat-model/listed-report'
import { notFound, toResponse } from '@/lib/http/problems'
import { route } from '@/lib/http/route'
import { addresses } from '@/lib/report/addresses'
import { badgeSvg } from '@/lib/report/badge'
import type { PublishedReport } from '@/lib/report/published-report'

/** Shown on pages of other hosts, which the headers have to allow. */
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: listedReport({
    addressOf: (slug) => addresses.badge(slug),
    answer: badgeOf,
  }),
})

function badgeOf(report: PublishedReport | null): Response {
  if (!report) return toResponse(notFound('No listed agent has this name, so there is no badge for it.'))
  const { score, severity } = report.score
  return new Response(badgeSvg(report.document.name, score.toFixed(1), severity), {
    headers: {
      'content-type': 'image/svg+xml; charset=utf-8',
      'cache-control': 'public, no-cache',
      'content-security-policy': "default-src 'none'; style-src 'none'; frame-ancestors 'none'",
      'cross-origin-resource-policy': 'cross-origin',
    },
  })
}
