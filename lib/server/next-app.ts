import { createServer } from 'node:http'
import next from 'next'
import { rootFolder } from '@/lib/paths'
import type { Front } from '@/lib/server/front'
import type { Handler } from '@/lib/server/handle'

export type NextApp = { readonly handle: Handler; close(): Promise<void> }

export type NextAppOptions = Pick<Front, 'server' | 'sockets'> & {
  readonly dev: boolean
  readonly publicUrl: URL
}

export async function createNextApp(options: NextAppOptions): Promise<NextApp> {
  const { dev, publicUrl, server, sockets } = options
  // Next adds an upgrade listener to the server it is given, and in production lets those requests hang: so it gets one
  // that never listens. Without a listener Node treats an upgrade as the plain request it also is.
  const upgrades = createServer()
  const app = next({
    dev,
    dir: rootFolder(),
    hostname: publicUrl.hostname,
    port: Number(publicUrl.port) || (publicUrl.protocol === 'https:' ? 443 : 80),
    httpServer: upgrades,
    quiet: true,
  })
  await app.prepare()
  if (dev) {
    server.on('upgrade', (request, socket, head) => {
      sockets.upgraded.add(socket)
      const isHotReload = request.url?.startsWith('/_next/') === true
      if (!isHotReload || !upgrades.emit('upgrade', request, socket, head)) socket.destroy()
    })
  }
  return { handle: app.getRequestHandler(), close: () => app.close() }
}
