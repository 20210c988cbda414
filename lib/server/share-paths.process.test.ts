import { expect, test } from 'vitest'
import { frontOfEachTest } from '@/lib/server/testing/front'

const { begin, raw } = frontOfEachTest()

const token = 'Zk3v9QpL2m_Zk3v9QpL2m-Zk3v9QpL2m'
const get = (target: string, headers = '') =>
  raw(`GET ${target} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n${headers}\r\n`)

/** Without what no two answers share: when, which, and whether the connection goes on. */
const plain = (answer: string): string =>
  answer.replace(/^(date|x-request-id|connection|keep-alive): .*\r\n/gim, '')

const app = () =>
  begin((request, response) => {
    response.statusCode = request.url === '/r' ? 404 : 200
    response.setHeader('content-security-policy', "default-src 'none'")
    response.end(request.url)
  })

test('whatever below /r cannot be a link is asked for under one address, and nothing of it is seen further on', async () => {
  app()
  const wanted = plain(await get('/r'))
  expect(wanted).toMatch(/^HTTP\/1\.1 404 [\s\S]*\r\n\r\n2\r\n\/r\r\n|\/r$/)
  const odd = ['/r/', '/r/%00', '/r/%', '/r/[token]', '/r/:token', '/r/a/b/c', '/r?x=1', '/r/..%5c', '/r/é']
  for (const target of [...odd, `/r/${'x'.repeat(3_000)}`, `/r/${token}/`, `/%72/${token}`])
    expect(plain(await get(target)), target).toBe(wanted)
  expect(await get(`/r/${token}.json?utm=1`)).toMatch(
    /^HTTP\/1\.1 200 [\s\S]*\/r\/Zk3v9QpL2m_Zk3v9QpL2m-Zk3v9QpL2m\.json/,
  )
})

test('an address below /r that is too long for a head is answered as every other that is no link', async () => {
  app()
  const wanted = plain(await get('/r'))
  for (const length of [16_384, 70_000, 1_048_576])
    expect(plain(await get(`/r/${'x'.repeat(length)}`)), String(length)).toBe(wanted)
  expect(await get(`/elsewhere/${'x'.repeat(70_000)}`)).toMatch(/^HTTP\/1\.1 431 /)
})

test('a head that something else makes too large is told so, whether or not the link is known', async () => {
  app()
  expect(await get(`/r/${token}`, `Cookie: ${'x'.repeat(30_000)}\r\n`)).toMatch(/^HTTP\/1\.1 431 /)
})

test('whatever is said below /r is kept by nobody, found by nobody and told to nobody', async () => {
  app()
  const answers = [
    await get(`/r/${token}`),
    await get('/r/%'),
    await get(`/r/${'x'.repeat(70_000)}`),
    await raw(`TRACE /r/${token} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`),
    await raw(
      `POST /r/${token} HTTP/1.1\r\nHost: x\r\nOrigin: https://evil.example\r\nConnection: close\r\n\r\n`,
    ),
    await raw(`POST /r/${token} HTTP/1.1\r\nHost: x\r\nContent-Length: 9999999\r\nConnection: close\r\n\r\n`),
  ]
  expect(answers.map((answer) => answer.slice(9, 12))).toEqual(['200', '404', '404', '405', '403', '413'])
  for (const answer of answers)
    for (const line of ['cache-control: no-store', 'x-robots-tag: noindex', 'referrer-policy: no-referrer'])
      expect(answer.toLowerCase(), answer.slice(0, 12)).toContain(`\r\n${line}\r\n`)
})
