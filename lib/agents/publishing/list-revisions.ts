import { z } from 'zod'
import type { Authorized } from '@/lib/access/authorize'
import { FORMULA_IDS, type FormulaId } from '@/lib/aivss/formulas'
import type { Severity } from '@/lib/aivss/severity'
import { severitySchema } from '@/lib/assessment/severity'
import { database, type Queryable } from '@/lib/db/client'

export type RevisionEntry = {
  readonly number: number
  readonly formula: FormulaId
  readonly score: number
  readonly severity: Severity
  readonly note: string
  readonly byline: string
  readonly publishedAt: Date
  readonly withdrawnAt: Date | null
}

const formulaSchema = z.enum(FORMULA_IDS)

/** The revisions of an agent below a number, the newest first, withdrawn ones among them; undefined without the agent. */
export async function listRevisions(
  { workspaceId }: Authorized<'agent.read'>,
  agentId: string,
  below: number | undefined,
  rowsMax: number,
): Promise<{ readonly revisions: readonly RevisionEntry[]; readonly hasMore: boolean } | undefined> {
  const agent = await database().agent.findFirst({
    where: { workspaceId, id: agentId, deletedAt: null },
    select: { id: true },
  })
  if (!agent) return undefined
  const rows = await database().revision.findMany({
    where: { workspaceId, agentId, ...(below !== undefined && { number: { lt: below } }) },
    orderBy: { number: 'desc' },
    take: rowsMax + 1,
    omit: { document: true },
  })
  return {
    hasMore: rows.length > rowsMax,
    revisions: rows.slice(0, rowsMax).map(entryOf),
  }
}

/** One of them, withdrawn or not. */
export async function getRevision(
  db: Queryable,
  { workspaceId }: Authorized,
  agentId: string,
  number: number,
): Promise<RevisionEntry | undefined> {
  const row = await db.revision.findFirst({
    where: { workspaceId, agentId, number },
    omit: { document: true },
  })
  return row ? entryOf(row) : undefined
}

type Row = Omit<RevisionEntry, 'formula' | 'score' | 'severity'> & {
  readonly formula: string
  readonly scoreTenths: number
  readonly severity: string
}

const entryOf = (row: Row): RevisionEntry => ({
  number: row.number,
  formula: formulaSchema.parse(row.formula),
  score: row.scoreTenths / 10,
  severity: severitySchema.parse(row.severity),
  note: row.note,
  byline: row.byline,
  publishedAt: row.publishedAt,
  withdrawnAt: row.withdrawnAt,
})
