import type { Server } from 'node:http'
import type { Sockets } from '@/lib/server/http-server'

/** What has to be undone when the process ends, in the reverse order of its making. */
export type Cleanups = {
  readonly add: (cleanup: () => Promise<void>) => void
  readonly run: () => Promise<void>
}

export function createCleanups(onFault: (error: unknown) => void): Cleanups {
  const cleanups: (() => Promise<void>)[] = []
  return {
    add: (cleanup) => {
      cleanups.push(cleanup)
    },
    run: async () => {
      for (let next = cleanups.pop(); next; next = cleanups.pop()) await next().catch(onFault)
    },
  }
}

/** Takes no new request, lets those that are under way finish, and cuts what is left after the limit. */
export async function closeServer(server: Server, sockets: Sockets, limitMs = 10_000): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  for (const socket of sockets.upgraded) socket.destroy()
  // Also those which are idle only since the last look: their response had left before we began to stop.
  const sweep = setInterval(() => server.closeIdleConnections(), 50)
  const cut = setTimeout(() => {
    for (const socket of sockets.all) socket.destroy()
  }, limitMs)
  await closed
  clearInterval(sweep)
  clearTimeout(cut)
}

/**
 * Calls `stop` at the first signal and `exit` at a second one. Ctrl-C reaches the whole group and npm passes it on, so
 * one press arrives twice: what comes within a second is the same press.
 */
export function onSignals(stop: (signal: NodeJS.Signals) => void, exit: () => void): void {
  let first: number | undefined
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (first === undefined) {
        first = performance.now()
        stop(signal)
      } else if (performance.now() - first > 1_000) exit()
    })
  }
}

/**
 * npm hands a signal to the shell between us, and some shells end without passing it on. Under npm, a parent that is
 * gone means the same as the signal.
 */
export function onParentGone(stop: () => void): void {
  if (process.env['npm_lifecycle_event'] === undefined) return
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    stop()
  }, 200)
  timer.unref()
}
