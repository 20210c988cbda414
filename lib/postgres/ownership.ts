import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { err, ok, type Result } from '@/lib/base/result'
import { isRunning } from '@/lib/postgres/process-state'

/** The one connection that holds a data folder: as long as it lives, no other start may use the database. */
export type Ownership = {
  /** Resolves when the connection is gone, by `release` or because the database is. */
  readonly lost: Promise<void>
  release(): Promise<void>
}

/** Who holds it, for the sentence that another start prints. */
export type Holder = { readonly pid: number; readonly url: string; readonly since: string }

/** Takes the lock, or says who has it. A holder that was just killed is waited for: its connection ends in a moment. */
export async function takeOwnership(
  ownerUrl: string,
  port: number,
): Promise<Result<Ownership, Holder | undefined>> {
  const since = new Date().toISOString().replace(/\.\d+/, '')
  const client = new pg.Client({
    connectionString: ownerUrl,
    // Postgres keeps 63 characters of it.
    application_name: `fullscore pid=${process.pid} port=${port} since=${since}`,
    connectionTimeoutMillis: 5_000,
  })
  const lost = new Promise<void>((resolve) => client.once('end', resolve))
  client.on('error', () => {
    // The end that follows is what `lost` reports.
  })
  await client.connect()
  const deadline = Date.now() + 5_000
  for (;;) {
    const { rows } = await client.query<{ taken: boolean }>(
      'select pg_try_advisory_lock($1, $2) as taken',
      lockId,
    )
    if (rows[0]?.taken) return ok({ lost, release: () => client.end() })
    const holder = await findHolder(client)
    if ((holder && isRunning(holder.pid)) || Date.now() > deadline) {
      await client.end()
      return err(holder)
    }
    await pause(50)
  }
}

/** "Full" in ASCII, and one of the locks that may come. */
const lockId = [0x46756c6c, 1]

async function findHolder(client: pg.Client): Promise<Holder | undefined> {
  const { rows } = await client.query<{ application_name: string }>(
    `select application_name from pg_locks join pg_stat_activity using (pid)
     where locktype = 'advisory' and classid = $1 and objid = $2 and granted`,
    lockId,
  )
  const match = /^fullscore pid=(\d+) port=(\d+) since=(\S+)$/.exec(rows[0]?.application_name ?? '')
  const [, pid, port, since] = match ?? []
  if (!pid || !port || !since) return undefined
  return { pid: Number(pid), url: `http://localhost:${port}`, since }
}

export function heldSentence(dataFolder: string, holder: Holder | undefined): string {
  const who = holder
    ? `process ${holder.pid}, which serves ${holder.url} since ${holder.since}`
    : 'another connection that does not say who it is'
  return `The data folder ${dataFolder} is in use by ${who}: use that one, stop it first, or set FULLSCORE_DATA to another folder.`
}
