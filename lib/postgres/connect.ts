import pg from 'pg'
import { err, ok, type Result } from '@/lib/base/result'
import { errorCode } from '@/lib/postgres/error-code'

/** Opens one connection, or says in one sentence why not: with host and port, never with the password. */
export async function connect(url: string, variable: string): Promise<Result<pg.Client, string>> {
  try {
    const client = new pg.Client({
      connectionString: url,
      application_name: 'fullscore start',
      connectionTimeoutMillis: limitMs,
    })
    client.on('error', () => {
      // The call that is pending, or the next one, fails with the reason.
    })
    await client.connect()
    return ok(client)
  } catch (error) {
    return err(`${variable} does not work: ${connectFault(error, new URL(url))}`)
  }
}

const limitMs = 8_000

function connectFault(error: unknown, url: URL): string {
  const host = url.searchParams.get('host') ?? (url.hostname || 'localhost')
  const place = `${host}:${url.port || '5432'}`
  const role = decodeURIComponent(url.username)
  const database = decodeURIComponent(url.pathname.slice(1))
  const code = errorCode(error)
  const message = error instanceof Error ? error.message : String(error)
  if (code === 'ECONNREFUSED' || code === 'ENOENT') {
    return `no Postgres listens at ${place}. Start it there, or correct the address.`
  }
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return `the host ${host} is not known. Correct the address.`
  if (code === 'ETIMEDOUT' || code === 'EHOSTUNREACH' || code === 'ENETUNREACH' || /timeout/.test(message)) {
    return `${place} did not answer within ${limitMs / 1000} seconds. Correct the address, or let this machine through.`
  }
  if (code === '28P01' || /password must be/.test(message)) {
    return `${place} refused the password of the role "${role}". Correct the password.`
  }
  if (code === '28000' || code === '42501') return `${place} refused the role "${role}" (${message}).`
  if (code === '3D000') return `${place} has no database "${database}". Create it, or correct the name.`
  if (code === '53300') return `${place} has no connection left. Raise its max_connections.`
  if (code === '57P03') return `${place} is starting up or shutting down. Try again in a moment.`
  return `${place} answered: ${message}.`
}
