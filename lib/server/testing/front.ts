import { connect } from 'node:net'
import { afterEach, beforeEach } from 'vitest'
import { type Env, readEnv } from '@/lib/env'
import { freePort } from '@/lib/postgres/free-port'
import { setRegistry } from '@/lib/registry'
import { type Front, openFront } from '@/lib/server/front'
import type { Handler } from '@/lib/server/handle'

/** A front of its own for each test, behind a proxy on this machine; `at` and the others mean that one. */
export function frontOfEachTest() {
  let front: Front
  let port: number
  beforeEach(async () => {
    port = await freePort()
    front = await open({ TRUSTED_PROXIES: '127.0.0.1' })
  })
  afterEach(() => front.close())

  async function open(source: Record<string, string>, from = port): Promise<Front> {
    const opened = await openFront(environment({ PORT: String(from), ...source }), false)
    if (!opened.ok) throw new Error(opened.error)
    setRegistry({
      databaseUrl: '',
      publicUrl: `http://localhost:${from}`,
      secret: '',
      dataFolder: '',
      requests: opened.value.requests,
      closers: new Set(),
    })
    return opened.value
  }

  return {
    open,
    current: () => ({ front, port }),
    at: (path: string) => `http://127.0.0.1:${port}${path}`,
    begin: (app: (...args: Parameters<Handler>) => unknown) =>
      front.begin(async (request, response) => {
        await app(request, response)
      }),
    raw: (bytes: string | readonly string[]) => send(port, bytes),
  }
}

export function environment(source: Record<string, string>): Env {
  const env = readEnv(source, '/tmp')
  if (!env.ok) throw new Error(env.error.join(' '))
  return env.value
}

/** What comes back for bytes that no HTTP client would send. */
function send(port: number, bytes: string | readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1')
    let answer = ''
    socket.on('data', (chunk) => {
      answer += String(chunk)
    })
    socket.once('close', () => resolve(answer))
    socket.once('error', reject)
    for (const part of [bytes].flat()) socket.write(part)
  })
}
