import pg from 'pg'
import { z } from 'zod'
import type { Statement } from '@/lib/db/statements'

/** A step of a plan that reads a table. */
export type Reading = {
  readonly by: string
  readonly table: string
  readonly index: string | undefined
  /** How many rows Postgres expects it to give. */
  readonly rows: number
}

export type Explained = {
  readonly readings: readonly Reading[]
  /** Pages of tables and indexes that were looked at, again and again or once. */
  readonly pages: number
  readonly text: string
}

const nodeSchema = z.object({
  'Node Type': z.string(),
  'Relation Name': z.string().optional(),
  'Index Name': z.string().optional(),
  'Plan Rows': z.number(),
  'Shared Hit Blocks': z.number(),
  'Shared Read Blocks': z.number(),
  get Plans() {
    return z.array(nodeSchema).optional()
  },
})
type Node = z.infer<typeof nodeSchema>

const planRows = z.tuple([z.object({ 'QUERY PLAN': z.tuple([z.object({ Plan: nodeSchema })]) })])

/** A connection beside those of the app, with the settings that they have. */
export type Explainer = {
  /** How Postgres goes about a statement with these very values, and what that took. */
  readonly explain: (statement: Statement) => Promise<Explained>
  readonly countRows: (table: string) => Promise<number>
  readonly close: () => Promise<void>
}

export async function openExplainer(url: string): Promise<Explainer> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  return {
    explain: async ({ text, values }) => {
      const explained = `EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) ${text}`
      return explainedBy((await client.query({ text: explained, values: [...values] })).rows)
    },
    countRows: async (table) => {
      const found = await client.query<{ count: number }>(`SELECT count(*)::int AS count FROM "${table}"`)
      return found.rows[0]?.count ?? 0
    },
    close: () => client.end(),
  }
}

function explainedBy(rows: readonly unknown[]): Explained {
  const [{ 'QUERY PLAN': plans }] = planRows.parse(rows)
  const [{ Plan: plan }] = plans
  return {
    readings: nodesOf(plan).flatMap((node) => {
      const table = node['Relation Name']
      if (table === undefined) return []
      return [{ by: node['Node Type'], table, index: node['Index Name'], rows: node['Plan Rows'] }]
    }),
    pages: plan['Shared Hit Blocks'] + plan['Shared Read Blocks'],
    text: JSON.stringify(plans, null, 1),
  }
}

const nodesOf = (node: Node): readonly Node[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)]
