import { type BadgeFace, badgeSvg } from '@/lib/report/badge'

/** Shown on pages of other hosts, which the headers have to allow. */
export const badgeAnswer = (face: BadgeFace, headers: Readonly<Record<string, string>>): Response =>
  new Response(badgeSvg(face), {
    headers: {
      'content-type': 'image/svg+xml; charset=utf-8',
      'content-security-policy': "default-src 'none'; style-src 'none'; frame-ancestors 'none'",
      'cross-origin-resource-policy': 'cross-origin',
      ...headers,
    },
  })
