import { AsyncLocalStorage } from 'node:async_hooks'
import type { Server } from 'node:http'
import { ok, type Result } from '@/lib/base/result'
import type { Env } from '@/lib/env'
import { logger } from '@/lib/logger'
import type { RequestContext } from '@/lib/registry'
import { createHandler, type Handler, type ServerState } from '@/lib/server/handle'
import { createHttpServer, type Sockets, trackSockets } from '@/lib/server/http-server'
import { listen } from '@/lib/server/listen'
import { closeServer } from '@/lib/server/stop'

/** The open port: it answers 503 from the first moment, and what the app answers from `begin` on. */
export type Front = {
  readonly server: Server
  readonly sockets: Sockets
  readonly requests: AsyncLocalStorage<RequestContext>
  begin(app: Handler): void
  close(): Promise<void>
}

export async function openFront(env: Env, dev: boolean): Promise<Result<Front, string>> {
  const publicUrl = new URL(env.publicUrl)
  const requests = new AsyncLocalStorage<RequestContext>()
  const state: ServerState = { app: undefined, stopping: false }
  const { trustedProxies } = env
  const identityOrigin = env.oidc && new URL(env.oidc.issuer).origin
  const handler = createHandler({
    publicUrl,
    trustedProxies,
    dev,
    identityOrigin,
    log: logger(),
    requests,
    state,
  })
  const server = createHttpServer(handler, publicUrl)
  const sockets = trackSockets(server)
  const listening = await listen(server, env.host, env.port)
  if (!listening.ok) return listening
  return ok({
    server,
    sockets,
    requests,
    begin: (app) => {
      state.app = app
    },
    close: () => {
      state.stopping = true
      return closeServer(server, sockets)
    },
  })
}
