import { createServer } from 'node:net'

/** A loopback port that was free a moment ago; whoever takes it has to be ready to lose it. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        address && typeof address === 'object'
          ? resolve(address.port)
          : reject(new Error('A listening server has a port')),
      )
    })
  })
}
