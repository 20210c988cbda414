import { PrismaClient } from '@/lib/db/generated/client'
import { MeasuredPg } from '@/lib/db/measured-pg'
import { registry } from '@/lib/registry'

export { Prisma } from '@/lib/db/generated/client'

export type Database = PrismaClient
/** What a query needs: the database itself or a transaction on it. */
export type Queryable = Omit<
  Database,
  '$connect' | '$disconnect' | '$on' | '$use' | '$extends' | '$transaction'
>

const key = Symbol.for('fullscore.database')

/** One client and one pool for the process, although two bundles hold this module. */
export function database(): Database {
  const found: Database | undefined = Reflect.get(globalThis, key)
  return found ?? openDatabase()
}

/** Opens the one client before anybody asks for it, where others may wait longer than a reader. */
export function openDatabase(limits: Limits = PROMPT): Database {
  const { databaseUrl, closers } = registry()
  const client = createDatabase(databaseUrl, limits)
  Reflect.set(globalThis, key, client)
  closers.add(async () => {
    Reflect.deleteProperty(globalThis, key)
    await client.$disconnect()
  })
  return client
}

/** How long a query may take, from asking the pool for a connection to the last row. */
type Limits = { readonly connectMs: number; readonly queryMs: number }

/** For a reader who waits: a slow or absent database is an answer within seconds instead of a wait without end. */
const PROMPT: Limits = { connectMs: 1_800, queryMs: 2_500 }

/** For a start, which may have to wait for another node and for a database far away, and for tests on a busy machine. */
export const PATIENT: Limits = { connectMs: 10_000, queryMs: 60_000 }

/**
 * Each save adds all words of an agent to a list that every search reads until they are sorted into the index. A short
 * one is soon read, and whoever's save fills it does not sort for long. Of the session and not of the index, which would
 * have a say over those who write very much at once (lib/db/bulk.ts).
 */
const PENDING_WORDS_MAX = '512kB'

export function createDatabase(url: string, { connectMs, queryMs }: Limits): Database {
  const adapter = new MeasuredPg({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: connectMs,
    idleTimeoutMillis: 30_000,
    // The server gives up too, a little later, so that a query nobody waits for any more does not run on.
    statement_timeout: queryMs * 2,
    query_timeout: queryMs,
    application_name: 'fullscore app',
    options: `-c gin_pending_list_limit=${PENDING_WORDS_MAX}`,
  })
  return new PrismaClient({
    adapter,
    errorFormat: 'minimal',
    transactionOptions: { maxWait: connectMs, timeout: queryMs * 2 },
  })
}
