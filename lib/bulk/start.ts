import { z } from 'zod'
import type { Authorized } from '@/lib/access/authorize'
import { recordAudit } from '@/lib/audit/record'
import { err, ok, type Result } from '@/lib/base/result'
import type { DeedKind } from '@/lib/bulk/deed-kinds'
import { type DEED_ACTIONS, type Deed, RUN_AGENTS_MAX } from '@/lib/bulk/deeds'
import { runOf } from '@/lib/bulk/runs'
import { isSameDeed } from '@/lib/bulk/same-deed'
import { FINGERPRINT, type Selection, selected } from '@/lib/bulk/selection'
import type { Queryable } from '@/lib/db/client'
import { transact } from '@/lib/db/transact'

/** Something to be done to many, with the right to do it to each. */
export type Licensed = {
  [K in DeedKind]: {
    readonly deed: Extract<Deed, { kind: K }>
    readonly right: Authorized<(typeof DEED_ACTIONS)[K]>
  }
}[DeedKind]

export type NewRun = Licensed & {
  /** Chosen by the form that begins it, so that the form sent twice begins one run. */
  readonly id: string
  readonly selection: Selection
  /** The fingerprint of the agents that whoever begins it was told of. */
  readonly expected?: string | undefined
}

/**
 * `changed`: by now others match than whoever begins it was told. `begun`: the same form has begun a run that does something
 * else. `taken`: the id stands for the run of somebody else.
 */
export type StartRefusal = 'nobody' | 'too-many' | 'changed' | 'begun' | 'taken'

/** Fixes which agents a run is about, so that what it does to them does not change whom it is done to. */
export const startRun = ({
  id,
  deed,
  right,
  selection,
  expected,
}: NewRun): Promise<Result<undefined, StartRefusal>> =>
  transact<undefined, StartRefusal>(async (tx) => {
    const { workspaceId, userId } = right
    const { kind, ...parameters } = deed
    const isNew = await insertRun(tx, { id, workspaceId, action: kind, parameters, createdBy: userId })
    if (!isNew) {
      const own = await tx.bulkRun.findFirst({ where: { id, workspaceId, createdBy: userId } })
      if (!own) return err('taken')
      return isSameDeed(runOf(own).deed, deed) ? ok(undefined) : err('begun')
    }
    const agents = await fixAgents(tx, workspaceId, id, selection)
    if (agents === 0) return err('nobody')
    if (agents > RUN_AGENTS_MAX) return err('too-many')
    if (expected !== undefined && (await fingerprintOf(tx, workspaceId, id)) !== expected)
      return err('changed')
    await recordAudit(tx, {
      workspaceId,
      userId,
      action: 'run.start',
      subject: { kind: 'run', id },
      detail: { action: kind, agents },
    })
    return ok(undefined)
  })

type Row = NonNullable<Parameters<Queryable['bulkRun']['createMany']>[0]>['data']

/** Of two forms sent at once one inserts, and the other waits until it is through. */
async function insertRun(tx: Queryable, data: Row): Promise<boolean> {
  const { count } = await tx.bulkRun.createMany({ data, skipDuplicates: true })
  return count === 1
}

const fixAgents = (
  tx: Queryable,
  workspaceId: string,
  runId: string,
  selection: Selection,
): Promise<number> => tx.$executeRaw`
  INSERT INTO bulk_items (run_id, workspace_id, position, agent_id, version)
  SELECT ${runId}::uuid, chosen.workspace_id, row_number() OVER (ORDER BY chosen.name_key, chosen.agent_id),
    chosen.agent_id, chosen.version
  FROM (
    SELECT c.workspace_id, c.name_key, c.agent_id, c.version FROM agent_cards c
    WHERE ${selected(workspaceId, selection)}
    ORDER BY c.name_key, c.agent_id LIMIT ${RUN_AGENTS_MAX + 1}
  ) AS chosen`

const fingerprints = z.tuple([z.object({ fingerprint: z.string() })])

async function fingerprintOf(tx: Queryable, workspaceId: string, runId: string): Promise<string> {
  const found = await tx.$queryRaw`
    SELECT ${FINGERPRINT} AS fingerprint FROM bulk_items
    WHERE workspace_id = ${workspaceId}::uuid AND run_id = ${runId}::uuid`
  return fingerprints.parse(found)[0].fingerprint
}
