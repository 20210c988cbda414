import { realpathSync } from 'node:fs'
import pg from 'pg'
import type { Cluster } from '@/lib/postgres/cluster'
import { urlFor } from '@/lib/postgres/credentials'
import { errorCode } from '@/lib/postgres/error-code'

/**
 * Whether the server on a port is this cluster's. SCRAM proves both sides: we know the password, and the server knows
 * its verifier. The data directory tells it from a copy, which knows the same password.
 */
export async function identify(cluster: Cluster, port: number): Promise<'ours' | 'foreign' | 'silent'> {
  const client = new pg.Client({
    connectionString: urlFor(cluster.credentials, 'postgres', port, 'postgres'),
    connectionTimeoutMillis: 2_000,
    query_timeout: 2_000,
  })
  client.on('error', () => {
    // A server that ends now is one that does not answer: the pending call says so.
  })
  try {
    await client.connect()
    const { rows } = await client.query<{ folder: string; identifier: string }>(
      `select current_setting('data_directory') as folder, system_identifier::text as identifier from pg_control_system()`,
    )
    const ours =
      rows[0]?.identifier === cluster.credentials.systemIdentifier &&
      realpathSync(rows[0].folder) === realpathSync(cluster.folder)
    return ours ? 'ours' : 'foreign'
  } catch (error) {
    return REFUSALS.has(errorCode(error)) ? 'foreign' : 'silent'
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** Wrong password, no such role, no such database, no such folder. */
const REFUSALS = new Set(['28P01', '28000', '3D000', 'ENOENT'])
