import pg from 'pg'
import { z } from 'zod'

/** A statement as the app sends it. */
export type Statement = { readonly text: string; readonly values: readonly unknown[] }

const statementSchema = z.object({ text: z.string(), values: z.array(z.unknown()) })

/** All statements that a piece of the product sends while it runs; each of them runs as ever. */
export async function statementsOf(work: () => Promise<unknown>): Promise<readonly Statement[]> {
  const sent: Statement[] = []
  const { query } = pg.Client.prototype
  const noting = new Proxy(query, {
    apply: (target, client, args) => {
      const read = statementSchema.safeParse(args[0])
      if (read.success) sent.push(read.data)
      return Reflect.apply(target, client, args)
    },
  })
  pg.Client.prototype.query = noting
  try {
    await work()
  } finally {
    pg.Client.prototype.query = query
  }
  return sent
}

/** Sends statements by the driver alone, which is the least that their answers cost. */
export type Replayer = {
  /** One after the other on one connection, in milliseconds. */
  readonly replay: (statements: readonly Statement[]) => Promise<number>
  readonly close: () => Promise<void>
}

export async function openReplayer(url: string, connections: number): Promise<Replayer> {
  const pool = new pg.Pool({ connectionString: url, max: connections })
  return {
    replay: async (statements) => {
      const begun = performance.now()
      const client = await pool.connect()
      try {
        for (const { text, values } of statements) await client.query({ text, values: [...values] })
      } finally {
        client.release()
      }
      return performance.now() - begun
    },
    close: () => pool.end(),
  }
}
