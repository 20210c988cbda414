import pg from 'pg'
import { type Copy, type CopyText, copyInto } from '@/lib/db/copy'

/** A connection of its own for somebody who writes very much at once. */
export type Bulk = {
  readonly rows: (text: string, values?: readonly unknown[]) => Promise<readonly Record<string, unknown>[]>
  /** All rows by one statement. */
  readonly copy: (table: string, rows: CopyText) => Promise<void>
  /** All or nothing. */
  readonly atOnce: (work: () => Promise<void>) => Promise<void>
  readonly close: () => Promise<void>
}

export async function openBulk(url: string): Promise<Bulk> {
  const client = new pg.Client({ connectionString: url, application_name: 'fullscore bulk' })
  client.on('error', () => {
    // The statement that is running, or the next one, fails with the reason.
  })
  await client.connect()
  for (const setting of SETTINGS) await client.query(setting)
  const copy = async (table: string, rows: CopyText) => {
    if (rows.pieces().length > 0) await client.query<Copy>(copyInto(table, rows)).done
  }
  return {
    rows: async (text, values = []) => (await client.query<Record<string, unknown>>(text, [...values])).rows,
    copy,
    atOnce: async (work) => {
      await client.query('BEGIN')
      try {
        await work()
        await client.query('COMMIT')
      } catch (error) {
        await client.query('ROLLBACK').catch(() => undefined)
        throw error
      }
    },
    close: () => client.end(),
  }
}

/**
 * What a crash would lose is generated again; and words and facets are sorted into their indexes many rows at a time,
 * which is what makes them cheap.
 */
const SETTINGS = [
  'SET synchronous_commit = off',
  "SET gin_pending_list_limit = '64MB'",
  "SET work_mem = '128MB'",
]
