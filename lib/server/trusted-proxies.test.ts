import { expect, test } from 'vitest'
import { parseTrustedProxies, plainAddress } from './trusted-proxies'

test('addresses and ranges of both families are believed, and nothing beside them', () => {
  const proxies = parseTrustedProxies('10.0.0.0/8, 192.0.2.7,2001:db8::/32 , ::1')
  const believed = ['10.200.3.4', '192.0.2.7', '2001:db8:1::9', '::1', '::ffff:10.1.1.1']
  const others = ['11.0.0.1', '192.0.2.8', '2001:db9::1', '::2', 'unknown', '']
  expect(believed.filter((address) => !proxies?.includes(address))).toEqual([])
  expect(others.filter((address) => proxies?.includes(address))).toEqual([])
})

test('an empty list believes nobody', () => {
  expect(parseTrustedProxies('')?.includes('127.0.0.1')).toBe(false)
})

test.each([
  'proxy.internal',
  '10.0.0.0/33',
  '10.0.0/8',
  '::1/129',
  '10.0.0.1/',
  '10.0.0.1/-1',
  '1.2.3.4 5.6.7.8',
])('%s is refused', (entry) => expect(parseTrustedProxies(entry)).toBeUndefined())

test('an IPv4 peer on an IPv6 socket is named by its IPv4 address', () => {
  expect(plainAddress('::ffff:192.0.2.1')).toBe('192.0.2.1')
  expect(plainAddress('2001:db8::1')).toBe('2001:db8::1')
})
