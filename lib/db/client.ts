import { PrismaPg } from '@prisma/adapter-pg'
import { PrismaClient } from '@/lib/db/generated/client'
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
  return found ?? open()
}

function open(): Database {
  const { databaseUrl, closers } = registry()
  const client = createDatabase(databaseUrl)
  Reflect.set(globalThis, key, client)
  closers.add(async () => {
    Reflect.deleteProperty(globalThis, key)
    await client.$disconnect()
  })
  return client
}

/** The limits make a slow or absent database an answer within three seconds instead of a wait without end. */
export function createDatabase(url: string): Database {
  const adapter = new PrismaPg({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: 1_800,
    idleTimeoutMillis: 30_000,
    statement_timeout: 5_000,
    query_timeout: 2_800,
    application_name: 'fullscore app',
  })
  return new PrismaClient({ adapter, errorFormat: 'minimal' })
}
