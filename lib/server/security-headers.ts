/** What every response carries unless its route brings its own. */
export function securityHeaders(options: SecurityOptions): readonly (readonly [string, string])[] {
  return [
    ['content-security-policy', contentSecurityPolicy(options)],
    ['x-content-type-options', 'nosniff'],
    ['referrer-policy', 'strict-origin-when-cross-origin'],
    ['permissions-policy', permissions.map((name) => `${name}=()`).join(', ')],
    ['cross-origin-opener-policy', 'same-origin'],
    ['cross-origin-resource-policy', 'same-origin'],
    ['x-frame-options', 'DENY'],
    ...(options.https ? [['strict-transport-security', 'max-age=31536000; includeSubDomains'] as const] : []),
  ]
}

/**
 * Whether a policy names somebody who may show the answer in a frame. X-Frame-Options knows no list of hosts, and a browser
 * that reads both would obey it too, so such an answer leaves without it.
 */
export function allowsFraming(policy: string): boolean {
  const ancestors = policy
    .split(';')
    .map((directive) => directive.trim().toLowerCase().split(/\s+/))
    .find(([name]) => name === 'frame-ancestors')
  const [, first, ...more] = ancestors ?? []
  return first !== undefined && (first !== "'none'" || more.length > 0)
}

export type SecurityOptions = {
  readonly nonce: string
  readonly dev: boolean
  readonly https: boolean
  /** The one other place that a form of ours may lead to: browsers hold the redirect after a form to the policy, too. */
  readonly identityOrigin?: string | undefined
}

/** Next reads the nonce from this header of the request, and gives it to every script it writes. */
export function contentSecurityPolicy({ nonce, dev, identityOrigin }: SecurityOptions): string {
  // React's development build evaluates code to rebuild stacks, and hot reload has a socket and inline styles.
  const directives = [
    "default-src 'self'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ''}`,
    dev ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${dev ? ' ws:' : ''}`,
    "object-src 'none'",
    "base-uri 'none'",
    `form-action 'self'${identityOrigin === undefined ? '' : ` ${identityOrigin}`}`,
    "frame-ancestors 'none'",
  ]
  return directives.join('; ')
}

const permissions = [
  'accelerometer',
  'autoplay',
  'browsing-topics',
  'camera',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'picture-in-picture',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'usb',
  'xr-spatial-tracking',
]
