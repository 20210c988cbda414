import { expect, test } from 'vitest'
import { type RequestHead, refuse } from './refuse'

const publicUrl = new URL('https://scores.example.org')

const status = (method: string, url: string, headers: RequestHead['headers'] = {}, base = publicUrl) =>
  refuse({ method, url, headers: { host: 'x', ...headers }, httpVersion: '1.1' }, base)?.status

test.each(['GET', 'HEAD', 'OPTIONS'])('%s passes', (method) =>
  expect(status(method, '/agents/x?q=1')).toBeUndefined(),
)

test.each(['TRACE', 'PROPFIND', 'CONNECT', 'QUERY'])('%s is 405 and says what is allowed', (method) => {
  const answer = refuse({ method, url: '/', headers: { host: 'x' }, httpVersion: '1.1' }, publicUrl)
  expect(answer).toMatchObject({
    status: 405,
    headers: { allow: 'GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS' },
  })
})

test.each([
  ['/%', 400],
  ['/%zz', 400],
  ['/%ff%fe', 400],
  ['/a%5cb', 400],
  ['//evil.example', 400],
  ['http://evil.example/', 400],
  ['*', 400],
  ['', 400],
  [`/${'a'.repeat(2_048)}`, 414],
])('the path %s is %i', (url, expected) => expect(status('GET', url)).toBe(expected))

test('the longest path, any query and letters of every script pass', () => {
  expect(status('GET', `/${'a'.repeat(2_047)}`)).toBeUndefined()
  expect(status('GET', '/?q=%')).toBeUndefined()
  expect(status('GET', '/agents/%C3%A9%E2%82%AC')).toBeUndefined()
})

test('a declared body of one byte too many is 413, and the largest one passes', () => {
  expect(status('POST', '/api/v1/score', { 'content-length': '1048577' })).toBe(413)
  expect(status('POST', '/api/v1/score', { 'content-length': '1048576' })).toBeUndefined()
  const own = { origin: 'https://scores.example.org', 'sec-fetch-site': 'same-origin' }
  for (const path of ['/w/a/agents/new', '/w/a/agents/new?from=document']) {
    expect(status('POST', path, { ...own, 'content-length': '10485760' })).toBeUndefined()
    expect(status('POST', path, { ...own, 'content-length': '10485761' })).toBe(413)
  }
  for (const path of ['/w/a/agents/newer', '/w/a/b/agents/new', '/x?/w/a/agents/new', '/w/a/agents/new/b'])
    expect(status('POST', path, { ...own, 'content-length': '1048577' })).toBe(413)
})

test.each<[string, RequestHead['headers']]>([
  ['says nothing', {}],
  ['comes from another origin', { origin: 'https://evil.example' }],
  ['comes from an opaque origin', { origin: 'null' }],
  ['comes from a frame without an origin', { origin: 'null', 'sec-fetch-site': 'cross-site' }],
  ['comes from the same host by another scheme', { origin: 'http://scores.example.org' }],
  ['comes from a sibling', { 'sec-fetch-site': 'same-site' }],
  ['contradicts itself', { origin: 'https://scores.example.org', 'sec-fetch-site': 'cross-site' }],
])('a write that %s is refused outside of the API', (_, headers) => {
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) expect(status(method, '/w/x', headers)).toBe(403)
  expect(status('POST', '/apiary', headers)).toBe(403)
  expect(status('POST', '/api/v1/score', headers)).toBeUndefined()
})

test.each<[string, RequestHead['headers']]>([
  ['our origin', { origin: 'https://scores.example.org' }],
  ['the same origin', { 'sec-fetch-site': 'same-origin' }],
  [
    'the same origin, from a page that sends no referrer',
    { origin: 'null', 'sec-fetch-site': 'same-origin' },
  ],
  ['both', { origin: 'https://scores.example.org', 'sec-fetch-site': 'same-origin' }],
])('a write that names %s passes', (_, headers) => expect(status('POST', '/w/x', headers)).toBeUndefined())

test('on loopback, localhost and 127.0.0.1 are the same place, on the same port only', () => {
  const local = new URL('http://localhost:3000')
  expect(status('POST', '/', { origin: 'http://127.0.0.1:3000' }, local)).toBeUndefined()
  expect(status('POST', '/', { origin: 'http://127.0.0.1:3001' }, local)).toBe(403)
  expect(status('POST', '/', { origin: 'http://127.0.0.1:3000' })).toBe(403)
})

test('HTTP/1.1 without a Host is 400', () => {
  expect(refuse({ method: 'GET', url: '/', headers: {}, httpVersion: '1.1' }, publicUrl)?.status).toBe(400)
})
