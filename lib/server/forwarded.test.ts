import { expect, test } from 'vitest'
import { cleanHeaders, clientAddress } from './forwarded'
import { parseTrustedProxies } from './trusted-proxies'

const nobody = { includes: () => false }
const proxies = parseTrustedProxies('10.0.0.0/8, ::1') ?? nobody

test.each([
  ['198.51.100.9', '192.0.2.1', '198.51.100.9'],
  ['10.0.0.1', undefined, '10.0.0.1'],
  ['10.0.0.1', '192.0.2.1', '192.0.2.1'],
  ['::1', '2001:db8::5', '2001:db8::5'],
  ['::ffff:10.0.0.1', '192.0.2.1, 10.3.3.3', '192.0.2.1'],
  ['10.0.0.1', '203.0.113.66, 192.0.2.1', '192.0.2.1'],
  ['10.0.0.1', '192.0.2.1, <script>', '10.0.0.1'],
  ['10.0.0.1', '', '10.0.0.1'],
])('a peer %s that forwards for %s stands for %s', (peer, forwarded, address) => {
  expect(clientAddress(peer, forwarded, proxies)).toBe(address)
})

test('what only a proxy or Next itself may say is taken from a client', () => {
  const headers: Record<string, string> = {
    host: 'evil.example',
    'x-forwarded-host': 'evil.example',
    'x-forwarded-for': '127.0.0.1',
    forwarded: 'for=127.0.0.1',
    'x-middleware-subrequest': 'middleware',
    'x-nextjs-data': '1',
    'x-matched-path': '/w/secret',
    'x-now-route-matches': '1',
    'x-invoke-path': '/',
    'x-prerender-revalidate': 'x',
    'next-resume': '1',
    'x-request-id': 'mine',
    'content-security-policy': "script-src 'nonce-mine'",
    'content-security-policy-report-only': "script-src 'nonce-mine'",
    rsc: '1',
    'next-router-state-tree': 'x',
    'next-action': 'x',
    'next-url': '/',
    cookie: 'a=b',
  }
  cleanHeaders(headers, '192.0.2.1', new URL('https://scores.example.org'))
  expect(headers).toEqual({
    host: 'scores.example.org',
    'x-forwarded-host': 'scores.example.org',
    'x-forwarded-proto': 'https',
    'x-forwarded-port': '443',
    'x-forwarded-for': '192.0.2.1',
    rsc: '1',
    'next-router-state-tree': 'x',
    'next-action': 'x',
    'next-url': '/',
    cookie: 'a=b',
  })
})
