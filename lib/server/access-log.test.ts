import { once } from 'node:events'
import { createServer } from 'node:http'
import { expect, test } from 'vitest'
import { createLogger } from '@/lib/logger'
import type { RequestContext } from '@/lib/registry'
import { logAccess } from '@/lib/server/access-log'

/** The line of one request that the app answers as told. */
async function lineOf(answer: (context: RequestContext) => void): Promise<Record<string, unknown>> {
  const context: RequestContext = { requestId: 'one', clientAddress: '192.0.2.1', nonce: '' }
  const server = createServer()
  const written = new Promise<string>((write) => {
    server.on('request', (request, response) => {
      logAccess(request, response, context, createLogger({ write }, false))
      answer(context)
      response.end()
    })
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const address = server.address()
  try {
    await fetch(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/agents`)
    return JSON.parse(await written)
  } finally {
    server.close()
  }
}

test('the line of a request says what it cost in the database', async () => {
  const line = await lineOf((context) => Object.assign(context, { queries: 3, databaseMs: 12.345 }))
  expect(line).toMatchObject({ requestId: 'one', path: '/agents', status: 200, queries: 3, dbMs: 12.3 })
})

test('a request that asks no database says so', async () => {
  expect(await lineOf(() => undefined)).toMatchObject({ queries: 0, dbMs: 0 })
})
