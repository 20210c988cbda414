import { expect, test, vi } from 'vitest'
import { openFront } from '@/lib/server/front'
import { environment, frontOfEachTest } from '@/lib/server/testing/front'

const { at, begin, current, raw } = frontOfEachTest()

test('a body without a length is cut at the limit, and what was read of it never looks complete', async () => {
  const ends: string[] = []
  begin(async (request, response) => {
    request.once('end', () => ends.push('end'))
    request.once('error', () => ends.push('error'))
    for await (const _ of request) {
      // As a handler that collects it all.
    }
    response.end('stored')
  })
  const chunk = `10000\r\n${'x'.repeat(65_536)}\r\n`
  const head = 'POST /api/v1/score HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n'
  expect(await raw([head, ...Array.from({ length: 20 }, () => chunk), '0\r\n\r\n'])).toMatch(
    /^HTTP\/1\.1 413 /,
  )
  await vi.waitFor(() => expect(ends).toEqual(['error']))
  const fits = [head.replace('\r\n\r\n', '\r\nConnection: close\r\n\r\n'), chunk, '0\r\n\r\n']
  expect(await raw(fits)).toMatch(/^HTTP\/1\.1 200 /)
})

test('a report that is imported may be ten times as large, and is counted too', async () => {
  begin(async (request, response) => {
    let bytes = 0
    for await (const chunk of request) bytes += Buffer.from(chunk).length
    response.end(String(bytes))
  })
  const chunk = `10000\r\n${'x'.repeat(65_536)}\r\n`
  const head = `POST /w/a/agents/new?from=document HTTP/1.1\r\nHost: x\r\nOrigin: http://localhost:${current().port}\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n`
  const send = (chunks: number) => raw([head, ...Array.from({ length: chunks }, () => chunk), '0\r\n\r\n'])
  expect(await send(160)).toMatch(/^HTTP\/1\.1 200 [\s\S]*10485760/)
  expect(await send(163)).toMatch(/^HTTP\/1\.1 413 /)
})

test('a client that asks first is told before it sends', async () => {
  const head = 'POST /api/v1/score HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nConnection: close\r\n'
  begin((request, response) => request.resume().once('end', () => response.end('ok')))
  expect(await raw(`${head}Content-Length: 9999999\r\n\r\n`)).toMatch(/^HTTP\/1\.1 413 /)
  expect(await raw(`${head}Content-Length: 1\r\n\r\nx`)).toMatch(
    /^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 200 /,
  )
})

test('a client that sends its header slowly is cut off, and others are served meanwhile', async () => {
  begin((_, response) => response.end('ok'))
  expect(current().front.server.headersTimeout).toBe(10_000)
  expect(current().front.server.requestTimeout).toBe(60_000)
  current().front.server.headersTimeout = 100
  const slow = Array.from({ length: 50 }, () => raw('GET / HTTP/1.1\r\nHost: x\r\nX-Slow: '))
  expect(await (await fetch(at('/'))).text()).toBe('ok')
  for (const answer of await Promise.all(slow)) expect(answer).toMatch(/^HTTP\/1\.1 408 /)
})

test('an upgrade is a plain request where nobody upgrades', async () => {
  begin((_, response) => response.end('plain'))
  const answer = await raw(
    'GET / HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade, close\r\n\r\n',
  )
  expect(answer).toMatch(/^HTTP\/1\.1 200 [\s\S]*plain$/)
})

test('at a stop what is under way finishes, idle connections close and new ones are refused', async () => {
  let release = () => {}
  const arrived = new Promise<void>((resolve) => {
    begin(async (request, response) => {
      if (request.url !== '/slow') return response.end('quick')
      const released = new Promise<void>((done) => {
        release = done
      })
      resolve()
      await released
      return response.end('finished')
    })
  })
  expect(await (await fetch(at('/'))).text()).toBe('quick')
  const slow = fetch(at('/slow'))
  await arrived
  const closed = current().front.close()
  await expect(raw('GET / HTTP/1.1\r\nHost: x\r\n\r\n')).rejects.toThrow(/ECONNREFUSED/)
  release()
  const response = await slow
  expect(await response.text()).toBe('finished')
  expect(response.headers.get('connection')).toBe('close')
  const begun = performance.now()
  await closed
  expect(performance.now() - begun).toBeLessThan(2_000)
})

test('a taken port is one sentence that says by whom and what to do', async () => {
  begin((_, response) => response.setHeader('content-type', 'application/json').end('{}'))
  const second = await openFront(environment({ PORT: String(current().port) }), false)
  expect(second).toEqual({
    ok: false,
    error: `The port ${current().port} is taken by another Fullscore, which answers there: use that one, stop it, or choose another one, such as PORT=${current().port + 1} npm start.`,
  })
  const nowhere = await openFront(
    environment({ PORT: String(current().port), HOST: '192.0.2.1', PUBLIC_URL: 'http://x' }),
    false,
  )
  expect(nowhere).toMatchObject({ ok: false, error: expect.stringMatching(/^HOST is "192.0.2.1"/) })
})
