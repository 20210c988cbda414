import pg from 'pg'
import { z } from 'zod'
import type { Statement } from '@/lib/db/statements'

/** A step of a plan that read a table, with the rows of all its rounds. */
export type Reading = {
  readonly by: string
  readonly table: string
  /** Handed on to the next step. */
  readonly kept: number
  /** Read as well, and let go by a filter or because an index had only guessed. */
  readonly dropped: number
}

export type Explained = {
  readonly readings: readonly Reading[]
  /** How many rows the whole statement gave. */
  readonly given: number
  readonly text: string
}

const nodeSchema = z.object({
  'Node Type': z.string(),
  'Relation Name': z.string().optional(),
  'Actual Rows': z.number(),
  'Actual Loops': z.number(),
  'Rows Removed by Filter': z.number().default(0),
  'Rows Removed by Index Recheck': z.number().default(0),
  get Plans() {
    return z.array(nodeSchema).optional()
  },
})
type Node = z.infer<typeof nodeSchema>

const planRows = z.tuple([z.object({ 'QUERY PLAN': z.tuple([z.object({ Plan: nodeSchema })]) })])

/** A connection beside those of the app, with the settings that they have. */
export type Explainer = {
  /** What Postgres does for these statements with these very values, one after the other; what they write is undone. */
  readonly explain: (statements: readonly Statement[]) => Promise<readonly Explained[]>
  readonly countRows: (table: string) => Promise<number>
  readonly close: () => Promise<void>
}

export async function openExplainer(url: string): Promise<Explainer> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const explain = async ({ text, values }: Statement) => {
    const explained = `EXPLAIN (ANALYZE, FORMAT JSON) ${text}`
    return explainedBy((await client.query({ text: explained, values: [...values] })).rows)
  }
  return {
    explain: async (statements) => {
      const explained: Explained[] = []
      await client.query('BEGIN')
      try {
        for (const statement of statements)
          if (!FRAME.test(statement.text)) explained.push(await explain(statement))
      } finally {
        await client.query('ROLLBACK')
      }
      return explained
    },
    countRows: async (table) => {
      const found = await client.query<{ count: number }>(`SELECT count(*)::int AS count FROM "${table}"`)
      return found.rows[0]?.count ?? 0
    },
    close: () => client.end(),
  }
}

/** What stands around the statements of a transaction. */
const FRAME = /^(BEGIN|COMMIT|ROLLBACK)\b/

function explainedBy(rows: readonly unknown[]): Explained {
  const [{ 'QUERY PLAN': plans }] = planRows.parse(rows)
  const [{ Plan: plan }] = plans
  return {
    readings: nodesOf(plan).flatMap((node) => {
      const table = node['Relation Name']
      return table === undefined || node['Actual Loops'] === 0 ? [] : [{ table, ...readBy(node) }]
    }),
    given: rowsIn(plan, 'Actual Rows'),
    text: JSON.stringify(plans, null, 1),
  }
}

const readBy = (node: Node): Omit<Reading, 'table'> => ({
  by: node['Node Type'],
  kept: rowsIn(node, 'Actual Rows'),
  dropped: rowsIn(node, 'Rows Removed by Filter') + rowsIn(node, 'Rows Removed by Index Recheck'),
})

type Counted = 'Actual Rows' | 'Rows Removed by Filter' | 'Rows Removed by Index Recheck'

/** Postgres tells what a round had on average. */
const rowsIn = (node: Node, counted: Counted): number => Math.round(node[counted] * node['Actual Loops'])

const nodesOf = (node: Node): readonly Node[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)]
