import { AsyncLocalStorage } from 'node:async_hooks'
import { inject } from 'vitest'
import { type Database, openDatabase, PATIENT } from '@/lib/db/client'
import { copyDatabase, type Which } from '@/lib/db/testing/servers'
import { hasOldestPostgres } from '@/lib/postgres/test-server'
import { runClosers, setRegistry } from '@/lib/registry'

export const SERVERS: readonly Which[] = hasOldestPostgres ? ['embedded', 'oldest'] : ['embedded']

export type TestDatabase = {
  /** As the app's own role, through the same client as in the app. */
  readonly db: Database
  readonly ownerUrl: string
  close(): Promise<void>
}

/** A migrated, empty database, registered as the one that every query of the process goes to. */
export async function openTestDatabase(which: Which): Promise<TestDatabase> {
  const { appUrl, ownerUrl } = await copyDatabase(inject('servers'), which)
  setRegistry({
    databaseUrl: appUrl,
    publicUrl: 'http://localhost:3000',
    secret: 'a secret of the tests',
    dataFolder: '/nowhere',
    requests: new AsyncLocalStorage(),
    closers: new Set(),
  })
  return { db: openDatabase(PATIENT), ownerUrl, close: runClosers }
}
