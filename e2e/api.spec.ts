import { readFileSync } from 'node:fs'
import type { APIResponse } from '@playwright/test'
import core05 from '../lib/aivss/golden/aivss-0.5-core-risks.json' with { type: 'json' }
import core08 from '../lib/aivss/golden/aivss-0.8-core-risks.json' with { type: 'json' }
import seeds from '../lib/aivss/golden/seed-reports.json' with { type: 'json' }
import { SCORE_EXAMPLE } from '../lib/http/openapi-examples'
import { expect, test } from './fixtures'
import { malformedLibraryQueries, malformedScoreRequests } from './malformed'

const SCORE = '/api/v1/score'

test('the score endpoint reproduces every golden case', async ({ request }) => {
  const cases = [
    ...core08.cases.map((one) => ({ ...one, formula: 'aivss-0.8', threat: one.threatMultiplier })),
    ...core05.cases.map((one) => ({
      ...one,
      formula: 'aivss-0.5',
      threat: core05.threatMultiplier,
      score: one.scoreFromFactors,
    })),
    ...seeds.cases
      .filter(({ score }) => score !== undefined)
      .map((one) => ({ ...one, formula: 'aivss-0.8', threat: one.threatMultiplier })),
  ]
  expect(cases).toHaveLength(22)
  for (const { name, formula, threat, cvssBase, factors, score, factorSum, ...rest } of cases) {
    const mitigation = 'mitigationFactor' in rest ? { mitigationFactor: rest.mitigationFactor } : {}
    const data = { formula, cvss: { base: cvssBase }, threatMultiplier: threat, ...mitigation, factors }
    const response = await request.post(SCORE, { data })
    expect(response.status(), name).toBe(200)
    expect(await response.json(), name).toMatchObject({ score, factorSum })
  }
})

test('ties round up, the cap holds, and notices say what a reader should know', async ({ request }) => {
  const factors = (value: number) =>
    Object.fromEntries(Object.keys(SCORE_EXAMPLE.factors).map((id) => [id, value]))
  const score = async (base: number, each: number, threatMultiplier: number, mitigationFactor: number) => {
    const data = { cvss: { base }, threatMultiplier, mitigationFactor, factors: factors(each) }
    return (await request.post(SCORE, { data })).json()
  }
  expect(await score(8.5, 0.3, 1, 1)).toMatchObject({ score: 9, severity: 'Critical' })
  const capped = await score(2, 1, 1.1, 1)
  expect(capped).toMatchObject({ score: 10, severity: 'Critical' })
  expect(capped.notices.map(({ code }: { code: string }) => code)).toContain('capped')
})

test('exactly the keys of the contract are answered', async ({ request }) => {
  const answer = await (await request.post(SCORE, { data: SCORE_EXAMPLE })).json()
  expect(Object.keys(answer).sort()).toEqual(
    [
      'aars',
      'cvss',
      'factorSet',
      'factorSum',
      'formula',
      'notices',
      'others',
      'score',
      'severity',
      'steps',
      'vector',
    ].sort(),
  )
  expect(answer).toMatchObject({
    aars: 0.4455,
    factorSum: 4.5,
    score: 9.5,
    cvss: { base: 9.1, asserted: true },
  })
  expect(answer.others).toEqual({
    'aivss-1.0-floor': { score: 9.5, severity: 'Critical' },
    'aivss-0.5': { score: 7.5, severity: 'High' },
  })
})

test('two hundred malformed requests for a score are refused with a useful list', async ({ request }) => {
  const requests = malformedScoreRequests()
  expect(requests.length).toBeGreaterThanOrEqual(200)
  for (const [what, data] of requests) await expectRefusal(await request.post(SCORE, { data }), what)
})

test('two hundred malformed queries of the library are refused with a useful list', async ({ request }) => {
  const queries = malformedLibraryQueries()
  expect(queries.length).toBeGreaterThanOrEqual(200)
  for (const query of queries) await expectRefusal(await request.get(`/api/v1/library?${query}`), query)
})

async function expectRefusal(response: APIResponse, what: string) {
  const problem = await response.json()
  expect(response.status(), `${what}: ${JSON.stringify(problem)}`).toBe(422)
  expect(response.headers()['content-type']).toBe('application/problem+json')
  expect(problem).toMatchObject({ type: 'about:blank', status: 422 })
  expect(problem.errors.length, what).toBeGreaterThan(0)
  for (const { path, message } of problem.errors) {
    expect(typeof path, what).toBe('string')
    expect(message.length, what).toBeGreaterThan(10)
  }
}

test('two hundred malformed names and queries of every other public address are refused in the same form', async ({
  request,
}) => {
  const names = malformedLibraryQueries().map((query) => encodeURIComponent(query).slice(0, 300))
  for (const name of names) await expectProblem(await request.get(`/api/v1/library/${name}`), 404, name)
  for (const path of [
    '/api/v1/openapi.json',
    '/api/health/live',
    '/api/health/ready',
    '/api/v1/library/azure-mcp-server-mcp',
  ])
    for (const query of malformedLibraryQueries())
      await expectProblem(await request.get(`${path}?${query}`), 422, `${path}?${query}`)
})

async function expectProblem(response: APIResponse, status: number, what: string) {
  expect(response.status(), what).toBe(status)
  expect(response.headers()['content-type'], what).toBe('application/problem+json')
  const { errors } = await response.json()
  expect(errors.length, what).toBeGreaterThan(0)
}

test('missing factors are named one by one, and unknown keys too', async ({ request }) => {
  const { autonomy: _a, opacity: _o, ...eight } = SCORE_EXAMPLE.factors
  const data = { ...SCORE_EXAMPLE, factors: eight, score: 9.9, whim: 1 }
  const { errors } = await (await request.post(SCORE, { data })).json()
  const paths = errors.map(({ path }: { path: string }) => path)
  expect(paths.sort()).toEqual(['factors.autonomy', 'factors.opacity', 'score', 'whim'])
})

test('bodies that are no JSON object are refused with their status', async ({ request }) => {
  const send = (data: string | Buffer, type = 'application/json') =>
    request.post(SCORE, { data: Buffer.from(data), headers: { 'content-type': type } })
  expect((await send('{"cvss":')).status()).toBe(400)
  expect((await send('')).status()).toBe(400)
  expect((await send(Buffer.from([0x7b, 0xff, 0xfe, 0x7d]))).status()).toBe(400)
  for (const text of ['[]', 'null', '1', '"x"', '{}']) expect((await send(text)).status(), text).toBe(422)
  expect((await send(`${'['.repeat(50_000)}${']'.repeat(50_000)}`)).status()).toBe(422)
  expect((await send(`{"a":${JSON.stringify(Array(5_001).fill(0))}}`)).status()).toBe(422)
  for (const type of [
    'text/plain',
    'application/xml',
    'multipart/form-data',
    'application/json; charset=latin1',
  ])
    expect((await send('{}', type)).status(), type).toBe(415)
  expect((await send(`{"a":"${'x'.repeat(1_048_577)}"}`)).status()).toBe(413)
  expect((await send(`{"a":"${'x'.repeat(1_048_500)}"}`)).status()).toBe(422)
})

test('an unserved method is 405 with the ones that are, an unknown address 404, both as problems', async ({
  request,
}) => {
  for (const [method, path] of [
    ['GET', SCORE],
    ['DELETE', SCORE],
    ['POST', '/api/v1/library'],
    ['PUT', '/api/v1/library/azure-mcp-server-mcp'],
    ['PATCH', '/api/v1/openapi.json'],
    ['POST', '/api/health/live'],
  ] as const) {
    const response = await request.fetch(path, { method })
    expect(response.status(), `${method} ${path}`).toBe(405)
    expect(response.headers()['allow'], `${method} ${path}`).toMatch(/GET|POST/)
    expect(await response.json()).toMatchObject({ status: 405 })
  }
  for (const path of [
    '/api',
    '/api/v1',
    '/api/v1/nowhere',
    '/api/v2/score',
    '/api/v1/library/nobody',
    '/api/v1/library/a%00b',
  ])
    expect(await (await request.get(path)).json(), path).toMatchObject({ status: 404 })
})

test('a long, strange or hostile address is never a 5xx', async ({ request }) => {
  const names = [
    '%00',
    '%zz',
    '..%2f..%2fetc%2fpasswd',
    'a'.repeat(3_000),
    '%F0%9F%92%A9',
    "'--",
    '[slug]',
    ':slug',
    '%E2%80%AE',
  ]
  for (const name of names)
    for (const path of ['/agents/', '/api/v1/library/', '/agents/azure-mcp-server-mcp/threat-model/', '/'])
      for (const ending of ['', '/threat-model', '/threat-model/badge.svg', '/threat-model.json']) {
        const { pathname } = { pathname: `${path}${name}${ending}` }
        const status = (await request.get(pathname, { maxRedirects: 0 })).status()
        expect(status, pathname).toBeGreaterThanOrEqual(300)
        expect(status, pathname).toBeLessThan(500)
      }
})

test('the library answers in pages whose cursors lead through all of it', async ({ request }) => {
  const slugs: string[] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    const page = await (await request.get(`/api/v1/library?limit=2&sort=name&cursor=${cursor}`)).json()
    slugs.push(...page.items.map(({ slug }: { slug: string }) => slug))
    cursor = page.nextCursor
  }
  expect(slugs).toHaveLength(5)
  expect(new Set(slugs).size).toBe(5)
  const { items } = await (
    await request.get('/api/v1/library?q=azure&kind=&severity=&tag=&sort=&cursor=&limit=')
  ).json()
  expect(Object.keys(items[0]).sort()).toEqual(
    [
      'slug',
      'name',
      'kind',
      'vendor',
      'tags',
      'formula',
      'score',
      'severity',
      'revision',
      'publishedAt',
    ].sort(),
  )
})

test('the description that is served is the one that is kept, but for the address of the server', async ({
  request,
  baseURL,
}) => {
  const { servers, ...served } = await (await request.get('/api/v1/openapi.json')).json()
  const { servers: _, ...kept } = JSON.parse(readFileSync('docs/openapi-1.json', 'utf8'))
  expect(served).toEqual(kept)
  expect(servers).toEqual([{ url: baseURL }])
})

test('security headers stand on every kind of answer', async ({ request }) => {
  for (const path of [
    '/',
    '/nowhere',
    '/agents/azure-mcp-server-mcp/threat-model',
    '/agents/azure-mcp-server-mcp/threat-model.json',
    '/api/v1/library',
    '/api/v1/nowhere',
    '/api/health/live',
    '/schema/assessment-1.json',
    '/icon.svg',
  ]) {
    const headers = (await request.get(path)).headers()
    expect(headers['content-security-policy'], path).toMatch(/default-src/)
    expect(headers['content-security-policy'], path).not.toMatch(/unsafe-(inline|eval)/)
    expect(headers['x-content-type-options'], path).toBe('nosniff')
    expect(headers['referrer-policy'], path).toBeTruthy()
    expect(headers['permissions-policy'], path).toBeTruthy()
    expect(headers['cross-origin-opener-policy'], path).toBe('same-origin')
    expect(headers['x-request-id'], path).toMatch(/^[\w-]{20,}$/)
    expect(headers['x-powered-by'], path).toBeUndefined()
  }
})
