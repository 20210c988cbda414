import { randomUUID } from 'node:crypto'
import { DOCUMENT_EXAMPLE } from '../lib/http/openapi-examples'
import { OpenapiClient } from './openapi-client'
import { test as base, expect, type Member, openApi } from './people'
import { createToken } from './tokens'

type Api = { readonly client: OpenapiClient; readonly token: string; readonly owner: Member }

const test = base.extend<{ api: Api }>({
  api: async ({ owner, act, baseURL }, use) => {
    const { token } = await createToken(await act(owner), owner.workspace, ['read', 'write', 'audit'])
    const stranger = await openApi(baseURL, [])
    await use({ owner, token, client: await OpenapiClient.read(stranger, '/api/v1/openapi.json', token) })
    await stranger.dispose()
  },
})

test('a client written from the description alone creates, edits, publishes, shares and reads', async ({
  api: { client },
  request,
}) => {
  const created = await client.call('createAgent')
  expect(created.status()).toBe(201)
  const { id } = await created.json()
  expect(await (await client.follow(created)).json()).toMatchObject({ id, version: 1 })

  const early = await client.call('publishAgent', { parameters: { id }, body: {} })
  expect(early.status()).toBe(422)
  const named = (await early.json()).errors.map(({ path }: { path: string }) => path)
  expect(named).toEqual(expect.arrayContaining(['factors.toolUse', 'layers.L1']))

  const read = await client.call('getAgent', { parameters: { id } })
  const seen = read.headers()['etag'] ?? ''
  expect((await client.call('saveAgent', { parameters: { id } })).status()).toBe(428)
  const saved = await client.call('saveAgent', { parameters: { id, 'If-Match': seen } })
  expect(saved.status()).toBe(200)
  const stale = await client.call('saveAgent', { parameters: { id, 'If-Match': seen } })
  expect(stale.status()).toBe(412)
  expect(stale.headers()['etag']).toBe(saved.headers()['etag'])

  const published = await client.call('publishAgent', {
    parameters: { id, 'If-Match': saved.headers()['etag'] ?? '' },
  })
  expect(published.status()).toBe(201)
  const report = await (await client.follow(published)).json()
  expect(report).toMatchObject({ revision: 1, byline: 'The security team' })
  expect((await client.call('publishAgent', { parameters: { id } })).status()).toBe(409)
  const { items } = await (await client.call('listRevisions', { parameters: { id } })).json()
  expect(items).toHaveLength(1)
  const revision = await client.call('getRevision', { parameters: { id, n: items[0].revision } })
  expect(await revision.json()).toEqual(report)

  const { id: share, url } = await (await client.call('createShare', { parameters: { id } })).json()
  const shared = await request.get(url)
  expect(shared.status()).toBe(200)
  expect(await shared.text()).toContain(report.document.summary)
  expect((await client.call('revokeShare', { parameters: { id: share } })).status()).toBe(204)
  expect((await request.get(url)).status()).toBe(404)
  expect((await client.call('revokeShare', { parameters: { id: share } })).status()).toBe(404)

  expect((await client.call('deleteAgent', { parameters: { id } })).status()).toBe(204)
  expect((await client.call('getAgent', { parameters: { id } })).status()).toBe(404)
  const log = await (await client.call('listAudit', { parameters: { limit: 3 } })).json()
  expect(log.items.map(({ action }: { action: string }) => action)).toEqual([
    'agent.delete',
    'share.revoke',
    'share.create',
  ])
  const next = await client.call('listAudit', { parameters: { limit: 1, cursor: log.nextCursor } })
  expect((await next.json()).items[0].action).toBe('agent.change-visibility')
})

test('what is not there is 404 before anything is said of its version, and a body that may hold nothing may be missing', async ({
  api: { client, token },
  request,
}) => {
  const headers = { authorization: `Bearer ${token}` }
  const { id } = await (await client.call('createAgent')).json()
  const nowhere = randomUUID()
  for (const method of ['PUT', 'DELETE'])
    for (const more of [{}, { 'if-match': '"7"' }]) {
      const given = {
        method,
        headers: { ...headers, ...more },
        ...(method === 'PUT' && { data: DOCUMENT_EXAMPLE }),
      }
      expect((await request.fetch(`/api/v1/agents/${nowhere}`, given)).status(), method).toBe(404)
    }
  await client.call('saveAgent', { parameters: { id, 'If-Match': '*' } })
  const published = await request.post(`/api/v1/agents/${id}/publish`, { headers })
  expect(published.status()).toBe(201)
  expect(await published.json()).toMatchObject({ revision: 1, note: '' })
  const shared = await request.post(`/api/v1/agents/${id}/shares`, {
    headers: { ...headers, 'content-type': 'application/json' },
  })
  expect(shared.status()).toBe(201)
  expect(await shared.json()).toMatchObject({ sections: 'whole', hasPassword: false, expiresAt: null })
  expect((await request.post('/api/v1/agents', { headers })).status()).toBe(415)
})

test('cursors lead through all agents in every order', async ({ api: { client } }) => {
  const made: string[] = []
  for (let count = 0; count < 5; count += 1) made.push((await (await client.call('createAgent')).json()).id)
  for (const sort of ['name', '-name', 'updated', '-updated', 'score', '-score']) {
    const ids: string[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const page = await client.call('listAgents', { parameters: { sort, limit: 2, cursor } })
      const { items, nextCursor } = await page.json()
      ids.push(...items.map(({ id }: { id: string }) => id))
      cursor = nextCursor
    }
    expect(ids.toSorted(), sort).toEqual(made.toSorted())
  }
})

test('a request that is repeated with its key is done once, and is told so', async ({ api: { client } }) => {
  const key = { 'Idempotency-Key': randomUUID() }
  const together = await Promise.all(
    Array.from({ length: 10 }, () => client.call('createAgent', { parameters: key })),
  )
  const texts = await Promise.all(together.map((answer) => answer.text()))
  expect(together.map((answer) => answer.status())).toEqual(Array(10).fill(201))
  expect(new Set(texts).size).toBe(1)
  const replayed = together.filter((answer) => answer.headers()['idempotency-replayed'] === 'true')
  expect(replayed).toHaveLength(9)
  for (const answer of together) expect(answer.headers()['location']).toMatch(/^\/api\/v1\/agents\//)
  expect((await (await client.call('listAgents')).json()).items).toHaveLength(1)
  const other = await client.call('createAgent', {
    parameters: key,
    body: { formula: 'aivss-0.8', factorSet: 'goal-planning' },
  })
  expect(other.status()).toBe(422)
  expect((await other.json()).errors[0].path).toBe('Idempotency-Key')
})

test('an agent that has not changed is answered with 304, to GET and to HEAD', async ({
  api: { client, token },
  request,
}) => {
  const created = await client.call('createAgent')
  const path = created.headers()['location'] ?? ''
  const etag = created.headers()['etag'] ?? ''
  const authorization = `Bearer ${token}`
  for (const method of ['GET', 'HEAD'])
    for (const [known, status] of [
      [etag, 304],
      [`W/${etag}`, 304],
      ['"7"', 200],
    ] as const) {
      const headers = { authorization, 'if-none-match': known }
      const answer = await request.fetch(path, { method, headers })
      expect(answer.status(), `${method} ${known}`).toBe(status)
      expect(answer.headers()['etag']).toBe(etag)
      expect((await answer.body()).length > 0, `${method} ${known}`).toBe(method === 'GET' && status === 200)
    }
})

test('what these addresses do not serve is refused in their form, and cookies open nothing', async ({
  api: { client, token, owner },
  request,
  baseURL,
}) => {
  const { id } = await (await client.call('createAgent')).json()
  const headers = { authorization: `Bearer ${token}` }
  for (const [path, allow] of [
    ['/api/v1/agents', 'GET, HEAD, POST, OPTIONS'],
    [`/api/v1/agents/${id}`, 'GET, HEAD, PUT, DELETE, OPTIONS'],
    [`/api/v1/agents/${id}/publish`, 'POST, OPTIONS'],
    [`/api/v1/agents/${id}/revisions`, 'GET, HEAD, OPTIONS'],
    [`/api/v1/agents/${id}/shares`, 'GET, HEAD, POST, OPTIONS'],
    [`/api/v1/shares/${id}`, 'DELETE, OPTIONS'],
    ['/api/v1/audit', 'GET, HEAD, OPTIONS'],
  ] as const) {
    const refused = await request.fetch(path, { method: 'PATCH', headers })
    expect(refused.status(), path).toBe(405)
    expect(refused.headers()['allow'], path).toBe(allow)
  }
  const send = (data: string, type: string) =>
    request.post('/api/v1/agents', { headers: { ...headers, 'content-type': type }, data: Buffer.from(data) })
  expect((await send('{}', 'text/plain')).status()).toBe(415)
  expect((await send('{"name":', 'application/json')).status()).toBe(400)
  expect((await send(`{"name":"${'x'.repeat(1_048_577)}"}`, 'application/json')).status()).toBe(413)
  const signedIn = await openApi(baseURL, owner.cookies)
  for (const path of ['/api/v1/agents', `/api/v1/agents/${id}`, '/api/v1/audit']) {
    const answer = await signedIn.get(path)
    expect(answer.status(), path).toBe(401)
    expect(answer.headers()['www-authenticate'], path).toMatch(/^Bearer realm/)
  }
  await signedIn.dispose()
})
