import type { Server } from 'node:http'
import { err, ok, type Result } from '@/lib/base/result'
import { errorCode } from '@/lib/postgres/error-code'

/** Takes the port, or says in one sentence who has it or why it cannot be had. */
export async function listen(server: Server, host: string, port: number): Promise<Result<undefined, string>> {
  const failure = await new Promise<Error | undefined>((resolve) => {
    server.once('error', resolve)
    server.listen({ host, port }, () => {
      server.off('error', resolve)
      resolve(undefined)
    })
  })
  if (!failure) return ok(undefined)
  const other = `choose another one, such as PORT=${port === 65_535 ? 3000 : port + 1} npm start.`
  switch (errorCode(failure)) {
    case 'EADDRINUSE':
      return err(
        (await isFullscore(host, port))
          ? `The port ${port} is taken by another Fullscore, which answers there: use that one, stop it, or ${other}`
          : `The port ${port} is taken by another program: stop that, or ${other}`,
      )
    case 'EACCES':
      return err(`The port ${port} may not be used by this user: ${other}`)
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return err(
        `HOST is "${host}", which is no address of this machine: write 127.0.0.1, or 0.0.0.0 for all.`,
      )
    default:
      return err(`The port ${port} of ${host} could not be opened: ${failure.message}.`)
  }
}

/** Told by what it says of its health, or while it starts. */
async function isFullscore(host: string, port: number): Promise<boolean> {
  const at = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host
  try {
    const response = await fetch(`http://${at}:${port}/api/health/live`, {
      signal: AbortSignal.timeout(1_000),
    })
    const type = response.headers.get('content-type') ?? ''
    return (
      response.headers.has('x-request-id') && response.headers.has('permissions-policy') && /json/.test(type)
    )
  } catch {
    return false
  }
}
