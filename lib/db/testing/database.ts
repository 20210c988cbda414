import { AsyncLocalStorage } from 'node:async_hooks'
import { type Database, database } from '@/lib/db/client'
import { migrate } from '@/lib/postgres/migrate'
import { hasOldestPostgres, startTestServer } from '@/lib/postgres/test-server'
import { runClosers, setRegistry } from '@/lib/registry'

/** What a database test runs on: always our own Postgres, and the oldest one we support where it is installed. */
export const SERVERS = hasOldestPostgres ? (['embedded', 'oldest'] as const) : (['embedded'] as const)

if (!hasOldestPostgres)
  process.stdout.write('Postgres 15 is not installed here, so this runs on the embedded one alone.\n')

export type TestDatabase = {
  /** As the app's own role, through the same client as in the app. */
  readonly db: Database
  readonly ownerUrl: string
  close(): Promise<void>
}

/** A migrated, empty database, registered as the one that every query of the process goes to. */
export async function openTestDatabase(which: (typeof SERVERS)[number]): Promise<TestDatabase> {
  const server = await startTestServer(which)
  const { appUrl, ownerUrl } = await server.createDatabase()
  const migrated = await migrate({ url: ownerUrl, appUrl })
  if (!migrated.ok) throw new Error(migrated.error)
  setRegistry({
    databaseUrl: appUrl,
    publicUrl: 'http://localhost:3000',
    secret: 'a secret of the tests',
    dataFolder: '/nowhere',
    requests: new AsyncLocalStorage(),
    closers: new Set(),
  })
  return {
    db: database(),
    ownerUrl,
    close: async () => {
      await runClosers()
      await server.stop()
    },
  }
}
