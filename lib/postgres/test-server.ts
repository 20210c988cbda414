import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { embeddedBinaries } from '@/lib/postgres/binaries'
import { ensureCluster } from '@/lib/postgres/cluster'
import { urlFor } from '@/lib/postgres/credentials'
import { ensureRunning, stopServer } from '@/lib/postgres/postmaster'
import { serviceUser } from '@/lib/postgres/service-user'

/** A Postgres for tests, with the roles of an embedded one, in a folder that vanishes with it. */
export type TestServer = {
  readonly name: string
  readonly port: number
  /** Of the superuser, who may create databases. */
  readonly adminUrl: string
  /** Opens a new empty database that the owner's role owns. */
  createDatabase(): Promise<TestDatabase>
  stop(): Promise<void>
}

export type TestDatabase = { readonly name: string; readonly ownerUrl: string; readonly appUrl: string }

/** Where Debian keeps the oldest Postgres we support. */
export const oldestPostgres = '/usr/lib/postgresql/15/bin'
export const hasOldestPostgres = existsSync(join(oldestPostgres, 'postgres'))

export async function startTestServer(which: 'embedded' | 'oldest'): Promise<TestServer> {
  const folder = mkdtempSync(join(tmpdir(), 'fullscore-test-'))
  // Made for us alone, and as root Postgres runs as another user.
  chmodSync(folder, 0o711)
  const user = expectOk(serviceUser())
  const binaries =
    which === 'oldest'
      ? { folder: oldestPostgres, major: 15 }
      : expectOk(embeddedBinaries(user, join(folder, 'elsewhere')))
  const programs = { binaries, user }
  const cluster = expectOk(await ensureCluster(programs, join(folder, 'data'), join(folder, 'elsewhere')))
  const { port } = expectOk(await ensureRunning(programs, cluster))
  const { credentials } = cluster
  const adminUrl = urlFor(credentials, 'postgres', port, 'postgres')
  return {
    name: which === 'oldest' ? 'Postgres 15' : 'the embedded Postgres',
    port,
    adminUrl,
    createDatabase: async () => {
      const name = `test_${randomBytes(6).toString('hex')}`
      await query(adminUrl, `create database ${name} owner fullscore_owner`)
      return {
        name,
        ownerUrl: urlFor(credentials, 'fullscore_owner', port, name),
        appUrl: urlFor(credentials, 'fullscore_app', port, name),
      }
    },
    stop: async () => {
      await stopServer(programs, cluster)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** One statement on a connection of its own. */
export async function query(url: string, text: string): Promise<readonly Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(text)).rows
  } finally {
    await client.end()
  }
}

/** A transaction that stays open, with whatever it locks, until the function that it gives is called. */
export async function holdOpen(url: string, text: string): Promise<() => Promise<void>> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query('begin')
  await client.query(text)
  return () => client.end()
}

function expectOk<T>(result: { ok: true; value: T } | { ok: false; error: unknown }): T {
  if (result.ok) return result.value
  throw new Error(String(result.error))
}
