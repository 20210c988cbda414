import { expect, test } from 'vitest'
import { allowsFraming, contentSecurityPolicy } from './security-headers'

test.each([
  ['a policy of ours', contentSecurityPolicy({ nonce: 'x', dev: false, https: true }), false],
  ['none', "default-src 'none'; frame-ancestors 'none'", false],
  ['a policy that says nothing of frames', "default-src 'none'", false],
  ['an empty list', 'frame-ancestors', false],
  ['no policy', '', false],
  ['a host', "default-src 'none'; frame-ancestors https://docs.example.org", true],
  ['hosts, in other letters', 'Frame-Ancestors https://a.example https://*.b.example:8443', true],
  ['a word that only looks like it', "report-uri /frame-ancestors; frame-ancestors 'none'", false],
])('%s', (_what, policy, expected) => expect(allowsFraming(policy)).toBe(expected))
