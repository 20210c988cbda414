import type { RateLimitState } from '@/lib/registry'

/** draft-ietf-httpapi-ratelimit-headers-10: what is allowed, what is left of it, and when there is more. */
export const rateLimitHeaders = ({
  name,
  max,
  windowSeconds,
  left,
  moreInSeconds,
}: RateLimitState): readonly (readonly [string, string])[] => [
  ['ratelimit-policy', `"${name}";q=${max};w=${windowSeconds}`],
  ['ratelimit', `"${name}";r=${left};t=${moreInSeconds}`],
]
