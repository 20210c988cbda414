import { expect, test } from 'vitest'
import { freePort } from '@/lib/postgres/free-port'
import { requestContext } from '@/lib/registry'
import { frontOfEachTest } from '@/lib/server/testing/front'

const { at, begin, current, open, raw } = frontOfEachTest()

const always = [
  'content-security-policy',
  'x-content-type-options',
  'referrer-policy',
  'permissions-policy',
  'cross-origin-opener-policy',
  'cross-origin-resource-policy',
  'x-frame-options',
  'x-request-id',
  'cache-control',
]

test('until the app is there it answers 503 and when to come back', async () => {
  const response = await fetch(at('/'))
  expect(response.status).toBe(503)
  expect(response.headers.get('retry-after')).toBe('2')
  for (const name of always) expect(response.headers.has(name), name).toBe(true)
})

test('every kind of answer carries the security headers and a request id', async () => {
  begin((request, response) => {
    if (request.url === '/throws') throw new Error('planted')
    response.writeHead(request.url === '/found' ? 302 : 200, { location: '/', 'x-powered-by': 'Next.js' })
    response.end('x')
  })
  const answers = await Promise.all([
    fetch(at('/')),
    fetch(at('/'), { method: 'HEAD' }),
    fetch(at('/found'), { redirect: 'manual' }),
    fetch(at('/throws')),
    fetch(at('/%zz')),
    fetch(at('/'), { method: 'PROPFIND' }),
    fetch(at('/'), { method: 'POST', body: 'x' }),
    fetch(at('/api/v1/score'), { method: 'POST', body: 'x'.repeat(1_048_577) }),
  ])
  expect(answers.map((answer) => answer.status)).toEqual([200, 200, 302, 500, 400, 405, 403, 413])
  for (const answer of answers) {
    for (const name of always) expect(answer.headers.has(name), `${answer.status} ${name}`).toBe(true)
    expect(answer.headers.has('x-powered-by')).toBe(false)
    expect(answer.headers.has('strict-transport-security')).toBe(false)
  }
  expect(new Set(answers.map((answer) => answer.headers.get('x-request-id'))).size).toBe(answers.length)
})

test.each([
  ['no HTTP at all', 'hello\r\n\r\n', 400],
  ['a method nobody knows', 'FROB / HTTP/1.1\r\nHost: x\r\n\r\n', 405],
  ['CONNECT', 'CONNECT x:443 HTTP/1.1\r\nHost: x\r\n\r\n', 405],
  ['a header of 20 kB', `GET / HTTP/1.1\r\nHost: x\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`, 431],
  ['two lengths', 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nx', 400],
  [
    'a length and chunks',
    'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    400,
  ],
])('%s is answered as a problem with all headers', async (_, bytes, status) => {
  const answer = await raw(bytes)
  expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `))
  expect(answer).toContain('application/problem+json')
  for (const name of always) expect(answer.toLowerCase(), name).toContain(`\r\n${name}: `)
})

test('a missing Host and an absolute target are 400', async () => {
  expect(await raw('GET / HTTP/1.1\r\nConnection: close\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /)
  expect(await raw('GET http://evil.example/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n')).toMatch(
    / 400 /,
  )
})

test('what the app says is left to the sender leaves with the answer, whatever writes it', async () => {
  begin((_, response) => {
    const context = requestContext()
    if (context)
      context.rateLimit = { name: 'writes', max: 300, windowSeconds: 60, left: 299, moreInSeconds: 60 }
    response.writeHead(201, { 'content-type': 'text/plain' }).end('x')
  })
  const { headers } = await fetch(at('/'))
  expect(headers.get('ratelimit-policy')).toBe('"writes";q=300;w=60')
  expect(headers.get('ratelimit')).toBe('"writes";r=299;t=60')
  begin((_, response) => response.end('x'))
  const plain = await fetch(at('/'))
  expect([plain.headers.has('ratelimit'), plain.headers.has('ratelimit-policy')]).toEqual([false, false])
})

test('a route may bring its own policy, and gets no second one', async () => {
  begin((_, response) => {
    response.setHeader('Content-Security-Policy', "default-src 'none'")
    response.setHeader('Referrer-Policy', 'no-referrer')
    response.end('x')
  })
  const { headers } = await fetch(at('/'))
  expect(headers.get('content-security-policy')).toBe("default-src 'none'")
  expect(headers.get('referrer-policy')).toBe('no-referrer')
})

test('only an answer whose own policy names hosts leaves without the header that forbids every frame', async () => {
  begin((request, response) => {
    const ancestors = request.url === '/card' ? 'https://docs.example.org' : "'none'"
    response.setHeader('Content-Security-Policy', `default-src 'none'; frame-ancestors ${ancestors}`)
    response.end('x')
  })
  const options = async (path: string) => (await fetch(at(path))).headers.get('x-frame-options')
  expect(await options('/card')).toBeNull()
  expect(await options('/report')).toBe('DENY')
})

test('the page sees the nonce that its policy names, and a status it sets is the one that leaves', async () => {
  begin((request, response) => {
    const context = requestContext()
    if (context) context.status = 503
    response.end(
      JSON.stringify({ nonce: context?.nonce, policy: request.headers['content-security-policy'] }),
    )
  })
  const response = await fetch(at('/'))
  const { nonce, policy }: { nonce: string; policy: string } = JSON.parse(await response.text())
  expect(response.status).toBe(503)
  expect(policy).toContain(`'nonce-${nonce}' 'strict-dynamic'`)
  expect(response.headers.get('content-security-policy')).toBe(policy)
  expect(policy).not.toMatch(/unsafe/)
})

test('what a page says of when to come back leaves with its status', async () => {
  begin((_, response) => {
    const context = requestContext()
    if (context) Object.assign(context, { status: 429, retryAfterSeconds: 17 })
    response.end('slowly')
  })
  const response = await fetch(at('/'))
  expect([response.status, response.headers.get('retry-after')]).toEqual([429, '17'])
})

test('a page that leads elsewhere after a form was sent is looked at, and not sent the form again', async () => {
  begin((_, response) => {
    response.writeHead(307, { location: '/elsewhere' })
    response.end()
  })
  const status = async (method: string) =>
    (await fetch(at('/'), { method, redirect: 'manual', headers: { origin: at('') } })).status
  expect([await status('GET'), await status('POST')]).toEqual([307, 303])
})

test('the app sees the public host and the client of a trusted proxy, whatever the request says', async () => {
  begin((request, response) =>
    response.end(JSON.stringify({ headers: request.headers, ...requestContext() })),
  )
  const headers = {
    'x-forwarded-for': '203.0.113.9',
    'x-forwarded-host': 'evil.example',
    'x-middleware-subrequest': 'x',
  }
  const seen = JSON.parse(await (await fetch(at('/'), { headers })).text())
  expect(seen.headers.host).toBe(`localhost:${current().port}`)
  expect(seen.headers['x-forwarded-host']).toBe(`localhost:${current().port}`)
  expect(seen.headers['x-forwarded-for']).toBe('203.0.113.9')
  expect(seen.clientAddress).toBe('203.0.113.9')
  expect(seen.headers).not.toHaveProperty('x-middleware-subrequest')
})

test('an untrusted peer cannot choose its address', async () => {
  const other = await freePort()
  const second = await open({}, other)
  second.begin(async (_, response) => void response.end(requestContext()?.clientAddress))
  const response = await fetch(`http://127.0.0.1:${other}/`, {
    headers: { 'x-forwarded-for': '203.0.113.9' },
  })
  expect(await response.text()).toBe('127.0.0.1')
  await second.close()
})

test('on https every answer asks for https from now on', async () => {
  const other = await freePort()
  const second = await open({ PUBLIC_URL: 'https://scores.example.org' }, other)
  const { headers } = await fetch(`http://127.0.0.1:${other}/`)
  expect(headers.get('strict-transport-security')).toMatch(/max-age=\d{8}/)
  await second.close()
})
